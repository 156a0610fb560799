package org.conceptspaces.taxonomy.shape;

import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * What a hierarchy looks like.
 *
 * @param nodes of the hierarchy
 * @param edges of it, each from a child to a parent
 * @param roots nodes without parents
 * @param parts of the undirected graph
 * @param largestPart nodes of the largest part
 * @param severalParents the share of nodes with more than one parent
 * @param depth of the deepest node, by longest ways from roots
 * @param meanDepth over all nodes
 * @param branching of inner nodes
 * @param hyperbolicity of the largest part
 */
public record Shape(
    int nodes,
    int edges,
    int roots,
    int parts,
    int largestPart,
    double severalParents,
    int depth,
    double meanDepth,
    Branching branching,
    Hyperbolicity hyperbolicity) {

  /**
   * Looks at a hierarchy. The nouns of WordNet take some seconds.
   *
   * @param hierarchy the hierarchy
   * @param seed of what is sampled
   * @return its shape
   */
  public static Shape of(Hierarchy hierarchy, long seed) {
    GraphDistances graph = new GraphDistances(hierarchy);
    int[][] parts = graph.parts();
    IntStream nodes = IntStream.range(0, hierarchy.size());
    long several = nodes.filter(node -> hierarchy.parentCount(node) > 1).count();
    int deepest = 0;
    double depths = 0;
    for (int node = 0; node < hierarchy.size(); node++) {
      deepest = Math.max(deepest, hierarchy.depth(node));
      depths += hierarchy.depth(node);
    }
    return new Shape(
        hierarchy.size(),
        hierarchy.edgeCount(),
        hierarchy.roots().length,
        parts.length,
        parts[0].length,
        several / (double) hierarchy.size(),
        deepest,
        depths / hierarchy.size(),
        Branching.of(hierarchy),
        Hyperbolicity.of(graph, seed));
  }

  /**
   * A geometry and a dimension to begin with.
   *
   * @return the suggestion, with its reason
   */
  public Suggestion suggestion() {
    return Suggestion.of(this);
  }
}
