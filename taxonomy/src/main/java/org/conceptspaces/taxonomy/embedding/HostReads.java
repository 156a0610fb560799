package org.conceptspaces.taxonomy.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.numeric.Casts;

/** Copies from the device: between epochs, never within a step. */
final class HostReads {

  private HostReads() {}

  /** The numbers of a float32 or float64 array, row by row; the array's manager holds the rest. */
  static double[] doubles(NDArray array) {
    return Casts.to(array, DataType.FLOAT64).toDoubleArray();
  }
}
