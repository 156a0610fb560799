package org.conceptspaces.taxonomy.source;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import org.conceptspaces.taxonomy.DataException;
import org.jspecify.annotations.Nullable;

/**
 * JSONL: one JSON object on each line, with a field for each column; other fields are ignored, and
 * so are blank lines. An id may be a number too.
 */
final class JsonLines {

  private JsonLines() {}

  static void read(Utf8Lines lines, Columns columns, PairSink pairs) {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        JsonObject object = object(line, lines, columns);
        String first = field(object, columns.first(), true, lines);
        String second = field(object, columns.second(), false, lines);
        pairs.pair(lines.number(), first, second);
      }
    }
  }

  private static JsonObject object(String line, Utf8Lines lines, Columns columns) {
    JsonReader reader = new JsonReader(new StringReader(line));
    reader.setStrictness(Strictness.STRICT);
    JsonElement element;
    try {
      element = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
    } catch (JsonParseException | IOException e) {
      throw lines.problem(
          "is no well-formed JSON " + DataException.quote(line) + wanted(columns), e);
    }
    if (!element.isJsonObject()) {
      throw lines.problem("is no JSON object " + DataException.quote(line) + wanted(columns));
    }
    return element.getAsJsonObject();
  }

  private static String wanted(Columns columns) {
    return String.format(
        "; each line is one object: {\"%s\": \"…\", \"%s\": \"…\"}",
        columns.first(), columns.second());
  }

  private static String field(JsonObject object, String name, boolean number, Utf8Lines lines) {
    @Nullable JsonElement value = object.get(name);
    if (value == null) {
      throw lines.problem(
          "has no field \"" + name + "\", only " + object.keySet() + "; add it to the object");
    }
    boolean accepted =
        value.isJsonPrimitive()
            && (value.getAsJsonPrimitive().isString()
                || (number && value.getAsJsonPrimitive().isNumber()));
    if (!accepted) {
      throw lines.problem(
          "field \""
              + name
              + "\" is "
              + DataException.quote(value.toString())
              + ", but wants a string"
              + (number ? " or a number" : ""));
    }
    return value.getAsString();
  }
}
