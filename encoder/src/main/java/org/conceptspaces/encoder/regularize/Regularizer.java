package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** One loss of one level's concepts. Immutable; computes in any geometry, on the level's device. */
interface Regularizer {

  /**
   * What a regulariser finds in a batch.
   *
   * @param loss to be minimised, a scalar that gradients flow from; 0 where no group is large
   *     enough to be judged
   * @param watched the quantity that tells whether it is needed, a scalar without gradient
   */
  record Reading(NDArray loss, NDArray watched) {}

  /**
   * Over what concepts are compared in pairs.
   *
   * @return null if they are not
   */
  default @Nullable Over pairs() {
    return null;
  }

  /**
   * Looks at a level.
   *
   * @param level the level's concepts
   * @return the loss, in the type of the points
   */
  Reading read(LevelView level);
}
