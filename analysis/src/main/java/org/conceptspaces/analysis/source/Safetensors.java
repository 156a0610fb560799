package org.conceptspaces.analysis.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.InputException;

/**
 * Tensors by name in a {@code .safetensors} file: 8 bytes that hold the length of a header, the
 * header as JSON, then the numbers.
 */
final class Safetensors {

  /** What the format's own readers allow. */
  private static final long LONGEST = 100_000_000;

  private static final String METADATA = "__metadata__";

  private final Path file;
  private final long start;
  private final long size;

  private Safetensors(Path file, long start, long size) {
    this.file = file;
    this.start = start;
    this.size = size;
  }

  /** The tensors whose numbers can be read, in the order of the header. */
  static Map<String, ListedArray> read(Path file) throws IOException {
    long size = Files.size(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] prefix = in.readNBytes(Long.BYTES);
      long length =
          prefix.length < Long.BYTES
              ? -1
              : ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (length < 2 || length > LONGEST || Long.BYTES + length > size) {
        throw new InputException(
            file
                + ": is no .safetensors file, or was cut off: its header"
                + (length < 0 ? " has no length" : " would take " + length + " bytes")
                + " of "
                + size
                + "; copy it again");
      }
      byte[] header = in.readNBytes((int) length);
      return new Safetensors(file, Long.BYTES + length, size).tensors(new String(header, UTF_8));
    }
  }

  private Map<String, ListedArray> tensors(String header) {
    try {
      Map<String, ListedArray> tensors = new LinkedHashMap<>();
      JsonObject json = JsonParser.parseString(header).getAsJsonObject();
      for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
        if (!entry.getKey().equals(METADATA)) {
          JsonObject tensor = entry.getValue().getAsJsonObject();
          String code = tensor.get("dtype").getAsString();
          NumberType.ofSafetensors(code)
              .ifPresent(type -> tensors.put(entry.getKey(), tensor(entry.getKey(), type, tensor)));
        }
      }
      return tensors;
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NullPointerException
        | NumberFormatException
        | IndexOutOfBoundsException
        | UnsupportedOperationException e) {
      // what Gson's elements throw when they are asked for something that they are not
      throw new InputException(
          file + ": has a damaged header " + InputException.quote(header.strip()), e);
    }
  }

  private ListedArray tensor(String name, NumberType type, JsonObject tensor) {
    String label = file + ", tensor " + InputException.quote(name);
    List<Long> shape = new ArrayList<>();
    tensor.getAsJsonArray("shape").forEach(length -> shape.add(length.getAsLong()));
    JsonArray offsets = tensor.getAsJsonArray("data_offsets");
    long from = offsets.get(0).getAsLong();
    long to = offsets.get(1).getAsLong();
    if (from < 0 || to < from || to > size - start || shape.stream().anyMatch(n -> n < 0)) {
      throw new InputException(
          label
              + ": lies at bytes "
              + from
              + " to "
              + to
              + ", but there are "
              + (size - start)
              + "; the file was cut off or damaged, copy it again");
    }
    StoredArray.Opening opening =
        () -> {
          InputStream in = Files.newInputStream(file);
          try {
            in.skipNBytes(start + from);
            return in;
          } catch (IOException e) {
            in.close();
            throw e;
          }
        };
    StoredArray array = new StoredArray(label, type, ByteOrder.LITTLE_ENDIAN, shape, opening);
    return ListedArray.of(array, to - from);
  }
}
