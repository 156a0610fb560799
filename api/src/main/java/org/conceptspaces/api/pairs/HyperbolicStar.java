package org.conceptspaces.api.pairs;

/** A centre and companions on the unit hyperboloid; companions column by column. */
final class HyperbolicStar implements PairStar {

  private final HyperbolicPairs pairs;
  private final int dimension;
  private final int capacity;

  /** The longest step on the unit hyperboloid, where those up to 1 are computed exactly enough. */
  private final double longest;

  private final OriginChart chart;
  private final double[] centre;
  private final double[] shortened;
  private final double[] tangent;
  private final double[] companions;

  /** First 1/(1+y₀) of each companion, later its share of the centre's tangent. */
  private final double[] factor;

  private final double[] excess;
  private final double[] sinh;
  private final double[] ofCompanion;
  private final double[] ofCentre;

  HyperbolicStar(HyperbolicPairs pairs, int capacity) {
    this.pairs = pairs;
    this.dimension = pairs.dimension;
    this.capacity = capacity;
    this.longest = LONGEST_STEP * Math.min(1, pairs.scale);
    this.chart = new OriginChart(longest);
    int width = pairs.width();
    centre = new double[width];
    shortened = new double[dimension];
    tangent = new double[width];
    companions = new double[width * capacity];
    factor = new double[capacity];
    excess = new double[capacity];
    sinh = new double[capacity];
    ofCompanion = new double[capacity];
    ofCentre = new double[capacity];
  }

  @Override
  public void centre(double[] points, int at) {
    System.arraycopy(points, at, centre, 0, dimension + 1);
  }

  @Override
  public void companion(int index, double[] points, int at) {
    for (int k = 0; k <= dimension; k++) {
      companions[k * capacity + index] = points[at + k];
    }
  }

  /** {@code cosh d − 1} and {@code sinh d}. */
  @Override
  public void measure(int count) {
    double own = 1 + centre[dimension];
    // as the companions are, bit for bit: those that coincide shall be at distance 0
    double inverse = 1 / own;
    for (int k = 0; k < dimension; k++) {
      shortened[k] = centre[k] * inverse;
    }
    int time = dimension * capacity;
    for (int j = 0; j < count; j++) {
      factor[j] = 1 / (1 + companions[time + j]);
      excess[j] = 0;
    }
    for (int k = 0; k < dimension; k++) {
      addSquares(k * capacity, shortened[k], count);
    }
    double half = own / 2;
    for (int j = 0; j < count; j++) {
      double t = excess[j] * half / factor[j];
      excess[j] = t;
      sinh[j] = Math.sqrt(t * (t + 2));
    }
  }

  private void addSquares(int column, double own, int count) {
    for (int j = 0; j < count; j++) {
      double difference = companions[column + j] * factor[j] - own;
      excess[j] += difference * difference;
    }
  }

  @Override
  public void distances(int count, double[] out) {
    for (int j = 0; j < count; j++) {
      out[j] = Math.log1p(excess[j] + sinh[j]) / pairs.scale;
    }
  }

  @Override
  public void proximities(int count, double[] out) {
    if (pairs.scale != 1) {
      PairStar.super.proximities(count, out);
      return;
    }
    for (int j = 0; j < count; j++) {
      out[j] = 1 / (1 + excess[j] + sinh[j]);
    }
  }

  @Override
  public void pull(int count, double[] lengths) {
    pull(count, lengths, false);
  }

  @Override
  public void pullTangents(int count, double[] lengths) {
    pull(count, lengths, true);
  }

  private void pull(int count, double[] lengths, boolean tangents) {
    double back = 0;
    double own = centre[dimension];
    int time = dimension * capacity;
    for (int j = 0; j < count; j++) {
      double length = lengths[j] * pairs.scale;
      // from a point that coincides there is no direction
      double inverse = sinh[j] > 0 ? 1 / sinh[j] : 0;
      double cosh = 1 + excess[j];
      factor[j] = length * inverse;
      back += length * inverse * cosh;
      if (tangents && OriginChart.matters(companions[time + j])) {
        chart.step(companions[time + j], own, cosh, inverse, length);
        ofCentre[j] = chart.ofOther();
        ofCompanion[j] = chart.ofOwn();
      } else {
        double step = sinhOfStep(Math.max(-longest, Math.min(longest, length)));
        double towards = step * inverse;
        ofCentre[j] = towards;
        ofCompanion[j] = inverse == 0 ? 1 : Math.sqrt(1 + step * step) - towards * cosh;
      }
    }
    for (int k = 0; k <= dimension; k++) {
      tangent[k] = gathered(k * capacity, count);
    }
    for (int k = 0; k < dimension; k++) {
      moveCompanions(k * capacity, centre[k], count);
    }
    if (tangents && OriginChart.matters(own)) {
      chart.move(centre, tangent, back, dimension);
    } else {
      moveCentre(back);
    }
  }

  // Σ share·companion: four sums, since the compiler may not reorder one
  private double gathered(int column, int count) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int j = 0;
    for (; j + 3 < count; j += 4) {
      first += factor[j] * companions[column + j];
      second += factor[j + 1] * companions[column + j + 1];
      third += factor[j + 2] * companions[column + j + 2];
      fourth += factor[j + 3] * companions[column + j + 3];
    }
    for (; j < count; j++) {
      first += factor[j] * companions[column + j];
    }
    return (first + second) + (third + fourth);
  }

  private void moveCompanions(int column, double own, int count) {
    for (int j = 0; j < count; j++) {
      companions[column + j] = ofCompanion[j] * companions[column + j] + ofCentre[j] * own;
    }
  }

  private void moveCentre(double back) {
    for (int k = 0; k <= dimension; k++) {
      tangent[k] -= back * centre[k];
    }
    double length = tangentLength();
    if (!(length > 0)) {
      return;
    }
    double step = Math.min(length, longest);
    double along = Math.sinh(step) / length;
    double stay = Math.cosh(step);
    for (int k = 0; k < dimension; k++) {
      centre[k] = stay * centre[k] + along * tangent[k];
    }
  }

  // by its radial and its tangential part: ‖v‖² − v₀² would lose all digits far out
  private double tangentLength() {
    double norm = 0;
    double radial = 0;
    for (int k = 0; k < dimension; k++) {
      norm += centre[k] * centre[k];
      radial += centre[k] * tangent[k];
    }
    double square = 0;
    double share = norm > 0 ? radial / norm : 0;
    for (int k = 0; k < dimension; k++) {
      double across = tangent[k] - share * centre[k];
      square += across * across;
    }
    double outward = share * Math.sqrt(norm) / centre[dimension];
    return Math.sqrt(square + outward * outward);
  }

  // to 1e-10 for what pull allows, without a call of the mathematical library
  private static double sinhOfStep(double s) {
    double square = s * s;
    return s
        * (1
            + square
                / 6
                * (1 + square / 20 * (1 + square / 42 * (1 + square / 72 * (1 + square / 110)))));
  }

  @Override
  public void storeCentre(double[] points, int at) {
    System.arraycopy(centre, 0, points, at, dimension);
    pairs.settle(points, at);
  }

  @Override
  public void storeCompanion(int index, double[] points, int at) {
    for (int k = 0; k < dimension; k++) {
      points[at + k] = companions[k * capacity + index];
    }
    pairs.settle(points, at);
  }
}
