package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.SparseFormat;

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
      NDArray indices = scratch.create(rows);
      NDArray table = array.stopGradient();
      table.attach(scratch);
      NDArray flat = table.reshape(array.getShape().get(0), -1);
      return toDoubles(
          indices.getNDArrayInternal().embedding(indices, flat, SparseFormat.DENSE).head());
    }
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
