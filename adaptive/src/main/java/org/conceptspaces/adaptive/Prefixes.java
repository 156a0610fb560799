package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** The first so many slots of each text. */
final class Prefixes {

  private Prefixes() {}

  /**
   * A mask.
   *
   * @param counts how many slots each text uses, at least 1, {@code [B]}
   * @return 1 for slots in use and 0 for others, {@code [B, greatest count]}
   */
  static NDArray of(NDManager manager, int[] counts) {
    int columns = Arrays.stream(counts).max().orElse(1);
    float[] mask = new float[counts.length * columns];
    for (int b = 0; b < counts.length; b++) {
      Arrays.fill(mask, b * columns, b * columns + counts[b], 1);
    }
    return manager.create(mask, new Shape(counts.length, columns));
  }
}
