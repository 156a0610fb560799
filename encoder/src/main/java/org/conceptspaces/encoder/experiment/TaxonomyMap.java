package org.conceptspaces.encoder.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.measure.MainDirections;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.jspecify.annotations.Nullable;

/**
 * Where a model has put the nodes of a taxonomy, as a picture in two dimensions: each at its
 * tangent at the origin, so that directions and distances from the origin are right (an azimuthal
 * projection). More dimensions are first projected on their two main directions.
 *
 * @param dimension the dimension of the points
 * @param share the share of the tangents' variance that the picture shows; 1 in two dimensions
 * @param curvature the geometry's sectional curvature; NaN if it has none
 * @param left how many nodes are left out, to keep the picture small
 * @param nodes the nodes, parents before their children, held-out ones last
 */
public record TaxonomyMap(
    int dimension, double share, double curvature, int left, List<Node> nodes) {

  /** More nodes than this are not told apart, and make a report slow. */
  static final int LARGEST = 4000;

  /** Value of {@link Node#predicted} for nodes that training saw. */
  public static final int TRAINED = -1;

  /**
   * A node.
   *
   * @param id its id
   * @param text its text
   * @param parents its true parents, by their index here
   * @param x its first coordinate
   * @param y its second coordinate
   * @param predicted the parent that was voted for, by its index here; {@link #TRAINED} if the node
   *     was not held out
   */
  @SuppressWarnings("ArrayRecordComponent") // for a picture, and never written to
  public record Node(String id, String text, int[] parents, double x, double y, int predicted) {}

  /** Copies the list. */
  public TaxonomyMap {
    nodes = List.copyOf(nodes);
  }

  /**
   * Draws the map.
   *
   * @param split what was held out
   * @param training the training nodes' points
   * @param heldOut the held-out nodes' tangents at the origin
   * @param predictions the parents voted for, by training index
   * @return the map, or null if a number is not finite
   */
  static @Nullable TaxonomyMap of(
      Split split, PointBank training, double[][] heldOut, int[] predictions) {
    double[][] tangents = training.tangents();
    if (!finite(tangents) || !finite(heldOut)) {
      return null;
    }
    MainDirections directions = MainDirections.of(tangents);
    Hierarchy hierarchy = split.training().hierarchy();
    int[] places = new int[hierarchy.size()];
    List<Node> nodes = trained(hierarchy, split.training()::text, tangents, directions, places);
    int[] leaves = split.heldOut();
    for (int i = 0; i < leaves.length && nodes.size() < LARGEST; i++) {
      int[] parents = IntStream.of(split.trueParents(leaves[i])).map(p -> places[p]).toArray();
      int predicted = places[predictions[i]];
      if (predicted != TRAINED && IntStream.of(parents).noneMatch(p -> p == TRAINED)) {
        double[] at = directions.project(heldOut[i]);
        String id = split.full().hierarchy().id(leaves[i]);
        nodes.add(new Node(id, split.full().text(leaves[i]), parents, at[0], at[1], predicted));
      }
    }
    int left = split.full().size() - nodes.size();
    double curvature = training.geometry().sectionalCurvature();
    return new TaxonomyMap(tangents[0].length, directions.share(), curvature, left, nodes);
  }

  /**
   * Draws the map of points that were trained without texts.
   *
   * @param named the nodes
   * @param tangents their tangents at the origin, by node
   * @param curvature the geometry's sectional curvature; NaN if it has none
   * @return the map, or null if a number is not finite
   */
  public static @Nullable TaxonomyMap of(
      NamedHierarchy named, double[][] tangents, double curvature) {
    if (!finite(tangents)) {
      return null;
    }
    Hierarchy hierarchy = named.hierarchy();
    MainDirections directions = MainDirections.of(tangents);
    List<Node> nodes =
        trained(
            hierarchy,
            node -> {
              String label = named.labels().get(node);
              return label.equals(hierarchy.id(node)) ? "" : label;
            },
            tangents,
            directions,
            new int[hierarchy.size()]);
    int left = hierarchy.size() - nodes.size();
    return new TaxonomyMap(tangents[0].length, directions.share(), curvature, left, nodes);
  }

  /** The nodes of training, as many as can be drawn; their places are written. */
  private static List<Node> trained(
      Hierarchy hierarchy,
      IntFunction<String> text,
      double[][] tangents,
      MainDirections directions,
      int[] places) {
    Arrays.fill(places, TRAINED);
    List<Node> nodes = new ArrayList<>();
    for (int node : drawn(hierarchy)) {
      places[node] = nodes.size();
      double[] at = directions.project(tangents[node]);
      int[] parents = IntStream.of(hierarchy.parents(node)).map(p -> places[p]).toArray();
      nodes.add(new Node(hierarchy.id(node), text.apply(node), parents, at[0], at[1], TRAINED));
    }
    return nodes;
  }

  private static boolean finite(double[][] vectors) {
    return Arrays.stream(vectors).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /** As many nodes as can be drawn, the nearest to the roots, parents before children. */
  private static int[] drawn(Hierarchy hierarchy) {
    return IntStream.of(hierarchy.topologicalOrder())
        .boxed()
        .sorted(Comparator.comparingInt(hierarchy::depth))
        .limit(LARGEST - LARGEST / 8)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
