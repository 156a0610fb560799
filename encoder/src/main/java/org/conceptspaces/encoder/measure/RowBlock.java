package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.SparseFormat;

/** Some rows of an array. */
final class RowBlock {

  private RowBlock() {}

  /**
   * Takes rows.
   *
   * @param array {@code [N, …]}
   * @param start the first
   * @param end one after the last
   * @param scratch owns the result
   * @return {@code [end − start, …]}, without gradients
   */
  static NDArray of(NDArray array, int start, int end, NDManager scratch) {
    NDArray own = array.stopGradient();
    own.attach(scratch);
    return start == 0 && end == array.getShape().get(0)
        ? own
        : own.split(new long[] {start, end}, 0).get(1);
  }

  /**
   * Picks rows.
   *
   * @param array {@code [N, D]}
   * @param rows which of the N, at least one
   * @param scratch owns the result
   * @return {@code [rows, D]}, without gradients
   */
  static NDArray of(NDArray array, int[] rows, NDManager scratch) {
    NDArray indices = scratch.create(rows);
    NDArray table = array.stopGradient();
    table.attach(scratch);
    return indices.getNDArrayInternal().embedding(indices, table, SparseFormat.DENSE).head();
  }
}
