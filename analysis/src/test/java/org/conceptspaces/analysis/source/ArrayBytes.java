package org.conceptspaces.analysis.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of arrays, byte by byte as other programs write them. */
public final class ArrayBytes {

  private ArrayBytes() {}

  /** Little-endian numbers of a type. */
  public static byte[] numbers(String type, double... numbers) {
    int size = Integer.parseInt(type.substring(1));
    ByteBuffer bytes = ByteBuffer.allocate(size * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double number : numbers) {
      switch (type) {
        case "f8" -> bytes.putDouble(number);
        case "f4" -> bytes.putFloat((float) number);
        case "i8" -> bytes.putLong((long) number);
        case "i4" -> bytes.putInt((int) number);
        default -> bytes.put((byte) number);
      }
    }
    return bytes.array();
  }

  /** A {@code .npy} file of version 1.0. */
  public static byte[] npy(String type, String shape, byte[] numbers) {
    String dictionary =
        "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
    ByteBuffer file = ByteBuffer.allocate(128 + numbers.length);
    file.put("\u0093NUMPY\u0001\0v\0".getBytes(ISO_8859_1));
    file.put((dictionary + " ".repeat(117 - dictionary.length()) + "\n").getBytes(ISO_8859_1));
    file.put(numbers);
    return file.array();
  }

  /** Arrays of doubles. */
  public static byte[] npy(String shape, double... numbers) {
    return npy("<f8", shape, numbers("f8", numbers));
  }

  /** An archive of {@code .npy} files. */
  public static byte[] npz(Map<String, byte[]> arrays) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
        out.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
        out.write(array.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** A {@code .safetensors} file. */
  public static byte[] safetensors(String header, byte[]... numbers) {
    byte[] json = header.getBytes(UTF_8);
    int size = Arrays.stream(numbers).mapToInt(part -> part.length).sum();
    ByteBuffer file = ByteBuffer.allocate(8 + json.length + size).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    for (byte[] part : numbers) {
      file.put(part);
    }
    return file.array();
  }
}
