package org.conceptspaces.placement.aspect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.conceptspaces.placement.Query;
import org.conceptspaces.placement.channel.Neighbours;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * What the neighbours in one channel say: they vote for their parents, weighted by their squared
 * similarities, as in {@link org.conceptspaces.taxonomy.ranking.NeighbourVote}; and for the branch
 * they are in.
 */
public final class VoteAspect implements Aspect {

  private static final int VOTERS = 30;

  /** How many generations above a neighbour count as its branch. */
  private static final int GENERATIONS = 6;

  private static final int MOST_VOTED = 30;
  private static final int NEAREST = 20;
  private static final int PARENTS_OF_VOTED = 5;
  private static final int BEST_CHILDREN = 3;

  private final String channel;
  private final int index;
  private final Hierarchy hierarchy;

  /**
   * Listens to one channel.
   *
   * @param channel its name
   * @param index which of a query's lists of neighbours is its
   * @param hierarchy the taxonomy's
   */
  public VoteAspect(String channel, int index, Hierarchy hierarchy) {
    this.channel = channel;
    this.index = index;
    this.hierarchy = hierarchy;
  }

  @Override
  public String name() {
    return channel;
  }

  @Override
  public List<String> features() {
    return List.of(
        channel + "_vote",
        channel + "_branch",
        channel + "_branch_above",
        channel + "_own",
        channel + "_best_child",
        channel + "_best_children");
  }

  @Override
  public View of(Query query) {
    return new Votes(query.neighbours().get(index));
  }

  private final class Votes implements View {
    private final Neighbours neighbours;
    private final Map<Integer, Double> vote = new HashMap<>();
    private final Map<Integer, Double> branch = new HashMap<>();

    /** By node its own similarity, as a share of the nearest one's. */
    private final Map<Integer, Double> own = new HashMap<>();

    /** By parent the similarities of its three nearest children, as shares, descending. */
    private final Map<Integer, float[]> children = new HashMap<>();

    Votes(Neighbours neighbours) {
      this.neighbours = neighbours;
      double squares = 0;
      for (int i = 0; i < Math.min(VOTERS, neighbours.size()); i++) {
        squares += square(i);
      }
      for (int i = 0; i < neighbours.size(); i++) {
        int node = neighbours.nodes()[i];
        double share = neighbours.similarities()[i] / neighbours.similarities()[0];
        own.put(node, share);
        for (int p = 0; p < hierarchy.parentCount(node); p++) {
          addChild(hierarchy.parent(node, p), (float) share);
          if (i < VOTERS) {
            vote.merge(hierarchy.parent(node, p), square(i) / squares, Double::sum);
          }
        }
        if (i < VOTERS) {
          addBranch(node, square(i) / squares);
        }
      }
    }

    private double square(int neighbour) {
      double similarity = neighbours.similarities()[neighbour];
      return similarity * similarity;
    }

    private void addChild(int parent, float share) {
      float[] best = children.computeIfAbsent(parent, key -> new float[BEST_CHILDREN]);
      for (int i = 0; i < BEST_CHILDREN; i++) {
        if (best[i] == 0) {
          best[i] = share; // neighbours come in descending order
          return;
        }
      }
    }

    private void addBranch(int node, double weight) {
      Set<Integer> generation = Set.of(node);
      Set<Integer> seen = new HashSet<>();
      for (int above = 0; above <= GENERATIONS && !generation.isEmpty(); above++) {
        Set<Integer> next = new HashSet<>();
        for (int member : generation) {
          if (seen.add(member)) {
            branch.merge(member, weight, Double::sum);
            for (int p = 0; p < hierarchy.parentCount(member); p++) {
              next.add(hierarchy.parent(member, p));
            }
          }
        }
        generation = next;
      }
    }

    @Override
    public void propose(IntConsumer candidates) {
      List<Integer> voted =
          vote.entrySet().stream()
              .sorted(
                  Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(MOST_VOTED)
              .map(Map.Entry::getKey)
              .toList();
      voted.forEach(candidates::accept);
      for (int node : voted.subList(0, Math.min(PARENTS_OF_VOTED, voted.size()))) {
        for (int p = 0; p < hierarchy.parentCount(node); p++) {
          candidates.accept(hierarchy.parent(node, p));
        }
      }
      for (int i = 0; i < Math.min(NEAREST, neighbours.size()); i++) {
        candidates.accept(neighbours.nodes()[i]);
      }
    }

    @Override
    public void write(int candidate, float[] row, int at) {
      double above = 0;
      for (int p = 0; p < hierarchy.parentCount(candidate); p++) {
        above = Math.max(above, branch.getOrDefault(hierarchy.parent(candidate, p), 0.0));
      }
      float[] best = children.getOrDefault(candidate, new float[BEST_CHILDREN]);
      row[at] = vote.getOrDefault(candidate, 0.0).floatValue();
      row[at + 1] = branch.getOrDefault(candidate, 0.0).floatValue();
      row[at + 2] = (float) above;
      row[at + 3] = own.getOrDefault(candidate, 0.0).floatValue();
      row[at + 4] = best[0];
      row[at + 5] = (best[0] + best[1] + best[2]) / BEST_CHILDREN;
    }
  }
}
