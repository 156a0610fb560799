package org.conceptspaces.taxonomy.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.junit.jupiter.api.Test;

class NeighbourVoteTest {

  // indexes in this order: x p y q z r; z has two parents
  private static final Hierarchy TREE =
      Hierarchy.builder()
          .node("x")
          .node("p")
          .node("y")
          .node("q")
          .node("z")
          .node("r")
          .edge("x", "p")
          .edge("y", "q")
          .edge("z", "p")
          .edge("z", "q")
          .edge("p", "r")
          .edge("q", "r")
          .build();

  @Test
  void nearNodesVoteForTheirParentsAndALittleForThemselves() {
    double[] scores =
        new NeighbourVote(TREE, VoteKernel.SQUARED_SIMILARITY, 3, 0.3)
            .scores(new double[] {0.5, 0.1, 0.4, -0.9, 0.6, 0.2});
    // voters z .36, x .25, y .16
    double[] expected = {0.3 * 0.25, 0.25 + 0.36, 0.3 * 0.16, 0.16 + 0.36, 0.3 * 0.36, 0};
    assertArrayEquals(expected, scores, 1e-15);
  }

  @Test
  void defaultsAreTwentyNeighboursAndThreeTenths() {
    double[] values = {0.5, 0.1, 0.4, -0.9, 0.6, 0.2};
    assertArrayEquals(
        new NeighbourVote(TREE, VoteKernel.SQUARED_SIMILARITY, 20, 0.3).scores(values),
        new NeighbourVote(TREE, VoteKernel.SQUARED_SIMILARITY).scores(values));
  }

  @Test
  void tiesAtTheLastPlaceShareIt() {
    // z certain, then x, y and p share one place
    double[] scores =
        new NeighbourVote(TREE, VoteKernel.SQUARED_SIMILARITY, 2, 0)
            .scores(new double[] {0.5, 0.5, 0.5, 0, 1, 0});
    double third = 0.25 / 3;
    assertArrayEquals(new double[] {0, 1 + third, 0, 1 + third, 0, third}, scores, 1e-15);
  }

  @Test
  void equalValuesMakeTheOrderOfNodesCountForNothing() {
    double[] scores =
        new NeighbourVote(TREE, VoteKernel.EXPONENTIAL_DISTANCE, 2, 0).scores(new double[6]);
    // all six share two places: a third for each child
    assertArrayEquals(new double[] {0, 2 / 3.0, 0, 2 / 3.0, 0, 2 / 3.0}, scores, 1e-15);
    // a minus zero is a zero
    assertArrayEquals(
        scores,
        new NeighbourVote(TREE, VoteKernel.EXPONENTIAL_DISTANCE, 2, 0)
            .scores(new double[] {-0.0, 0, -0.0, 0, 0, -0.0}));
  }

  @Test
  void exponentialWeightsDoNotDependOnTheScale() {
    double[] odd = VoteKernel.exponential(2).weights(new double[] {1, 2, 6});
    assertArrayEquals(new double[] {Math.exp(-1), Math.exp(-2), Math.exp(-6)}, odd, 1e-15);
    double[] even = VoteKernel.exponential(1).weights(new double[] {1, 2, 4, 8});
    assertEquals(Math.exp(-1 / 3.0), even[0], 1e-15);
    double[] values = {0.9, 0.3, 0.7, 1.4, 0.2, 2.1};
    double[] large = Arrays.stream(values).map(value -> 1e9 * value).toArray();
    NeighbourVote vote = new NeighbourVote(TREE, VoteKernel.EXPONENTIAL_DISTANCE, 4, 0.3);
    assertArrayEquals(vote.scores(values), vote.scores(large), 1e-15);
  }

  @Test
  void exponentialWeightsStayFinite() {
    assertArrayEquals(
        new double[] {1, 1, 0}, VoteKernel.EXPONENTIAL_DISTANCE.weights(new double[] {0, 0, 3}));
    double far = Double.POSITIVE_INFINITY;
    assertArrayEquals(
        new double[] {1, 0, 0},
        VoteKernel.EXPONENTIAL_DISTANCE.weights(new double[] {0, far, far}));
    assertThrows(IllegalArgumentException.class, () -> VoteKernel.exponential(0));
  }

  @Test
  void agreesWithSortingOnRandomDistances() {
    Hierarchy hierarchy = Hierarchies.random(80, 5);
    Random random = new Random(6);
    for (int k : new int[] {1, 2, 19, 20, 80, 500}) {
      double[] distances = random.doubles(80, 0, 3).toArray();
      int[] order =
          IntStream.range(0, 80)
              .boxed()
              .sorted(Comparator.comparing(node -> distances[node]))
              .limit(k)
              .mapToInt(Integer::intValue)
              .toArray();
      double[] weights =
          VoteKernel.EXPONENTIAL_DISTANCE.weights(
              IntStream.of(order).mapToDouble(node -> distances[node]).toArray());
      double[] expected = new double[80];
      for (int i = 0; i < order.length; i++) {
        expected[order[i]] += 0.3 * weights[i];
        for (int parent : hierarchy.parents(order[i])) {
          expected[parent] += weights[i];
        }
      }
      double[] scores =
          new NeighbourVote(hierarchy, VoteKernel.EXPONENTIAL_DISTANCE, k, 0.3).scores(distances);
      assertArrayEquals(expected, scores, 1e-12);
    }
  }

  @Test
  void placementRanksByDistanceAndByVote() {
    Hierarchy hierarchy = Hierarchies.of("a>p", "b>p", "c>q", "p>r", "q>r");
    Split split = Split.of(Hierarchies.withTexts(hierarchy), 0.3, 1);
    int leaf = split.heldOut()[0];
    Hierarchy training = split.training().hierarchy();
    int parent = split.trueParents(leaf)[0];
    double[] distances = new double[training.size()];
    for (int node = 0; node < distances.length; node++) {
      // its root first, then its parent; the children of the parent vote it up
      distances[node] = training.id(node).equals("r") ? 1 : node == parent ? 2 : 10 + node;
    }
    PlacementRanking ranking = new PlacementRanking(split);
    ranking.accept(leaf, distances);
    assertEquals(2, ranking.nearest().ranks()[0]);
    double[] scores =
        new NeighbourVote(training, VoteKernel.EXPONENTIAL_DISTANCE).scores(distances);
    assertEquals(
        new ParentRanking(training).accept(new int[] {parent}, scores), ranking.voted().ranks()[0]);
  }

  @Test
  void mistakesAreRefused() {
    NeighbourVote vote = new NeighbourVote(TREE, VoteKernel.SQUARED_SIMILARITY);
    assertThrows(IllegalArgumentException.class, () -> vote.scores(new double[5]));
    double[] nan = new double[6];
    nan[4] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> vote.scores(nan));
    assertThrows(
        IllegalArgumentException.class,
        () -> new NeighbourVote(TREE, VoteKernel.SQUARED_SIMILARITY, 0, 0.3));
    assertThrows(
        IllegalArgumentException.class,
        () -> new NeighbourVote(TREE, VoteKernel.SQUARED_SIMILARITY, 1, -1));
  }
}
