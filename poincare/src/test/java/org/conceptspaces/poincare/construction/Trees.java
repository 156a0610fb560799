package org.conceptspaces.poincare.construction;

import java.util.Arrays;
import java.util.Random;

/** Trees and graphs to place. */
final class Trees {

  private Trees() {}

  /** Every inner node has the same number of children, every leaf the same depth. */
  static Tree complete(int branching, int depth) {
    int size = 1;
    for (int level = 0, width = 1; level < depth; level++) {
      width *= branching;
      size += width;
    }
    int[] parents = new int[size];
    for (int node = 0; node < size; node++) {
      parents[node] = node == 0 ? -1 : (node - 1) / branching;
    }
    return Tree.of(parents);
  }

  /** Each node below a random one before it, the first few more often. */
  static Tree random(int size, long seed) {
    Random random = new Random(seed);
    int[] parents = new int[size];
    Arrays.setAll(
        parents, node -> node == 0 ? -1 : Math.min(random.nextInt(node), random.nextInt(node)));
    return Tree.of(parents);
  }

  static Graph cycle(int size) {
    int[] from = new int[size];
    int[] to = new int[size];
    Arrays.setAll(from, node -> node);
    Arrays.setAll(to, node -> (node + 1) % size);
    return Graph.of(size, from, to);
  }

  /** The graph with random edges besides. */
  static Graph withShortcuts(Graph graph, int edges, long seed) {
    Random random = new Random(seed);
    int[] from = new int[graph.edges() + edges];
    int[] to = new int[from.length];
    int edge = 0;
    for (int node = 0; node < graph.size(); node++) {
      for (int k = 0; k < graph.degree(node) && graph.neighbour(node, k) < node; k++) {
        from[edge] = node;
        to[edge++] = graph.neighbour(node, k);
      }
    }
    while (edge < from.length) {
      from[edge] = 1 + random.nextInt(graph.size() - 1);
      to[edge] = random.nextInt(from[edge]);
      edge++;
    }
    return Graph.of(graph.size(), from, to);
  }
}
