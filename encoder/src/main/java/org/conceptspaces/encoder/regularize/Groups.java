package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/** Arithmetic of groups of rows. */
final class Groups {

  /** The last two axes of three. */
  static final int[] PAIRS = {1, 2};

  /**
   * Squares of lengths below this count as 0: a direction's gradient, {@code 1/‖v‖}, stays below
   * 1e4.
   */
  private static final double SMALL = 1e-8;

  private Groups() {}

  /**
   * The mean over groups of what each group's mean is.
   *
   * @param sums weighted sums, {@code [G]}
   * @param totals the sums of the weights, without gradient; groups with 0 do not count, {@code
   *     [G]}
   * @return a scalar; 0 if no group counts
   */
  static NDArray mean(NDArray sums, NDArray totals) {
    NDArray empty = Functions.isZero(totals);
    NDArray live = empty.neg().add(1);
    NDArray count = live.sum();
    return sums.div(totals.add(empty)).mul(live).sum().div(count.add(Functions.isZero(count)));
  }

  /**
   * Rows of length 1; those of length 0 stay 0.
   *
   * @param vectors {@code [G, n, d]}
   * @return {@code v/√(‖v‖² + 1e-8)}
   */
  static NDArray directions(NDArray vectors) {
    NDArray squares = vectors.square().sum(new int[] {-1}, true);
    return vectors.div(squares.add(SMALL).sqrt());
  }

  /** All products of rows, {@code [G, n, d] → [G, n, n]}. */
  static NDArray gram(NDArray rows) {
    return rows.matMul(rows.transpose(0, 2, 1));
  }

  /** 1 but on the diagonal, {@code [n, n]} for {@code [G, n, n]}. */
  static NDArray distinct(NDArray matrices) {
    int n = Math.toIntExact(matrices.getShape().get(2));
    return matrices.getManager().eye(n, n, 0, matrices.getDataType()).neg().add(1);
  }

  /**
   * Sums of squares around each group's mean, as what estimates variances divides them: by {@code n
   * − 1} where all weights are 1.
   *
   * @param centred weighted deviations {@code √w·(x − m)}, {@code [G, n, d]}
   * @param divisor {@code Σw − Σw²/Σw}, 0 for a group of less than two, {@code [G]}
   */
  record Spread(NDArray centred, NDArray divisor) {

    /** Below this share of a concept, a group is of one. */
    private static final double LEAST = 1e-3;

    static Spread of(NDArray rows, NDArray weights) {
      NDArray total = weights.sum(new int[] {1});
      NDArray safe = total.add(Functions.isZero(total));
      Shape one = new Shape(total.getShape().get(0), 1, 1);
      NDArray each = weights.expandDims(2);
      NDArray mean = rows.mul(each).sum(new int[] {1}, true).div(safe.reshape(one));
      NDArray divisor = total.sub(weights.square().sum(new int[] {1}).div(safe));
      NDArray enough = Functions.choose(divisor.gt(LEAST), divisor, divisor.zerosLike());
      return new Spread(rows.sub(mean).mul(each.sqrt()), enough);
    }

    /** The divisor, 1 where it is 0, with as many axes as wanted. */
    NDArray safeDivisor(int axes) {
      NDArray safe = divisor.add(Functions.isZero(divisor));
      Shape shape = new Shape(divisor.getShape().get(0), 1);
      return safe.reshape(axes == 2 ? shape : shape.add(1));
    }

    /** 1 for groups of two or more, {@code [G]}. */
    NDArray judged() {
      return Functions.isZero(divisor).neg().add(1);
    }
  }

  /** Means over the two axes of pairs, weighted; then over groups that have a pair. */
  static NDArray meanOfPairs(NDArray values, NDArray pairs) {
    return mean(values.mul(pairs).sum(PAIRS), pairs.sum(PAIRS));
  }

  /** {@code max(x, 0)}, with gradient 0 at 0. */
  static NDArray positive(NDArray x) {
    return x.getNDArrayInternal().relu();
  }

  /** An array times a setting. */
  static NDArray times(NDArray x, double setting) {
    return x.mul(Constants.of(x, setting));
  }
}
