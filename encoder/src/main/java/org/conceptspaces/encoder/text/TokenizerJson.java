package org.conceptspaces.encoder.text;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/**
 * What the library does not tell of a {@code tokenizer.json}: how many tokens there are, and
 * whether it would cut the same text into other tokens the next time.
 */
final class TokenizerJson {

  /** Beyond any real vocabulary; ids above would cost gigabytes. */
  private static final long MOST = 1 << 24;

  private long size;
  private double dropout;

  private TokenizerJson() {}

  /**
   * Reads the numbers.
   *
   * @param json what the library has taken for a tokenizer
   * @throws IllegalArgumentException if it cannot be used
   */
  static TokenizerJson read(String json) {
    TokenizerJson numbers = new TokenizerJson();
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      numbers.top(reader);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
    if (numbers.size > MOST) {
      throw new IllegalArgumentException(
          "has a token with id " + (numbers.size - 1) + "; wants ids below " + MOST);
    }
    if (numbers.dropout > 0) {
      throw new IllegalArgumentException(
          "has model.dropout = "
              + numbers.dropout
              + ", which cuts the same text differently each time; set it to null");
    }
    return numbers;
  }

  /** One more than the greatest id. */
  int size() {
    return Math.toIntExact(size);
  }

  private void top(JsonReader reader) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.nextName()) {
        case "model" -> model(reader);
        case "added_tokens" -> addedTokens(reader);
        default -> reader.skipValue();
      }
    }
    reader.endObject();
  }

  private void model(JsonReader reader) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (name.equals("vocab")) {
        vocabulary(reader);
      } else if (name.equals("dropout") && reader.peek() == JsonToken.NUMBER) {
        dropout = reader.nextDouble();
      } else {
        reader.skipValue();
      }
    }
    reader.endObject();
  }

  /** Ids by token, or, of unigrams, pairs of token and score in the order of the ids. */
  private void vocabulary(JsonReader reader) throws IOException {
    if (reader.peek() == JsonToken.BEGIN_ARRAY) {
      long count = 0;
      reader.beginArray();
      for (; reader.hasNext(); count++) {
        reader.skipValue();
      }
      reader.endArray();
      size = Math.max(size, count);
      return;
    }
    reader.beginObject();
    while (reader.hasNext()) {
      reader.skipValue(); // the token
      size = Math.max(size, reader.nextLong() + 1);
    }
    reader.endObject();
  }

  private void addedTokens(JsonReader reader) throws IOException {
    reader.beginArray();
    while (reader.hasNext()) {
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.nextName().equals("id")) {
          size = Math.max(size, reader.nextLong() + 1);
        } else {
          reader.skipValue();
        }
      }
      reader.endObject();
    }
    reader.endArray();
  }
}
