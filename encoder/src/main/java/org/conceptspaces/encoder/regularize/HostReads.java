package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.numeric.Casts;

/**
 * The only place where regularisers wait for the device: what trees and spectra are found from is
 * small, and what finds them is no work for a device.
 */
final class HostReads {

  private HostReads() {}

  /** Numbers row by row; no gradient passes. */
  static double[] numbers(NDArray array) {
    return Casts.detached(array, DataType.FLOAT64).toDoubleArray();
  }
}
