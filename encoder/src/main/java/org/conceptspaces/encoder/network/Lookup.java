package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;

/** An embedding look-up: unlike {@code get}, its backward pass is deterministic. */
final class Lookup {

  private Lookup() {}

  /**
   * Rows of a table.
   *
   * @param ids int64, any shape
   * @param table {@code [V, d]}
   * @return the shape of the ids, with {@code d} behind
   */
  static NDArray of(NDArray ids, NDArray table) {
    return ids.getNDArrayInternal().embedding(ids, table, SparseFormat.DENSE).head();
  }
}
