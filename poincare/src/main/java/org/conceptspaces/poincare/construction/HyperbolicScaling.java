package org.conceptspaces.poincare.construction;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Hyperbolic multidimensional scaling (h-MDS; De Sa, Gu, Ré, Sala 2018): points from distances.
 * With {@code Y = cosh(τD)}, the d largest positive eigenvalues λ of −Y and their eigenvectors U,
 * the rows of {@code X = U√λ} are the space parts of points of the hyperboloid, {@code X/(1 + √(1 +
 * ‖X‖²))} in the ball. Distances of points in a hyperbolic space of at most d dimensions are
 * recovered exactly, up to rounding, which is relative to the largest entry of Y: far pairs cost
 * near ones digits.
 *
 * <p>Memory is 8·n² bytes, time about 150·n² multiplications for each start of the eigensolver; up
 * to {@link #LARGEST} nodes.
 */
public final class HyperbolicScaling {

  /** The largest number of nodes: their matrix takes half a GiB. */
  public static final int LARGEST = 8192;

  /** Scales that are tried where none is given: τ times the largest distance. */
  private static final double[] REACHES = {2, 4, 6, 8, 10, 12, 14, 16, 20, 24, 28};

  private final int nodes;
  private final int dimension;
  private final double tau;
  private final double[] coordinates;
  private final double[] times;
  private final int found;

  private HyperbolicScaling(int nodes, int dimension, double tau, LeadingEigenpairs pairs) {
    this.nodes = nodes;
    this.dimension = dimension;
    this.tau = tau;
    this.coordinates = new double[nodes * dimension];
    this.times = new double[nodes];
    this.found = (int) Arrays.stream(pairs.values()).filter(value -> value > 0).count();
    for (int node = 0; node < nodes; node++) {
      double square = 0;
      for (int axis = 0; axis < found; axis++) {
        double x = pairs.vectors()[axis][node] * Math.sqrt(pairs.values()[axis]);
        coordinates[node * dimension + axis] = x;
        square += x * x;
      }
      times[node] = Math.sqrt(1 + square);
      for (int axis = 0; axis < found; axis++) {
        coordinates[node * dimension + axis] /= 1 + times[node];
      }
    }
  }

  /**
   * Points from a matrix of distances.
   *
   * @param distances row-major and symmetric, 0 on the diagonal, finite: [n × n]
   * @param dimension of the ball, one at least
   * @param tau what distances are multiplied by; without one, of those that make the largest
   *     distance 2, 4, … 16, 20, 24 or 28 the one whose points have the least average distortion
   * @param threads how many to use
   * @return the points
   * @throws IllegalArgumentException if the matrix is none of distances, or there are more than
   *     {@link #LARGEST} nodes
   */
  public static HyperbolicScaling of(
      double[] distances, int dimension, OptionalDouble tau, int threads) {
    int nodes = (int) Math.round(Math.sqrt(distances.length));
    check(distances, nodes, dimension);
    double largest = Arrays.stream(distances).max().orElse(0);
    if (largest == 0) {
      throw new IllegalArgumentException("all distances are 0; some must be above");
    }
    if (tau.isPresent()) {
      if (!(tau.getAsDouble() > 0 && tau.getAsDouble() * largest <= 300)) {
        throw new IllegalArgumentException(
            "tau "
                + tau.getAsDouble()
                + "; times the largest distance, "
                + largest
                + ", it must be above 0 and at most 300");
      }
      return scaled(distances, nodes, dimension, tau.getAsDouble(), threads);
    }
    HyperbolicScaling best = scaled(distances, nodes, dimension, REACHES[0] / largest, threads);
    double least = best.averageDistortion(distances);
    for (int k = 1; k < REACHES.length; k++) {
      HyperbolicScaling other = scaled(distances, nodes, dimension, REACHES[k] / largest, threads);
      double distortion = other.averageDistortion(distances);
      if (distortion < least) {
        least = distortion;
        best = other;
      }
    }
    return best;
  }

  /**
   * Points from the distances in a graph.
   *
   * @param graph in one part
   * @param dimension of the ball, one at least
   * @param tau the length of an edge, see {@link #of(double[], int, OptionalDouble, int)}
   * @param threads how many to use
   * @return the points
   * @throws IllegalArgumentException if the graph has several parts or more than {@link #LARGEST}
   *     nodes
   */
  public static HyperbolicScaling of(Graph graph, int dimension, OptionalDouble tau, int threads) {
    checkSize(graph.size());
    double[] distances = new double[graph.size() * graph.size()];
    int[] steps = new int[graph.size()];
    for (int node = 0; node < graph.size(); node++) {
      int reached = graph.distances(node, steps).length;
      if (reached < graph.size()) {
        throw new IllegalArgumentException(
            "only "
                + reached
                + " of "
                + graph.size()
                + " nodes can be reached from node "
                + node
                + "; scaling takes a graph in one part");
      }
      for (int other = 0; other < steps.length; other++) {
        distances[node * graph.size() + other] = steps[other];
      }
    }
    return of(distances, dimension, tau, threads);
  }

  private static void checkSize(int nodes) {
    if (nodes < 2 || nodes > LARGEST) {
      throw new IllegalArgumentException(
          nodes
              + " nodes; scaling takes from 2 to "
              + LARGEST
              + ", Sarkar's construction any number");
    }
  }

  private static void check(double[] distances, int nodes, int dimension) {
    if (nodes * nodes != distances.length) {
      throw new IllegalArgumentException(distances.length + " distances are no square matrix");
    }
    checkSize(nodes);
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension " + dimension + "; it takes 1 at least");
    }
    for (int one = 0; one < nodes; one++) {
      for (int other = 0; other <= one; other++) {
        double value = distances[one * nodes + other];
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)
            || value != distances[other * nodes + one]
            || (one == other && value != 0)) {
          throw new IllegalArgumentException(
              "the distance of nodes "
                  + one
                  + " and "
                  + other
                  + " is "
                  + value
                  + ", that of "
                  + other
                  + " and "
                  + one
                  + " "
                  + distances[other * nodes + one]
                  + "; distances are finite, the same both ways, and 0 of a node and itself");
        }
      }
    }
  }

  private static HyperbolicScaling scaled(
      double[] distances, int nodes, int dimension, double tau, int threads) {
    double[] entries = new double[distances.length];
    Workers.run(
        threads,
        nodes,
        () ->
            row -> {
              for (int at = row * nodes; at < (row + 1) * nodes; at++) {
                entries[at] = -Math.cosh(tau * distances[at]);
              }
            });
    LeadingEigenpairs.Operator matrix =
        vector -> {
          double[] product = new double[nodes];
          Workers.run(
              threads,
              (nodes + 63) / 64,
              () ->
                  chunk -> {
                    for (int row = 64 * chunk; row < Math.min(nodes, 64 * chunk + 64); row++) {
                      double sum = 0;
                      for (int column = 0; column < nodes; column++) {
                        sum += entries[row * nodes + column] * vector[column];
                      }
                      product[row] = sum;
                    }
                  });
          return product;
        };
    return new HyperbolicScaling(
        nodes, dimension, tau, LeadingEigenpairs.of(nodes, dimension, matrix));
  }

  /** The mean of {@code |d' − d|/d} over all pairs of different places. */
  private double averageDistortion(double[] distances) {
    double sum = 0;
    long count = 0;
    for (int one = 0; one < nodes; one++) {
      for (int other = 0; other < one; other++) {
        double wanted = distances[one * nodes + other];
        if (wanted > 0) {
          sum += Math.abs(distance(one, other) / tau - wanted) / wanted;
          count++;
        }
      }
    }
    return sum / count;
  }

  /**
   * What distances were multiplied by.
   *
   * @return τ
   */
  public double tau() {
    return tau;
  }

  /**
   * How many of the eigenvalues that were asked for are positive; the other coordinates are 0.
   *
   * @return at most the dimension
   */
  public int positiveEigenvalues() {
    return found;
  }

  /**
   * The points in the ball.
   *
   * @return row-major, a copy: [n × dimension]
   */
  public double[] coordinates() {
    return coordinates.clone();
  }

  /**
   * The distance of two points.
   *
   * @param one a node
   * @param other a node
   * @return their distance in the ball, with {@code 1 − ‖x‖²} free of cancellation
   */
  public double distance(int one, int other) {
    double square = 0;
    for (int axis = 0; axis < dimension; axis++) {
      double difference =
          coordinates[one * dimension + axis] - coordinates[other * dimension + axis];
      square += difference * difference;
    }
    // 1 − ‖x‖² = 2/(1 + x₀)
    double x = Math.sqrt(square * (1 + times[one]) * (1 + times[other])) / 2;
    return 2 * Math.log1p(x + x * x / (1 + Math.sqrt(1 + x * x)));
  }

  /**
   * How well graph neighbours are recovered, over all nodes, by all distances.
   *
   * @param graph whose edges count
   * @param threads how many to use
   * @return the mean average precision, as {@link Sarkar#meanAveragePrecision}
   */
  public double meanAveragePrecision(Graph graph, int threads) {
    return new NeighbourPrecision(nodes, this::distance, () -> this::all, graph).mean(threads);
  }

  private void all(int source, double radius, NeighbourPrecision.Found found) {
    for (int node = 0; node < nodes; node++) {
      if (node != source) {
        found.add(node, distance(source, node));
      }
    }
  }

  /**
   * How well distances in a graph are recovered.
   *
   * @param graph whose distances count
   * @param sources how many nodes to sample where there are more than {@link Distortion#EXACT}
   * @param seed of the sample
   * @param threads how many to use
   * @return the distortion after division by τ
   */
  public Distortion distortion(Graph graph, int sources, long seed, int threads) {
    Distortion.Distances row =
        (source, distances) -> Arrays.setAll(distances, node -> distance(source, node) / tau);
    return Distortion.of(graph, nodes, () -> row, sources, seed, threads);
  }
}
