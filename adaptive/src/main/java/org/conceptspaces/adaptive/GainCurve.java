package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.function.IntToDoubleFunction;
import org.conceptspaces.api.numeric.Casts;

/**
 * How a text's loss falls with the number of its concepts: a sum of exponentials {@code
 * s·w·2^(−k/(s·h))} of half-lives h = 1, 2, 4, … slots, whose weights w are squares and so never
 * negative. Every such curve falls, and each concept saves less than the one before, as nested
 * prefixes do; a few weights describe it at any count, so that a head learns it from one loss at
 * one random count a text. The scale s is how much more a text has to tell than a usual one: with
 * the same weights a text of twice the scale wants twice the concepts, and gains twice by them.
 */
final class GainCurve {

  private final int minimum;
  private final int maximum;
  private final int terms;
  private final double start;

  /**
   * A family of curves.
   *
   * @param minimum the least count, at least 1
   * @param maximum the greatest count
   * @param saving what the next concept saves at {@code first} concepts, in nats, while all outputs
   *     of the head are 0
   * @param first a count, which may lie between two
   */
  GainCurve(int minimum, int maximum, double saving, double first) {
    this.minimum = minimum;
    this.maximum = maximum;
    // Half-lives up to the first that is no less than the greatest count.
    terms = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(maximum - 1);
    double saved = 0;
    for (int i = 0; i < terms; i++) {
      saved += saved(i, first);
    }
    start = Math.sqrt(saving / saved);
  }

  /** The number of weights. */
  int terms() {
    return terms;
  }

  private static double lost(int term, double count) {
    return Math.pow(2, -count / Math.scalb(1.0, term));
  }

  private static double saved(int term, double count) {
    return lost(term, count) - lost(term, count + 1);
  }

  /**
   * How much is lost at some counts.
   *
   * @param outputs of the head, {@code [B, terms]}
   * @param scale above 0, without gradient, {@code [B, 1]}
   * @param counts a count for each text
   * @return nats, up to an offset of the text, {@code [B]}
   */
  NDArray at(NDArray outputs, NDArray scale, int[] counts) {
    NDArray count = numbers(outputs, new Shape(counts.length, 1, 1), b -> counts[b]);
    NDArray lost = weights(outputs).mul(lost(count, scale).squeeze(2)).sum(new int[] {1}, true);
    return lost.mul(scale).squeeze(1);
  }

  /**
   * The counts at which the next concept is not worth having any more.
   *
   * @param outputs of the head, {@code [B, terms]}
   * @param scale above 0, without gradient, {@code [B, 1]}
   * @param worth how many nats a concept must save, {@code [1]} or {@code [B, 1]}
   * @return counts without gradient, {@code [B]}
   */
  NDArray smallest(NDArray outputs, NDArray scale, NDArray worth) {
    int candidates = maximum - minimum;
    if (candidates == 0) {
      return outputs.stopGradient().sum(new int[] {1}).zerosLike().add(minimum);
    }
    NDArray counts = numbers(outputs, new Shape(1, 1, candidates + 1), k -> minimum + k);
    NDArray weights = weights(outputs.stopGradient()).expandDims(2);
    NDArray lost = weights.mul(lost(counts, scale)).sum(new int[] {1}).mul(scale);
    NDArray before = lost.split(new long[] {candidates}, 1).get(0);
    NDArray after = lost.split(new long[] {1}, 1).get(1);
    NDArray saved = before.sub(after);
    return Casts.detached(saved.gt(worth), outputs.getDataType()).sum(new int[] {1}).add(minimum);
  }

  /** Each exponential at some counts, {@code [B, terms, counts]}. */
  private NDArray lost(NDArray counts, NDArray scale) {
    NDArray rate = numbers(counts, new Shape(1, terms, 1), i -> -Math.log(2) / Math.scalb(1.0, i));
    return counts.div(scale.expandDims(2)).mul(rate).exp();
  }

  private static NDArray numbers(NDArray like, Shape shape, IntToDoubleFunction of) {
    float[] numbers = new float[(int) shape.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) of.applyAsDouble(i);
    }
    return like.getManager().create(numbers, shape);
  }

  private NDArray weights(NDArray outputs) {
    return outputs.add(start).square();
  }
}
