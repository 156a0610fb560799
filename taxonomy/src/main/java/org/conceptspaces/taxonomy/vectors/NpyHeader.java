package org.conceptspaces.taxonomy.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conceptspaces.taxonomy.DataException;

/**
 * The beginning of a {@code .npy} file (numpy.lib.format, version 1.0): a magic text, the version,
 * a length and a Python dictionary, filled up with spaces to a multiple of 64 bytes.
 *
 * @param precision of the numbers
 * @param rows the first of two dimensions
 * @param columns the second
 * @param length of this header in bytes
 */
record NpyHeader(Precision precision, long rows, long columns, int length) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int PREFIX = 10;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

  static void write(OutputStream out, Precision precision, int rows, int columns)
      throws IOException {
    String dictionary =
        String.format(
            "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d), }",
            precision.code(), rows, columns);
    int length = dictionary.length() + 1;
    int padded = (PREFIX + length + 63) / 64 * 64 - PREFIX;
    out.write(MAGIC);
    out.write(new byte[] {1, 0, (byte) padded, (byte) (padded >>> 8)});
    out.write((dictionary + " ".repeat(padded - length) + "\n").getBytes(ISO_8859_1));
  }

  static NpyHeader read(Path file, DataInputStream in) throws IOException {
    try {
      byte[] magic = in.readNBytes(MAGIC.length);
      if (!Arrays.equals(magic, MAGIC)) {
        throw new DataException(file + ": is no .npy file; write it with numpy.save");
      }
      int version = in.readUnsignedByte();
      int minor = in.readUnsignedByte();
      if (version != 1 || minor != 0) {
        throw new DataException(
            file + ": is of version " + version + "." + minor + ", but 1.0 is read");
      }
      int length = in.readUnsignedByte() | in.readUnsignedByte() << 8;
      byte[] bytes = new byte[length];
      in.readFully(bytes);
      return parse(file, new String(bytes, ISO_8859_1), PREFIX + length);
    } catch (EOFException e) {
      throw new DataException(file + ": is cut off within its header; copy it again", e);
    }
  }

  private static NpyHeader parse(Path file, String header, int length) {
    String type = find(file, TYPE, header);
    String code = type.replace('=', '<');
    Precision precision =
        Arrays.stream(Precision.values())
            .filter(known -> known.code().equals(code))
            .findFirst()
            .orElseThrow(
                () ->
                    new DataException(
                        file
                            + ": has numbers of type "
                            + DataException.quote(type)
                            + ", but wants '<f4' or '<f8'; convert it with x.astype('<f8')"));
    if (find(file, ORDER, header).equals("True")) {
      throw new DataException(
          file + ": is in Fortran order; save numpy.ascontiguousarray(x) instead");
    }
    String shape = find(file, SHAPE, header);
    String[] sizes =
        Arrays.stream(shape.split(",", -1))
            .map(String::strip)
            .filter(size -> !size.isEmpty())
            .toArray(String[]::new);
    if (sizes.length != 2) {
      throw new DataException(
          file + ": has the shape (" + shape + "), but wants (vectors, coordinates)");
    }
    return new NpyHeader(precision, size(file, sizes[0]), size(file, sizes[1]), length);
  }

  private static long size(Path file, String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new DataException(
          file + ": has a shape with " + DataException.quote(digits) + ", which is too large", e);
    }
  }

  private static String find(Path file, Pattern pattern, String header) {
    Matcher found = pattern.matcher(header);
    if (!found.find()) {
      throw new DataException(
          file
              + ": has a damaged header "
              + DataException.quote(header.strip())
              + "; write it with numpy.save");
    }
    return found.group(1);
  }
}
