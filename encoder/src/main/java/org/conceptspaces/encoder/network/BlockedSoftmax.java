package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.Pass;

/**
 * Cross-entropies {@code ln Σ_v exp(s_iv) − s_it} with scores {@code s_iv = ⟨h_i, e_v⟩ + b_v} and
 * targets {@code t}, some rows at a time. Scores of all rows over a large vocabulary are a step's
 * largest array, and autograd would keep it, its softmax and both their gradients. Gradients of the
 * logarithms are sums over probabilities, {@code ∂h_i = w_i Σ_v p_iv e_v}, {@code ∂e_v = Σ_i w_i
 * p_iv h_i} and {@code ∂b_v = Σ_i w_i p_iv}, so each block can leave its share of them and be
 * forgotten: memory is that of one block and of the results, however many rows there are. Exact.
 * (The idea is that of "Cut your losses in large-vocabulary language models", Wijmans et al.,
 * 2025.)
 */
final class BlockedSoftmax {

  /** Scores at a time: 2 MiB, which a core's cache holds. */
  private static final int BLOCK = 1 << 19;

  /** Fewer rows at a time would spend more on the table than on themselves. */
  private static final int LEAST_ROWS = 128;

  private BlockedSoftmax() {}

  /**
   * Computes the losses.
   *
   * @param rows {@code h}, {@code [P, d]}
   * @param table {@code e}, {@code [V, d]}
   * @param bias {@code b}, {@code [V]}
   * @param targets {@code t}, int64, {@code [P]}
   * @param weights {@code w}, {@code [P]}
   * @return the loss of each row, {@code [P]}, and their weighted sum, of which the gradient of
   *     {@code −Σ_i w_i s_it} is still to be added
   */
  static TokenLosses of(
      Pass pass, NDArray rows, NDArray table, NDArray bias, NDArray targets, NDArray weights) {
    NDManager manager = rows.getManager();
    long count = rows.getShape().get(0);
    long height = Math.max(LEAST_ROWS, BLOCK / table.getShape().get(0));
    try (Blocks blocks = new Blocks(manager, rows, table, bias, targets, weights)) {
      for (long start = 0; start < count; start += height) {
        blocks.add(start, Math.min(count, start + height), pass.training());
      }
      NDArray each = NDArrays.concat(blocks.losses, 0);
      each.attach(manager);
      NDArray sum = each.mul(weights).sum();
      return new TokenLosses(each, pass.training() ? blocks.attach(sum, rows, table, bias) : sum);
    }
  }

  /** What blocks leave behind. */
  private static final class Blocks implements AutoCloseable {
    private final NDManager own;
    private final NDArray rows;
    private final NDArray table;
    private final NDArray bias;
    private final NDArray targets;
    private final NDArray weights;
    private final NDList losses = new NDList();
    private final NDList ofRows = new NDList();
    private final NDArray ofTable;
    private final NDArray ofBias;

    Blocks(
        NDManager manager,
        NDArray rows,
        NDArray table,
        NDArray bias,
        NDArray targets,
        NDArray weights) {
      own = manager.newSubManager();
      this.rows = fixed(rows);
      this.table = fixed(table);
      this.bias = fixed(bias);
      this.targets = fixed(targets.reshape(-1, 1));
      this.weights = fixed(weights.reshape(-1, 1));
      ofTable = this.table.zerosLike();
      ofBias = this.bias.zerosLike().reshape(1, -1);
    }

    private NDArray fixed(NDArray x) {
      NDArray fixed = x.stopGradient();
      fixed.attach(own);
      return fixed;
    }

    void add(long start, long end, boolean training) {
      try (NDManager block = own.newSubManager()) {
        NDArray h = cut(block, rows, start, end);
        NDArray scores = h.getNDArrayInternal().linear(h, table, bias).head();
        NDArray logarithms = scores.logSoftmax(-1);
        NDArray loss = logarithms.gather(cut(block, targets, start, end), -1).squeeze(-1).neg();
        loss.attach(own);
        losses.add(loss);
        if (training) {
          NDArray w = cut(block, weights, start, end);
          NDArray p = logarithms.exp();
          NDArray gradient = p.matMul(table).mul(w);
          gradient.attach(own);
          ofRows.add(gradient);
          NDArray columns = p.transpose();
          ofTable.addi(columns.matMul(h.mul(w)));
          ofBias.addi(columns.matMul(w).reshape(1, -1));
        }
      }
    }

    private static NDArray cut(NDManager block, NDArray x, long start, long end) {
      long count = x.getShape().get(0);
      NDArray view = x.reshape(x.getShape());
      view.attach(block);
      if (start == 0) {
        return end == count ? view : view.split(new long[] {end}, 0).head();
      }
      long[] cuts = end == count ? new long[] {start} : new long[] {start, end};
      return view.split(cuts, 0).get(1);
    }

    /** The sum, joined to the graph by its derivatives. */
    NDArray attach(NDArray sum, NDArray rows, NDArray table, NDArray bias) {
      NDArray byRows = zero(rows, NDArrays.concat(ofRows, 0));
      NDArray byTable = zero(table, ofTable);
      NDArray byBias = zero(bias, ofBias.reshape(bias.getShape()));
      return sum.add(byRows).add(byTable).add(byBias).reshape(new Shape());
    }

    /** 0, with a gradient. */
    private NDArray zero(NDArray x, NDArray gradient) {
      NDArray view = x.reshape(x.getShape());
      view.attach(own);
      return view.sub(view.stopGradient()).mul(gradient).sum();
    }

    @Override
    public void close() {
      own.close();
    }
  }
}
