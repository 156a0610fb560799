package org.conceptspaces.api.pairs;

/**
 * Steps of points {@code y} of the unit hyperboloid by their tangents {@code v} at the origin:
 * {@code y = (sinh r · v/r, cosh r)} with {@code r = ‖v‖}. Gradient descent in this chart moves a
 * point along its radius as along a geodesic, and across it by {@code (sinh r/r)²} times as much.
 * For one thread.
 */
final class OriginChart {

  /** Where {@code sinh r/r} is 1 to 2e-9, and {@code y₀² − 1} has 8 digits left. */
  private static final double NEAREST_SQUARE = 1e-8;

  private final double longest;

  private double ofOwn;
  private double ofOther;

  /**
   * A chart.
   *
   * @param longest the longest step of a tangent
   */
  OriginChart(double longest) {
    this.longest = longest;
  }

  /** Whether a point is far enough from the origin that the chart makes a difference. */
  static boolean matters(double time) {
    return time * time - 1 > NEAREST_SQUARE;
  }

  /**
   * Where a step on the way to another point, or away from it, takes a point: {@link #ofOwn} of
   * itself and {@link #ofOther} of the other one, in space coordinates.
   *
   * @param time the point's time coordinate y₀
   * @param other the other's
   * @param cosh of their distance
   * @param inverse 1/sinh of their distance, or 0 if they coincide
   * @param length minus the derivative by the distance times the rate
   */
  void step(double time, double other, double cosh, double inverse, double length) {
    if (inverse == 0) {
      ofOwn = 1;
      ofOther = 0;
      return;
    }
    double square = time * time - 1;
    double sinh = Math.sqrt(square);
    double radius = Math.log(sinh + time);
    double stretch = sinh / radius;
    // of the unit tangent towards the other: along the radius, and what is left across it
    double along = Math.max(-1, Math.min(1, inverse * (other - cosh * time) / sinh));
    double across = stretch * Math.sqrt(1 - along * along);
    double step = shortened(length, Math.sqrt(along * along + across * across));
    double outward = radius + along * step;
    double scale = sinhOver(Math.sqrt(outward * outward + step * across * (step * across)));
    double turn = scale * stretch * step * inverse;
    ofOther = turn;
    ofOwn = scale * outward / sinh - turn * (other * time - cosh) / square;
  }

  private double shortened(double length, double norm) {
    double whole = Math.abs(length) * norm;
    return whole > longest ? length * (longest / whole) : length;
  }

  double ofOwn() {
    return ofOwn;
  }

  double ofOther() {
    return ofOther;
  }

  /**
   * Moves a point in place, by minus the rate times the Riemannian gradient. That comes in two
   * parts, {@code pulled − back·point}: the second has none across the radius, but far out it is so
   * large that its rounding would bury what the first has.
   *
   * @param point space coordinates, and the time coordinate at {@code dimension}, which is left
   * @param pulled the first part, of which only space coordinates are read
   * @param back the second part's factor
   */
  void move(double[] point, double[] pulled, double back, int dimension) {
    double square = 0;
    double dot = 0;
    for (int k = 0; k < dimension; k++) {
      square += point[k] * point[k];
      dot += point[k] * pulled[k];
    }
    double sinh = Math.sqrt(square);
    double radius = Math.log(sinh + point[dimension]);
    double stretch = sinh / radius;
    double along = (dot - back * square) / (sinh * point[dimension]);
    double share = dot / square;
    double across = 0;
    for (int k = 0; k < dimension; k++) {
      double part = stretch * (pulled[k] - share * point[k]);
      across += part * part;
    }
    double step = shortened(1, Math.sqrt(along * along + across));
    double outward = radius + step * along;
    double scale = sinhOver(Math.sqrt(outward * outward + step * step * across));
    double turn = scale * step * stretch;
    double stay = scale * outward / sinh - turn * share;
    for (int k = 0; k < dimension; k++) {
      point[k] = stay * point[k] + turn * pulled[k];
    }
  }

  /** {@code sinh r/r}; by one exponential, which the compiler knows. */
  private static double sinhOver(double radius) {
    if (radius < 0.01) {
      return 1 + radius * radius / 6 * (1 + radius * radius / 20);
    }
    double exponential = Math.exp(radius);
    return (exponential - 1 / exponential) / (2 * radius);
  }
}
