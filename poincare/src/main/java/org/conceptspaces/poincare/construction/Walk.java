package org.conceptspaces.poincare.construction;

/**
 * A walk along the edges of a tree that knows, at each node, how far away the start is and in which
 * direction: exact hyperbolic trigonometry in each node's own frame, so that no coordinate near the
 * edge of the ball is ever needed. With ψ the angle between the start's direction h and the next
 * edge g, {@code s = |h − g|/2 = sin(ψ/2)}, {@code c = |h + g|/2}, and the law of cosines in a form
 * of positive terms,
 *
 * <pre>  cosh d' = ½ e^(d+τ) · (s²(1 + e^(−2d−2τ)) + c²(e^(−2d) + e^(−2τ)))</pre>
 *
 * and the start's direction at the next node, in its mirrored frame, along {@code (s²(1 −
 * e^(−2d−2τ)) + c²(e^(−2d) − e^(−2τ)))·g + e^(−τ)(1 − e^(−2d))·(h − (h·g)g)}. Each step adds a few
 * roundings of d and an angle's rounding, some 1e-16, over tan(ψ/2): in trees whose edges are long
 * enough for their degree, distances are good to about 1e-13 times the number of steps.
 */
final class Walk {

  /**
   * Below, squares of hyperbolic sines keep short distances exact; above, logarithms large ones.
   */
  private static final double LONG = 30;

  private final Directions directions;
  private final double tau;
  private final double shrink;
  private final int dimension;

  Walk(Directions directions, double tau) {
    this.directions = directions;
    this.tau = tau;
    this.shrink = Math.exp(-tau);
    this.dimension = directions.dimension();
  }

  /** The first step: the start lies along the edge, an edge away. */
  void start(int edge, double[] headings, int to) {
    for (int axis = 0; axis < dimension; axis++) {
      headings[to + axis] = directions.component(edge, axis);
    }
  }

  /**
   * A step along the edge between a node and its parent, up or down alike.
   *
   * @param distance of the start
   * @param headings holds the start's direction from {@code from} on; the new one goes to {@code
   *     to}
   * @param edge the lower node of the edge
   * @return the new distance of the start
   */
  double step(double distance, double[] headings, int from, int edge, int to) {
    double sine = 0;
    for (int axis = 0; axis < dimension; axis++) {
      double difference = headings[from + axis] - directions.component(edge, axis);
      sine += difference * difference;
    }
    sine = Math.min(1, sine / 4);
    double cosine = 1 - sine;
    double near = Math.exp(-2 * distance);
    double length = shrink * shrink;
    double along = sine * (1 - near * length) + cosine * (near - length);
    double aside = shrink * (1 - near);
    double dot = 1 - 2 * sine;
    double square = 0;
    for (int axis = 0; axis < dimension; axis++) {
      double g = directions.component(edge, axis);
      double value = along * g + aside * (headings[from + axis] - dot * g);
      headings[to + axis] = value;
      square += value * value;
    }
    if (square > 0) {
      double norm = Math.sqrt(square);
      for (int axis = 0; axis < dimension; axis++) {
        headings[to + axis] /= norm;
      }
    }
    if (distance + tau < LONG) {
      double half = Math.sinh((distance - tau) / 2);
      return 2 * asinh(Math.sqrt(half * half + Math.sinh(distance) * Math.sinh(tau) * sine));
    }
    double q = distance + tau + Math.log(sine * (1 + near * length) + cosine * (near + length));
    return q + Math.log((1 + Math.sqrt(Math.max(0, 1 - 4 * Math.exp(-2 * q)))) / 2);
  }

  private static double asinh(double x) {
    return Math.log1p(x + x * x / (1 + Math.sqrt(1 + x * x)));
  }

  /**
   * By how much each further step away from the start adds to its distance, at least, after the
   * first; not above 0 where there is no such bound. The start's direction and the edge that one
   * came by are at most φ apart, so that ψ is at least the least angle between edges less φ.
   */
  double growth() {
    double deviation = 0;
    for (int round = 0; round < 1000 && deviation < deviationAfter(deviation); round++) {
      deviation = deviationAfter(deviation) * (1 + 1e-9) + 1e-15; // beyond the limit in the end
    }
    double angle = (directions.separation() - deviation) / 2;
    if (deviation < deviationAfter(deviation) || angle <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double nearest = Math.log((1 + Math.sqrt(Math.max(0, 1 - 4 * shrink * shrink))) / 2);
    return tau + 2 * Math.log(Math.sin(angle)) + nearest - 1e-9;
  }

  /** The largest φ at the next node, if it is this at one; infinite if there is no bound. */
  private double deviationAfter(double deviation) {
    double angle = (directions.separation() - deviation) / 2;
    double length = shrink * shrink;
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    double along = sine * sine * (1 - length * length) - cosine * cosine * length;
    return angle > 0 && along > 0
        ? Math.atan2(2 * sine * cosine * shrink, along)
        : Double.POSITIVE_INFINITY;
  }
}
