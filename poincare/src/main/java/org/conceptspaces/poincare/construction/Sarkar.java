package org.conceptspaces.poincare.construction;

import java.util.OptionalInt;

/**
 * A tree in the Poincaré ball by construction (Sarkar 2011; De Sa, Gu, Ré, Sala 2018): every edge
 * of the same length τ, the edges of a node as far apart as there is room. With edges long enough,
 * the neighbours of each node are its nearest, and distances are those of the tree, times τ, as
 * nearly as one likes. The price is digits: coordinates take {@link #bits()} each, where a double
 * has 53. Distances need no coordinates: they are computed along the tree, see {@link
 * #distance(int, int)}.
 *
 * <p>A graph that is no tree is placed by a {@linkplain SpanningTree spanning tree}. Safe for use
 * by several threads.
 */
public final class Sarkar {

  private final Graph graph;
  private final TreePoints points;
  private final int bits;

  private Sarkar(Graph graph, TreePoints points) {
    this.graph = graph;
    this.points = points;
    this.bits = Placement.bits(points);
  }

  /**
   * Places a graph, by a spanning tree if it is no tree.
   *
   * @param graph the graph, in one part or several
   * @param options how
   * @return the construction
   * @throws IllegalArgumentException if the root is no node or coordinates would take more than 16
   *     million bits
   */
  public static Sarkar of(Graph graph, SarkarOptions options) {
    return of(graph, options.spanning().of(graph), options);
  }

  /**
   * Places a tree.
   *
   * @param tree the tree
   * @param options how
   * @return the construction
   * @throws IllegalArgumentException as {@link #of(Graph, SarkarOptions)}
   */
  public static Sarkar of(Tree tree, SarkarOptions options) {
    Graph graph = tree.graph();
    if (tree.nodes() < tree.size()) {
      graph = graph.without(tree.nodes());
    }
    return of(graph, tree, options);
  }

  private static Sarkar of(Graph graph, Tree tree, SarkarOptions options) {
    OptionalInt root = options.root();
    Tree rooted = root.isPresent() ? tree.rootedAt(root.getAsInt()) : tree.centred();
    Directions directions = Directions.of(rooted, options.dimension());
    double tau =
        options.tau().orElseGet(() -> EdgeLength.of(directions.separation(), options.distortion()));
    return new Sarkar(graph, new TreePoints(rooted, directions, tau));
  }

  /**
   * The graph that was given.
   *
   * @return the graph
   */
  public Graph graph() {
    return graph;
  }

  /**
   * The tree that was placed, rooted at the origin.
   *
   * @return the tree
   */
  public Tree tree() {
    return points.tree();
  }

  /**
   * The length of an edge: what distances are divided by to compare them with the graph's.
   *
   * @return τ
   */
  public double tau() {
    return points.tau();
  }

  /**
   * The dimension of the ball.
   *
   * @return two at least
   */
  public int dimension() {
    return points.directions().dimension();
  }

  /**
   * Binary digits of each precise coordinate: the tree's height times τ/ln 2, and 64 to 100 more
   * for distances. De Sa et al. count the longest path in place of the height, which is twice as
   * much for a root in the middle.
   *
   * @return bits after the point
   */
  public int bits() {
    return bits;
  }

  /**
   * The distance of two nodes in the ball, computed along the tree in each node's own frame, to
   * about 1e-13 times the number of edges between them.
   *
   * @param one a node
   * @param other a node
   * @return the distance, 0 for the same node
   */
  public double distance(int one, int other) {
    return points.distance(one, other);
  }

  /**
   * The points with all {@link #bits()}, computed anew at each call.
   *
   * @return the coordinates of all nodes of the graph
   */
  public PreciseCoordinates coordinates() {
    return Placement.place(points, bits);
  }

  /**
   * How well graph neighbours are recovered, over all nodes.
   *
   * @param of the edges that count: {@link #graph()}'s, or those of {@link #tree()}
   * @param threads how many to use
   * @return the mean average precision, see {@link NeighbourPrecision}
   */
  public double meanAveragePrecision(Graph of, int threads) {
    return new NeighbourPrecision(tree().nodes(), points::distance, points::neighbourhoods, of)
        .mean(threads);
  }

  /**
   * How well distances in a graph are recovered: exactly where it has at most {@link
   * Distortion#EXACT} nodes, else from a sample of sources.
   *
   * @param of the graph whose distances count: {@link #graph()}, or that of {@link #tree()}
   * @param sources how many nodes to sample, two at least; distances from each to all are taken
   * @param seed of the sample
   * @param threads how many to use
   * @return the distortion after division by τ
   */
  public Distortion distortion(Graph of, int sources, long seed, int threads) {
    return Distortion.of(points, of, sources, seed, threads);
  }
}
