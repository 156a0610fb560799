package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;

/** Copies results from the device, whatever their floating type. */
public final class HostCopies {

  private HostCopies() {}

  /**
   * Copies some rows.
   *
   * @param array float32 or float64, {@code [N, …]}
   * @param rows which of the N, at least one
   * @return their numbers, row by row
   */
  public static double[] rows(NDArray array, int[] rows) {
    if (rows.length == array.getShape().get(0)) {
      return toDoubles(array);
    }
    try (NDManager scratch = array.getManager().newSubManager()) {
      NDArray table = array.stopGradient();
      table.attach(scratch);
      NDArray flat = table.reshape(array.getShape().get(0), -1);
      return toDoubles(RowBlock.of(flat, rows, scratch));
    }
  }

  /**
   * Copies a matrix.
   *
   * @param matrix float32 or float64, {@code [N, M]}
   * @return its rows
   */
  static double[][] matrix(NDArray matrix) {
    int columns = Math.toIntExact(matrix.getShape().get(1));
    double[] flat = toDoubles(matrix);
    double[][] rows = new double[Math.toIntExact(matrix.getShape().get(0))][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
    }
    return rows;
  }

  /**
   * Copies an array.
   *
   * @param array float32 or float64
   * @return its numbers, row by row
   */
  public static double[] toDoubles(NDArray array) {
    if (array.getDataType() == DataType.FLOAT64) {
      return array.toDoubleArray();
    }
    float[] narrow = array.toFloatArray();
    double[] wide = new double[narrow.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = narrow[i];
    }
    return wide;
  }
}
