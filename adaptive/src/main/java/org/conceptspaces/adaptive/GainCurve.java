package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.numeric.Casts;

/**
 * How a text's loss falls with the number of its concepts: a sum of exponentials {@code w·2^(−k/h)}
 * of half-lives h = 1, 2, 4, … slots, whose weights w are squares and so never negative. Every such
 * curve falls, and each concept saves less than the one before, as nested prefixes do; a few
 * weights describe it at any count, so that a head learns it from one loss at one random count a
 * text.
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
   * @param counts a count for each text
   * @return nats, up to an offset of the text, {@code [B]}
   */
  NDArray at(NDArray outputs, int[] counts) {
    float[] values = new float[counts.length * terms];
    for (int b = 0; b < counts.length; b++) {
      for (int i = 0; i < terms; i++) {
        values[b * terms + i] = (float) lost(i, counts[b]);
      }
    }
    NDArray bases = outputs.getManager().create(values, new Shape(counts.length, terms));
    return weights(outputs).mul(bases).sum(new int[] {1});
  }

  /**
   * The counts at which the next concept is not worth having any more.
   *
   * @param outputs of the head, {@code [B, terms]}
   * @param worth how many nats a concept must save, {@code [1]} or {@code [B, 1]}
   * @return counts without gradient, {@code [B]}
   */
  NDArray smallest(NDArray outputs, NDArray worth) {
    int candidates = Math.max(1, maximum - minimum);
    float[] values = new float[terms * candidates];
    for (int i = 0; i < terms; i++) {
      for (int k = 0; k < maximum - minimum; k++) {
        values[i * candidates + k] = (float) saved(i, minimum + k);
      }
    }
    NDArray bases = outputs.getManager().create(values, new Shape(terms, candidates));
    NDArray saved = weights(outputs.stopGradient()).matMul(bases);
    return Casts.detached(saved.gt(worth), outputs.getDataType()).sum(new int[] {1}).add(minimum);
  }

  private NDArray weights(NDArray outputs) {
    return outputs.add(start).square();
  }
}
