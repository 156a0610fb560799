package org.conceptspaces.analysis.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.conceptspaces.api.InputException;
import org.jspecify.annotations.Nullable;

/**
 * An array in a file, of numbers in C order. Nothing is set aside for what a header merely
 * promises.
 */
final class StoredArray {

  /** Opens the bytes of the numbers. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /** A row longer than this is a damaged shape. */
  private static final long WIDEST = 1 << 24;

  private final String name;
  private final NumberType type;
  private final ByteOrder order;
  private final List<Long> shape;
  private final Opening opening;

  StoredArray(String name, NumberType type, ByteOrder order, List<Long> shape, Opening opening) {
    this.name = name;
    this.type = type;
    this.order = order;
    this.shape = shape;
    this.opening = opening;
  }

  /** Whether it may hold vectors. */
  boolean isBank() {
    return type.isFloating() && (shape.size() == 2 || shape.size() == 3) && numbers() > 0;
  }

  /** Refuses a file that holds fewer or more bytes than its header promises. */
  StoredArray checked(long bytes) {
    double numbers = numbers();
    if (numbers == 0) {
      throw new InputException(name + ": holds no vectors");
    }
    if (numbers * type.bytes() != bytes) {
      throw new InputException(
          name
              + ": promises "
              + shape.stream().map(String::valueOf).collect(Collectors.joining(" × "))
              + " numbers, but has "
              + (numbers * type.bytes() > bytes ? "only " : "")
              + bytes / type.bytes()
              + "; it was cut off or damaged, copy it again");
    }
    return this;
  }

  private double numbers() {
    return shape.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
  }

  /** Its vectors; the live ones of them, if a mask is given. */
  VectorSource vectors(@Nullable StoredArray mask) {
    if (!type.isFloating()) {
      throw new InputException(
          name
              + ": has numbers of type "
              + type
              + ", but wants floating ones; convert it with"
              + " x.astype('<f4')");
    }
    if (shape.size() != 2 && shape.size() != 3) {
      throw new InputException(
          name
              + ": has the shape "
              + shown()
              + ", but wants (vectors, coordinates) or (inputs, concepts, coordinates)");
    }
    long width = shape.get(shape.size() - 1);
    long slots = shape.size() == 3 ? shape.get(1) : 0;
    if (width > WIDEST || slots > WIDEST) {
      throw new InputException(name + ": has the shape " + shown() + ", which is too large");
    }
    long rows = shape.get(0) * Math.max(1, slots);
    BitSet live = mask == null ? null : mask.mask(rows, name);
    return new Bank(this, rows, (int) slots, (int) width, live);
  }

  private String shown() {
    return shape.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "(", shape.size() == 1 ? ",)" : ")"));
  }

  /** Which rows are live: those whose number is not 0. NaN is neither. */
  private BitSet mask(long rows, String masked) {
    if (numbers() != rows || rows > Integer.MAX_VALUE) {
      throw new InputException(
          name
              + ": masks "
              + shown()
              + " vectors, but "
              + masked
              + " holds "
              + rows
              + "; a mask wants one number for each vector, 0 for those that are not live");
    }
    BitSet live = new BitSet((int) rows);
    int[] at = {0};
    read(
        1,
        1 << 16,
        (values, count) -> {
          for (int i = 0; i < count; i++) {
            if (!Double.isFinite(values[i])) {
              throw new InputException(
                  name
                      + ": as a mask holds "
                      + values[i]
                      + " for vector "
                      + (at[0] + 1)
                      + ", which tells neither live nor dead; a mask wants finite numbers, 0 for"
                      + " vectors that are not live and any other for those that are");
            }
            live.set(at[0]++, values[i] != 0);
          }
        });
    return live;
  }

  /** Reads rows of a width until there are no more. */
  private void read(int width, int rowsAtOnce, VectorSource.Sink sink) {
    long left = (long) numbers() / width;
    int most = (int) Math.min(left, rowsAtOnce);
    byte[] bytes = new byte[Math.multiplyExact(most, Math.multiplyExact(width, type.bytes()))];
    double[] values = new double[most * width];
    try (InputStream in = opening.open()) {
      while (left > 0) {
        int rows = (int) Math.min(left, rowsAtOnce);
        int wanted = rows * width * type.bytes();
        if (in.readNBytes(bytes, 0, wanted) < wanted) {
          throw new InputException(
              name + ": ends before its last number; it was cut off, copy it again");
        }
        type.decode(ByteBuffer.wrap(bytes, 0, wanted).order(order), values, rows * width);
        sink.accept(values, rows);
        left -= rows;
      }
    } catch (IOException e) {
      throw new InputException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private record Bank(StoredArray array, long rows, int slots, int width, @Nullable BitSet mask)
      implements VectorSource {

    @Override
    public String name() {
      return array.name;
    }

    @Override
    public void read(int rowsAtOnce, Sink sink) {
      array.read(width, rowsAtOnce, sink);
    }
  }
}
