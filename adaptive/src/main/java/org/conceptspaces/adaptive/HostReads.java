package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;

/**
 * The only place that waits for the device, once a batch at most: knowing the counts, the space can
 * cut off the slots that no text uses.
 */
final class HostReads {

  private HostReads() {}

  /** Counts in float32, {@code [B]}, rounded to whole numbers. */
  static int[] counts(NDArray counts) {
    float[] read = counts.toFloatArray();
    int[] whole = new int[read.length];
    for (int i = 0; i < read.length; i++) {
      whole[i] = Math.round(read[i]);
    }
    return whole;
  }
}
