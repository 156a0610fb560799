package org.conceptspaces.taxonomy.sampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;

/**
 * Pairs to train on and pairs to predict, for link prediction. Of all pairs of a node and an
 * ancestor, a share of those that are no direct edge is held out; direct edges stay in training
 * always, as with Nickel and Kiela (2017) and Ganea and others (2018), since nothing else tells
 * where a node belongs. So what is held out follows from what is known, and a start from the direct
 * edges knows nothing more than training does. Who draws negatives has to go by the training pairs:
 * to spare the held-out ones would give them away.
 *
 * <p>Which pairs are held out follows from the ids, the share and the seed alone, not from the
 * order in a file.
 *
 * @param training the pairs to train on, and not to count as competitors
 * @param heldOut the pairs to predict
 */
public record LinkSplit(RelatedPairs training, RelatedPairs heldOut) {

  private static final int CHOOSE = 7;

  /**
   * Holds out pairs of a hierarchy's closure.
   *
   * @param hierarchy the hierarchy
   * @param holdOut which; their number is rounded, but 1 at least
   * @return the split
   * @throws DataException if all pairs are direct edges
   */
  public static LinkSplit of(Hierarchy hierarchy, HoldOut holdOut) {
    return of(hierarchy, RelatedPairs.ancestors(hierarchy.closure()), holdOut);
  }

  /**
   * Holds out pairs of a source's {@link NamedHierarchy#ancestors}.
   *
   * @param source the hierarchy, perhaps with a recipe for its pairs
   * @param holdOut which; their number is rounded, but 1 at least
   * @return the split
   * @throws DataException if all pairs are direct edges
   */
  public static LinkSplit of(NamedHierarchy source, HoldOut holdOut) {
    return of(source.hierarchy(), source.ancestors(), holdOut);
  }

  private static LinkSplit of(Hierarchy hierarchy, RelatedPairs ancestors, HoldOut holdOut) {
    int pairs = Math.toIntExact(ancestors.pairs());
    int candidates = pairs - direct(hierarchy, ancestors);
    if (candidates == 0) {
      throw new DataException(
          "no pair can be held out: every ancestor is a direct parent; link prediction wants a"
              + " hierarchy with grandparents");
    }
    int wanted = Math.max(1, (int) Math.round(holdOut.share() * candidates));
    int kept = pairs - wanted;
    int[] heldFrom = new int[wanted];
    int[] heldTo = new int[wanted];
    int[] from = new int[kept];
    int[] to = new int[kept];
    int held = 0;
    int trained = 0;
    int left = candidates;
    SeededRandom random = new SeededRandom(holdOut.seed(), CHOOSE);
    int[] ranks = ranks(hierarchy);
    for (int node : byRank(IntStream.range(0, hierarchy.size()).toArray(), ranks)) {
      int[] parents = hierarchy.parents(node);
      for (int ancestor : byRank(ancestors.related(node), ranks)) {
        boolean direct = Arrays.binarySearch(parents, ancestor) >= 0;
        // selection sampling: Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S
        if (!direct && random.nextInt(left--) < wanted - held) {
          heldFrom[held] = node;
          heldTo[held++] = ancestor;
        } else {
          from[trained] = node;
          to[trained++] = ancestor;
        }
      }
    }
    int nodes = hierarchy.size();
    return new LinkSplit(
        RelatedPairs.of(nodes, from, to), RelatedPairs.of(nodes, heldFrom, heldTo));
  }

  private static int direct(Hierarchy hierarchy, RelatedPairs ancestors) {
    int direct = 0;
    for (int node = 0; node < hierarchy.size(); node++) {
      for (int parent : hierarchy.parents(node)) {
        direct += ancestors.contains(node, parent) ? 1 : 0;
      }
    }
    return direct;
  }

  /** The place of each node in the order of ids. */
  private static int[] ranks(Hierarchy hierarchy) {
    int[] order =
        IntStream.range(0, hierarchy.size())
            .boxed()
            .sorted(Comparator.comparing(hierarchy::id))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    return ranks;
  }

  private static int[] byRank(int[] nodes, int[] ranks) {
    return IntStream.of(nodes)
        .boxed()
        .sorted(Comparator.comparingInt(node -> ranks[node]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
