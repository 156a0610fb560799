package org.conceptspaces.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Changes the files of a checkpoint, and makes its checksums right again. */
final class CheckpointDamage {

  private final Path folder;

  CheckpointDamage(Path folder) {
    this.folder = folder;
  }

  /** Changes a JSON file. */
  void json(String name, Consumer<JsonObject> change) throws IOException {
    Path file = folder.resolve(name);
    JsonObject object = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    change.accept(object);
    Files.writeString(file, object.toString());
    mend();
  }

  /** Replaces a file, or removes it. */
  void file(String name, byte... content) throws IOException {
    if (content.length == 0) {
      Files.delete(folder.resolve(name));
    } else {
      Files.write(folder.resolve(name), content);
    }
    mend();
  }

  /** Overwrites the first number of the last array of a safetensors file. */
  void number(String name, double value) throws IOException {
    Path file = folder.resolve(name);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    JsonObject header = header(bytes);
    JsonObject array = header.getAsJsonObject(names(header).last());
    int at = array.getAsJsonArray("data_offsets").get(0).getAsInt();
    int start = 8 + Math.toIntExact(bytes.getLong(0)) + at;
    if (array.get("dtype").getAsString().equals("F64")) {
      bytes.putDouble(start, value);
    } else {
      bytes.putFloat(start, (float) value);
    }
    Files.write(file, bytes.array());
    mend();
  }

  /** Changes what the header of a safetensors file says of its first array. */
  void header(String name, Consumer<JsonObject> change) throws IOException {
    Path file = folder.resolve(name);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    JsonObject header = header(bytes);
    change.accept(header.getAsJsonObject(names(header).first()));
    byte[] text = header.toString().getBytes(UTF_8);
    int data = 8 + Math.toIntExact(bytes.getLong(0));
    ByteBuffer changed =
        ByteBuffer.allocate(8 + text.length + bytes.capacity() - data)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .put(bytes.array(), data, bytes.capacity() - data);
    Files.write(file, changed.array());
    mend();
  }

  private static JsonObject header(ByteBuffer bytes) {
    ByteBuffer text = bytes.slice(8, Math.toIntExact(bytes.getLong(0)));
    return JsonParser.parseString(UTF_8.decode(text).toString()).getAsJsonObject();
  }

  private static NavigableSet<String> names(JsonObject header) {
    NavigableSet<String> names = new TreeSet<>(header.keySet());
    names.remove("__metadata__");
    return names;
  }

  private void mend() throws IOException {
    Path description = folder.resolve("model.json");
    Path weights = folder.resolve("weights.safetensors");
    JsonElement model = JsonParser.parseString(Files.readString(description));
    if (model.isJsonObject() && Files.exists(weights)) {
      model.getAsJsonObject().addProperty("weights", sum(weights));
      Files.writeString(description, model.toString());
    }
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith("SHA256SUMS")) {
          sums.append(sum(file)).append("  ").append(file.getFileName()).append('\n');
        }
      }
    }
    Files.writeString(folder.resolve("SHA256SUMS"), sums);
  }

  /** The SHA-256 of a file. */
  static String sum(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
