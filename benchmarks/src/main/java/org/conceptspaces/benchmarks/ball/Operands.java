package org.conceptspaces.benchmarks.ball;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Rows of two operands, as they are stored: numbers of float32 are exact in these arrays, too. */
final class Operands {

  private final double[][] first;
  private final double[][] second;

  private Operands(double[][] first, double[][] second) {
    this.first = first;
    this.second = second;
  }

  /** {@code [rows][dimension]}. */
  double[][] first() {
    return first;
  }

  /** {@code [rows][dimension]}. */
  double[][] second() {
    return second;
  }

  /** Draws rows; the same for the same arguments. */
  static Operands draw(
      Region region, Operation operation, boolean single, int rows, int dimension) {
    Random random = new Random((region.name() + operation.name()).hashCode());
    Operands drawn = new Operands(new double[rows][dimension], new double[rows][dimension]);
    for (int row = 0; row < rows; row++) {
      region.draw(operation, single, drawn.first[row], drawn.second[row], random);
      if (single) {
        round(drawn.first[row]);
        round(drawn.second[row]);
      }
    }
    return drawn;
  }

  private static void round(double[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) row[i];
    }
  }

  /** Writes both operands, row by row, as little-endian float64. */
  void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (double[][] operand : new double[][][] {first, second}) {
        for (double[] row : operand) {
          ByteBuffer bytes = ByteBuffer.allocate(8 * row.length).order(ByteOrder.LITTLE_ENDIAN);
          bytes.asDoubleBuffer().put(row);
          out.write(bytes.array());
        }
      }
    }
  }

  /** Reads what {@link #write} wrote, or a contender's results. */
  static double[] read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    double[] numbers = new double[bytes.length / 8];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
    return numbers;
  }
}
