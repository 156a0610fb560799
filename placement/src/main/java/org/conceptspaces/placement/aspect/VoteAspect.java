package org.conceptspaces.placement.aspect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.conceptspaces.placement.channel.Neighbours;
import org.conceptspaces.placement.channel.Query;
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

  // what is summed up for a node:

  private static final int VOTE = 0;
  private static final int BRANCH = 1;

  /** Its own similarity, as a share of the nearest one's; so are its children's. */
  private static final int OWN = 2;

  /** The similarity of its nearest child. */
  private static final int BEST = 3;

  /** The sum over its three nearest children. */
  private static final int BEST_SUM = 4;

  /** How many of these there are. */
  private static final int CHILDREN = 5;

  /** One more than the last neighbour in whose branch it is. */
  private static final int REACHED_BY = 6;

  private static final int COLUMNS = 7;

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
    private final NodeSums sums = new NodeSums(COLUMNS);

    /** The nodes of one neighbour's branch, the nearest generation first. */
    private int[] branch = new int[32];

    private int reached;

    Votes(Neighbours neighbours) {
      this.neighbours = neighbours;
      double squares = 0;
      for (int i = 0; i < Math.min(VOTERS, neighbours.size()); i++) {
        squares += square(i);
      }
      for (int i = 0; i < neighbours.size(); i++) {
        int node = neighbours.nodes()[i];
        double share = neighbours.similarities()[i] / neighbours.similarities()[0];
        sums.set(node, OWN, share);
        for (int p = 0; p < hierarchy.parentCount(node); p++) {
          addChild(hierarchy.parent(node, p), share);
          if (i < VOTERS) {
            sums.add(hierarchy.parent(node, p), VOTE, square(i) / squares);
          }
        }
        if (i < VOTERS) {
          addBranch(i, square(i) / squares);
        }
      }
    }

    private double square(int neighbour) {
      double similarity = neighbours.similarities()[neighbour];
      return similarity * similarity;
    }

    private void addChild(int parent, double share) {
      double before = sums.get(parent, CHILDREN);
      if (before < BEST_CHILDREN) { // neighbours come in descending order
        sums.add(parent, CHILDREN, 1);
        sums.add(parent, BEST_SUM, share);
        if (before == 0) {
          sums.set(parent, BEST, share);
        }
      }
    }

    /** Generation by generation, each node once. */
    private void addBranch(int neighbour, double weight) {
      reached = 0;
      reach(neighbours.nodes()[neighbour], neighbour);
      int done = 0;
      for (int above = 0; above <= GENERATIONS && done < reached; above++) {
        for (int end = reached; done < end; done++) {
          int member = branch[done];
          sums.add(member, BRANCH, weight);
          for (int p = 0; p < hierarchy.parentCount(member); p++) {
            reach(hierarchy.parent(member, p), neighbour);
          }
        }
      }
    }

    private void reach(int node, int neighbour) {
      if (sums.get(node, REACHED_BY) != neighbour + 1.0) {
        sums.set(node, REACHED_BY, neighbour + 1.0);
        if (reached == branch.length) {
          branch = Arrays.copyOf(branch, 2 * reached);
        }
        branch[reached++] = node;
      }
    }

    @Override
    public void propose(IntConsumer candidates) {
      int[] voted =
          IntStream.of(sums.above0(VOTE))
              .boxed()
              .sorted(Comparator.comparingDouble(node -> -sums.get(node, VOTE)))
              .limit(MOST_VOTED)
              .mapToInt(Integer::intValue)
              .toArray();
      for (int v = 0; v < voted.length; v++) {
        candidates.accept(voted[v]);
        for (int p = 0; v < PARENTS_OF_VOTED && p < hierarchy.parentCount(voted[v]); p++) {
          candidates.accept(hierarchy.parent(voted[v], p));
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
        above = Math.max(above, sums.get(hierarchy.parent(candidate, p), BRANCH));
      }
      row[at] = (float) sums.get(candidate, VOTE);
      row[at + 1] = (float) sums.get(candidate, BRANCH);
      row[at + 2] = (float) above;
      row[at + 3] = (float) sums.get(candidate, OWN);
      row[at + 4] = (float) sums.get(candidate, BEST);
      row[at + 5] = (float) (sums.get(candidate, BEST_SUM) / BEST_CHILDREN);
    }
  }
}
