package org.conceptspaces.taxonomy.embedding;

import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairStar;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/** One step of gradient descent on the loss of one visit. For one thread. */
final class VisitStep {

  /** Keeps a quotient of two numbers that both underflowed finite. */
  private static final double TINY = 1e-300;

  /** Steps shorter than this share of the rate are not stored, which saves a sixth of the time. */
  private static final double NEGLIGIBLE = 1e-10;

  private final Objective objective;
  private final double[] points;
  private final int width;
  private final PairStar star;
  private final int[] companions;
  private final double[] distances;
  private final double[] weights;
  private final double[] lengths;

  VisitStep(PairKernel kernel, Objective objective, double[] points) {
    this.objective = objective;
    this.points = points;
    this.width = kernel.width();
    int capacity = objective.together() + objective.negatives();
    star = kernel.star(capacity);
    companions = new int[capacity];
    distances = new double[capacity];
    weights = new double[capacity];
    lengths = new double[capacity];
  }

  /** Makes the step; returns the sum of the losses before it. */
  double visit(Visits visits, int visit, Negatives negatives, SeededRandom random, Step step) {
    int node = visits.node(visit);
    int related = visits.count(visit);
    int count = related + objective.negatives();
    for (int i = 0; i < related; i++) {
      companions[i] = visits.related(visit, i);
    }
    negatives.draw(node, random, companions, related, objective.negatives());
    star.centre(points, node * width);
    for (int i = 0; i < count; i++) {
      star.companion(i, points, companions[i] * width);
    }
    star.measure(count);
    weigh(count);
    double loss = steps(related, count, step.rate());
    if (step.parametrisation() == Parametrisation.TANGENTS) {
      star.pullTangents(count, lengths);
    } else {
      star.pull(count, lengths);
    }
    double least = NEGLIGIBLE * step.rate();
    for (int i = 0; i < count; i++) {
      if (Math.abs(lengths[i]) > least) {
        star.storeCompanion(i, points, companions[i] * width);
      }
    }
    star.storeCentre(points, node * width);
    return loss;
  }

  /** {@code exp(−βE)} of every companion, but for a common factor that makes the largest 1. */
  private void weigh(int count) {
    double sharpness = objective.sharpness();
    boolean root = objective.energy() == Energy.DISTANCE;
    if (root && (sharpness == 1 || sharpness == 2) && weighQuickly(count, sharpness == 2)) {
      return;
    }
    star.distances(count, distances);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, distances[i]);
    }
    for (int i = 0; i < count; i++) {
      double d = distances[i];
      double more = root ? d - least : (d - least) * (d + least);
      weights[i] = Math.exp(-sharpness * more);
    }
  }

  // without exponentials and logarithms; false if all points are too far away for it
  private boolean weighQuickly(int count, boolean squared) {
    star.proximities(count, weights);
    double most = 0;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, weights[i]);
    }
    if (most < TINY) {
      return false;
    }
    double factor = 1 / most;
    for (int i = 0; i < count; i++) {
      double weight = weights[i] * factor;
      weights[i] = squared ? weight * weight : weight;
    }
    return true;
  }

  // minus rate times the derivative of the losses' sum by each distance
  private double steps(int related, int count, double rate) {
    double others = 0;
    for (int i = related; i < count; i++) {
      others += weights[i];
    }
    double shares = 0;
    double loss = 0;
    double full = rate * objective.sharpness();
    for (int i = 0; i < related; i++) {
      double all = weights[i] + others + TINY;
      shares += 1 / all;
      lengths[i] = full * (others / all);
      loss += Math.log(all / (weights[i] + TINY));
    }
    for (int i = related; i < count; i++) {
      lengths[i] = -full * shares * weights[i];
    }
    if (objective.energy() == Energy.SQUARED_DISTANCE) {
      for (int i = 0; i < count; i++) {
        lengths[i] *= 2 * distances[i];
      }
    }
    return loss;
  }
}
