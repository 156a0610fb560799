package org.conceptspaces.placement.rank;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * McFadden's conditional logit ("Conditional logit analysis of qualitative choice behavior", 1973):
 * a candidate's probability is the softmax of a linear score over the candidates of its text. The
 * weights minimise how much it surprises, in the mean, that any of the true parents is chosen, and
 * a penalty on how far the weights of standardised features are from a prior's, squared. Where
 * texts have one parent each that is strictly convex: there is one answer, which Newton's method
 * finds, and no seed. Where some have several, each step first shares such a text out between its
 * parents by their probabilities (expectation–maximisation), and makes the loss of that smaller.
 *
 * @param weights of the features, as they are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ConditionalLogit(double[] weights) {

  private static final int MOST_STEPS = 50;
  private static final int MOST_HALVINGS = 30;

  /** Always as many, whatever the machine, so that sums round alike. */
  private static final int BLOCKS = 8;

  /** What a step must gain for another one to be made, in nats per text. */
  private static final double LEAST_GAIN = 1e-8;

  /**
   * What weights are thought to be before any text is seen.
   *
   * @param weights of the features, as they are; none if all are thought to be near 0
   * @param penalty on each text's share of the squared differences from these, of standardised
   *     features; above 0
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Prior(double[] weights, double penalty) {

    /**
     * That weights are small.
     *
     * @param penalty on each text's share of the squared weights, above 0
     */
    public Prior(double penalty) {
      this(new double[0], penalty);
    }

    double weight(int feature) {
      return weights.length == 0 ? 0 : weights[feature];
    }
  }

  /**
   * Fits the weights.
   *
   * @param examples texts with their candidates; those whose parents are not among these are left
   *     out, and one at least must remain
   * @param prior what it takes texts to depart from
   * @return the fitted weights; the prior's for features that are the same for all candidates
   * @throws IllegalArgumentException if no example has a parent among its candidates
   */
  public static ConditionalLogit fit(List<Example> examples, Prior prior) {
    return fit(examples, prior, prior.weights());
  }

  /**
   * Fits the weights, beginning with some: where texts have one parent each the answer is the same,
   * if near it is found sooner.
   *
   * @param start weights to begin with; none for 0
   */
  static ConditionalLogit fit(List<Example> examples, Prior prior, double[] start) {
    List<Example> covered = examples.stream().filter(Example::isCovered).toList();
    if (covered.isEmpty()) {
      throw new IllegalArgumentException(
          "none of " + examples.size() + " texts has its parent among its candidates");
    }
    Loss loss = new Loss(covered, prior);
    double[] weights = loss.scaled(start);
    double value = loss.value(weights);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] direction = loss.newton(weights);
      double before = value;
      double length = 1;
      for (int halving = 0; halving < MOST_HALVINGS; halving++) {
        double[] next = moved(weights, direction, length);
        double there = loss.value(next);
        if (there < before) {
          weights = next;
          value = there;
          break;
        }
        length /= 2;
      }
      if (!(before - value > LEAST_GAIN)) {
        break;
      }
    }
    return new ConditionalLogit(loss.unscaled(weights));
  }

  private static double[] moved(double[] from, double[] direction, double length) {
    return IntStream.range(0, from.length)
        .mapToDouble(f -> from[f] - length * direction[f])
        .toArray();
  }

  /**
   * The scores of candidates.
   *
   * @param candidates with as many features as there are weights
   * @return a new array: a score for each, higher is likelier
   */
  public double[] scores(Candidates candidates) {
    return scores(candidates, weights);
  }

  private static double[] scores(Candidates candidates, double[] weights) {
    double[] scores = new double[candidates.size()];
    float[] features = candidates.features();
    for (int c = 0, at = 0; c < scores.length; c++) {
      double score = 0;
      for (double weight : weights) {
        score += weight * features[at++];
      }
      scores[c] = score;
    }
    return scores;
  }

  /**
   * Softmax.
   *
   * @param scores any finite numbers
   * @return a new array: probabilities that sum to 1
   */
  static double[] softmax(double[] scores) {
    double highest = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).max().orElse(0);
    double[] probabilities = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = Math.exp(scores[i] - highest);
      sum += probabilities[i];
    }
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  /** The loss over weights of standardised features. */
  private static final class Loss {
    private final List<Example> examples;
    private final Prior prior;
    private final int width;
    private final double[] scale;

    /** The prior's weights of standardised features. */
    private final double[] centre;

    Loss(List<Example> examples, Prior prior) {
      this.examples = examples;
      this.prior = prior;
      width = examples.get(0).candidates().width();
      scale = scales();
      centre = scaled(prior.weights);
    }

    final double[] scaled(double[] own) {
      return IntStream.range(0, width)
          .mapToDouble(f -> own.length == 0 || scale[f] == 0 ? 0 : own[f] / scale[f])
          .toArray();
    }

    /** One over each feature's standard deviation, 0 for constants, which tell nothing. */
    private double[] scales() {
      double[] sum = new double[width];
      double[] squares = new double[width];
      long rows = 0;
      for (Example example : examples) {
        float[] features = example.candidates().features();
        for (int i = 0; i < features.length; i++) {
          sum[i % width] += features[i];
          squares[i % width] += (double) features[i] * features[i];
        }
        rows += example.candidates().size();
      }
      double[] scales = new double[width];
      for (int f = 0; f < width; f++) {
        double mean = sum[f] / rows;
        double variance = squares[f] / rows - mean * mean;
        scales[f] = variance > 1e-12 * Math.max(1, mean * mean) ? 1 / Math.sqrt(variance) : 0;
      }
      return scales;
    }

    double[] unscaled(double[] weights) {
      return IntStream.range(0, width)
          .mapToDouble(f -> scale[f] == 0 ? prior.weight(f) : weights[f] * scale[f])
          .toArray();
    }

    double value(double[] weights) {
      double[] own = unscaled(weights);
      // summed in order after the parallel part, so that it always rounds alike
      double[] losses =
          examples.parallelStream().mapToDouble(example -> loss(example, own)).toArray();
      double sum = 0;
      for (double loss : losses) {
        sum += loss;
      }
      double squares = 0;
      for (int f = 0; f < width; f++) {
        squares += (weights[f] - centre[f]) * (weights[f] - centre[f]);
      }
      return sum / examples.size() + prior.penalty / 2 * squares;
    }

    private static double loss(Example example, double[] weights) {
      double[] p = softmax(scores(example.candidates(), weights));
      return -Math.log(Math.max(right(example, p), Double.MIN_NORMAL));
    }

    /** The probability that a true parent is chosen. */
    private static double right(Example example, double[] p) {
      double right = 0;
      for (int c = 0; c < p.length; c++) {
        right += example.isParent(example.candidates().nodes()[c]) ? p[c] : 0;
      }
      return right;
    }

    /** What to go back by: the inverse Hessian times the gradient. */
    double[] newton(double[] weights) {
      double[] own = unscaled(weights);
      int blocks = Math.min(BLOCKS, examples.size());
      List<Curvature> parts =
          IntStream.range(0, blocks)
              .parallel()
              .mapToObj(block -> curvature(own, block, blocks))
              .toList();
      Curvature sum = parts.get(0);
      parts.subList(1, blocks).forEach(sum::add);
      double[] gradient = new double[width];
      double[][] hessian = new double[width][width];
      for (int f = 0; f < width; f++) {
        gradient[f] =
            sum.gradient[f] * scale[f] / examples.size() + prior.penalty * (weights[f] - centre[f]);
        for (int g = 0; g <= f; g++) {
          double entry = sum.hessian[f][g] * scale[f] * scale[g] / examples.size();
          hessian[f][g] = entry;
          hessian[g][f] = entry;
        }
        hessian[f][f] += prior.penalty;
      }
      return new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false), 1e-9, 0)
          .getSolver()
          .solve(new ArrayRealVector(gradient, false))
          .toArray();
    }

    private Curvature curvature(double[] weights, int block, int blocks) {
      Curvature sum = new Curvature(width);
      for (int e = block; e < examples.size(); e += blocks) {
        Example example = examples.get(e);
        double[] p = softmax(scores(example.candidates(), weights));
        sum.add(example, p);
      }
      return sum;
    }
  }

  /** Gradient and Hessian (its lower half) of the sum of losses. */
  private static final class Curvature {

    /**
     * Candidates less likely than this hardly bend the loss, and are most of them; steps that leave
     * them out end in the same place, since the gradient has them all.
     */
    private static final double LEAST_PROBABILITY = 1e-3;

    private final double[] gradient;
    private final double[][] hessian;

    Curvature(int width) {
      gradient = new double[width];
      hessian = new double[width][width];
    }

    void add(Example example, double[] p) {
      int width = gradient.length;
      int[] nodes = example.candidates().nodes();
      float[] features = example.candidates().features();
      double right = Math.max(Loss.right(example, p), Double.MIN_NORMAL);
      double[] mean = new double[width];
      for (int c = 0; c < p.length; c++) {
        double target = example.isParent(nodes[c]) ? p[c] / right : 0;
        for (int f = 0; f < width; f++) {
          double feature = features[c * width + f];
          mean[f] += p[c] * feature;
          gradient[f] += (p[c] - target) * feature;
        }
      }
      double[] around = new double[width];
      for (int c = 0; c < p.length; c++) {
        if (p[c] > LEAST_PROBABILITY) {
          for (int f = 0; f < width; f++) {
            around[f] = features[c * width + f] - mean[f];
          }
          addSquare(around, p[c]);
        }
      }
    }

    private void addSquare(double[] vector, double weight) {
      for (int f = 0; f < vector.length; f++) {
        double factor = weight * vector[f];
        double[] row = hessian[f];
        for (int g = 0; g <= f; g++) {
          row[g] += factor * vector[g];
        }
      }
    }

    void add(Curvature other) {
      for (int f = 0; f < gradient.length; f++) {
        gradient[f] += other.gradient[f];
        for (int g = 0; g <= f; g++) {
          hessian[f][g] += other.hessian[f][g];
        }
      }
    }
  }
}
