package org.conceptspaces.analysis.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conceptspaces.api.InputException;

/**
 * The beginning of a {@code .npy} file (numpy.lib.format, versions 1.0 to 3.0): a magic text, the
 * version, a length and a Python dictionary, filled up with spaces to a multiple of 64 bytes.
 *
 * @param type of the numbers
 * @param order of a number's bytes
 * @param fortran whether the first index moves fastest
 * @param shape the array's sizes, the slowest first
 * @param length of this header in bytes
 */
public record NpyHeader(
    NumberType type, ByteOrder order, boolean fortran, List<Long> shape, int length) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int PREFIX = 10;
  private static final int LONGEST = 1 << 20;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

  /** Copies the shape. */
  public NpyHeader {
    shape = List.copyOf(shape);
  }

  /**
   * Writes the header of a table of numbers in little-endian order.
   *
   * @param out where to
   * @param type of the numbers
   * @param rows its first size
   * @param columns its second
   * @throws IOException if that fails
   */
  public static void write(OutputStream out, NumberType type, int rows, int columns)
      throws IOException {
    String dictionary =
        String.format(
            Locale.ROOT,
            "{'descr': '<%s', 'fortran_order': False, 'shape': (%d, %d), }",
            type.numpy(),
            rows,
            columns);
    int length = dictionary.length() + 1;
    int padded = (PREFIX + length + 63) / 64 * 64 - PREFIX;
    out.write(MAGIC);
    out.write(new byte[] {1, 0, (byte) padded, (byte) (padded >>> 8)});
    out.write((dictionary + " ".repeat(padded - length) + "\n").getBytes(ISO_8859_1));
  }

  static NpyHeader read(String name, DataInputStream in) throws IOException {
    try {
      byte[] magic = in.readNBytes(MAGIC.length);
      if (!Arrays.equals(magic, MAGIC)) {
        throw new InputException(name + ": is no .npy file; write it with numpy.save");
      }
      int version = in.readUnsignedByte();
      int minor = in.readUnsignedByte();
      if (version < 1 || version > 3 || minor != 0) {
        throw new InputException(
            name + ": is of version " + version + "." + minor + ", but 1.0 to 3.0 are read");
      }
      long length = in.readUnsignedByte() | in.readUnsignedByte() << 8;
      int prefix = PREFIX;
      if (version > 1) {
        length |= (long) in.readUnsignedByte() << 16 | (long) in.readUnsignedByte() << 24;
        prefix += 2;
      }
      if (length > LONGEST) {
        throw new InputException(
            name + ": has a damaged header of " + length + " bytes; write it with numpy.save");
      }
      byte[] bytes = new byte[(int) length];
      in.readFully(bytes);
      return parse(name, new String(bytes, ISO_8859_1), prefix + bytes.length);
    } catch (EOFException e) {
      throw new InputException(name + ": is cut off within its header; copy it again", e);
    }
  }

  private static NpyHeader parse(String name, String header, int length) {
    String code = find(name, TYPE, header);
    Optional<NumberType> type =
        code.isEmpty() ? Optional.empty() : NumberType.ofNumpy(code.substring(1));
    if (type.isEmpty() || "<>=|".indexOf(code.charAt(0)) < 0) {
      throw new InputException(
          name
              + ": has numbers of type "
              + InputException.quote(code)
              + ", but vectors want '<f2', '<f4' or '<f8', a mask these, '|b1' or whole numbers"
              + " ('u1' to 'u4', 'i1' to 'i8'); convert it with x.astype('<f8')");
    }
    boolean fortran = find(name, ORDER, header).equals("True");
    List<Long> shape = new ArrayList<>();
    for (String size : find(name, SHAPE, header).split(",", -1)) {
      if (!size.isBlank()) {
        shape.add(size(name, size.strip()));
      }
    }
    ByteOrder order = code.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyHeader(type.get(), order, fortran, shape, length);
  }

  private static long size(String name, String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new InputException(
          name + ": has a shape with " + InputException.quote(digits) + ", which is too large", e);
    }
  }

  private static String find(String name, Pattern pattern, String header) {
    Matcher found = pattern.matcher(header);
    if (!found.find()) {
      throw new InputException(
          name
              + ": has a damaged header "
              + InputException.quote(header.strip())
              + "; write it with numpy.save");
    }
    return found.group(1);
  }
}
