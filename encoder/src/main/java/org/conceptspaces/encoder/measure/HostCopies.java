package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** Copies results from the device, whatever their floating type. */
public final class HostCopies {

  private HostCopies() {}

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
