package org.conceptspaces.placement.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.placement.Place;
import org.conceptspaces.placement.Placement;
import org.conceptspaces.placement.Placer;
import org.conceptspaces.taxonomy.Closure;
import org.conceptspaces.taxonomy.Hierarchy;

/** Nodes that have no parent and should: where they may belong. */
public final class Orphans {

  private Orphans() {}

  /**
   * An orphan.
   *
   * @param node its index
   * @param belongs whether its text is like those of the taxonomy
   * @param places where it may belong, the likeliest first; never below itself
   */
  public record Orphan(int node, boolean belongs, List<Place> places) {}

  /**
   * Finds parents for all orphans.
   *
   * @param placer knows the taxonomy
   * @return the orphans in the order of their indexes
   */
  public static List<Orphan> of(Placer placer) {
    Hierarchy hierarchy = placer.taxonomy().hierarchy();
    Closure closure = hierarchy.closure();
    int[] nodes = nodes(hierarchy);
    List<Orphan> orphans = new ArrayList<>();
    placer.placeNodes(
        nodes,
        placement -> {
          int node = nodes[orphans.size()];
          orphans.add(new Orphan(node, placement.belongs(), places(placement, node, closure)));
        });
    return orphans;
  }

  private static List<Place> places(Placement placement, int node, Closure closure) {
    return placement.places().stream()
        .filter(place -> !closure.isAncestor(node, place.node()))
        .toList();
  }

  /**
   * The nodes that should have a parent: of a taxonomy with a root above most of it, all other
   * roots; else the roots that have no children.
   *
   * @param hierarchy the taxonomy's
   * @return indexes, ascending
   */
  static int[] nodes(Hierarchy hierarchy) {
    int[] below = new int[hierarchy.size()];
    Closure closure = hierarchy.closure();
    for (int node = 0; node < below.length; node++) {
      for (int ancestor : closure.ancestors(node)) {
        below[ancestor]++;
      }
    }
    int[] roots = hierarchy.roots();
    int main =
        IntStream.of(roots).filter(root -> 2 * below[root] >= below.length).findFirst().orElse(-1);
    return IntStream.of(roots)
        .filter(root -> root != main && (main >= 0 || hierarchy.childCount(root) == 0))
        .sorted()
        .toArray();
  }
}
