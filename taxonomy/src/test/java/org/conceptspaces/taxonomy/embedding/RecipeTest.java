package org.conceptspaces.taxonomy.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.sampling.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What engines share: visits, negatives, schedule, start. */
class RecipeTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void visitsHoldEveryPairOnce(int together) {
    RelatedPairs pairs = RelatedPairs.ancestors(Hierarchies.random(90, 4).closure());
    Visits visits = new Visits(pairs, together);
    int[] order = visits.order(1, 0);
    int[][] seen = new int[90][90];
    int largest = 0;
    for (int visit : order) {
      int count = visits.count(visit);
      largest = Math.max(largest, count);
      assertTrue(count >= 1 && count <= together);
      for (int i = 0; i < count; i++) {
        seen[visits.node(visit)][visits.related(visit, i)]++;
      }
    }
    assertEquals(largest, visits.largest());
    for (int node = 0; node < 90; node++) {
      for (int other = 0; other < 90; other++) {
        assertEquals(pairs.contains(node, other) ? 1 : 0, seen[node][other]);
      }
    }
    int[] ascending = order.clone();
    Arrays.sort(ascending);
    for (int i = 0; i < ascending.length; i++) {
      assertEquals(i, ascending[i]);
    }
    assertFalse(Arrays.equals(order, visits.order(1, 1)));
    assertArrayEquals(order, visits.order(1, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.75, 1})
  void negativesAreDrawnByTheirWeightsAndNeverRelated(double dampening) {
    RelatedPairs pairs = RelatedPairs.ancestors(Hierarchies.random(40, 4).closure());
    int node = pairs.sources()[pairs.sources().length - 1];
    int draws = 200_000;
    int[] out = new int[draws];
    new Negatives(pairs, dampening).draw(node, new SeededRandom(9, 1), out, 0, draws);
    double[] weights = new double[40];
    Arrays.fill(weights, 1);
    for (int one = 0; one < 40; one++) {
      for (int other : pairs.related(one)) {
        weights[one]++;
        weights[other]++;
      }
    }
    double sum = 0;
    int cells = 0;
    for (int other = 0; other < 40; other++) {
      boolean allowed = other != node && !pairs.contains(node, other);
      weights[other] = allowed ? Math.pow(weights[other], dampening) : 0;
      sum += weights[other];
      cells += allowed ? 1 : 0;
    }
    assertTrue(cells > 10 && cells < 39);
    int[] counts = new int[40];
    for (int drawn : out) {
      counts[drawn]++;
    }
    double square = 0;
    for (int other = 0; other < 40; other++) {
      double expected = draws * weights[other] / sum;
      if (expected == 0) {
        assertEquals(0, counts[other], "node " + other);
      } else {
        square += (counts[other] - expected) * (counts[other] - expected) / expected;
      }
    }
    double likely = new ChiSquaredDistribution(cells - 1).inverseCumulativeProbability(0.999);
    assertTrue(square < likely, square + " against " + likely);
  }

  @Test
  void aNodeWithOneStrangerGetsIt() {
    int[] others = new int[2998];
    Arrays.setAll(others, i -> i < 1000 ? i + 1 : i + 2);
    int[] from = new int[2998];
    RelatedPairs pairs = RelatedPairs.of(3000, from, others);
    int[] out = new int[3];
    new Negatives(pairs, 0).draw(0, new SeededRandom(1), out, 1, 2);
    assertArrayEquals(new int[] {0, 1001, 1001}, out);
    int[] all = new int[2999];
    Arrays.setAll(all, i -> i + 1);
    RelatedPairs whole = RelatedPairs.of(3000, new int[2999], all);
    assertThrows(DataException.class, () -> new Negatives(whole, 0));
  }

  @Test
  void theRateRisesInTheBurnInAndFallsToNothing() {
    Schedule schedule = new Schedule(100, 0.5, 0.2, 0);
    assertEquals(0.005, schedule.step(0).rate(), 1e-15);
    assertEquals(0.25, schedule.step(10).rate(), 1e-15);
    assertEquals(0.4, schedule.step(20).rate(), 1e-15);
    assertEquals(0.005, schedule.step(99).rate(), 1e-15);
    Schedule without = new Schedule(10, 2, 0, 0);
    assertEquals(2, without.step(0).rate(), 1e-15);
    assertEquals(1, without.step(5).rate(), 1e-15);
    double[][] wrong = {{0, 1, 0, 0}, {1, 0, 0, 0}, {1, 1, 1, 0}, {1, 1, -1, 0}, {1, 1, 0, 1.1}};
    for (double[] bad : wrong) {
      assertThrows(
          IllegalArgumentException.class, () -> new Schedule((int) bad[0], bad[1], bad[2], bad[3]));
    }
  }

  /** 50 epochs of tangents with a burn-in of 10 and 2.5 times the rate, then 50 of points. */
  @Test
  void tangentsComeFirstAndBothStagesEndAtNothing() {
    Schedule schedule = new Schedule(100, 0.4, 0.2, 0.5);
    double[] rates = {0.01, 0.5, 0.8, 0.02, 0.4, 0.2, 0.008};
    int[] epochs = {0, 5, 10, 49, 50, 75, 99};
    for (int i = 0; i < epochs.length; i++) {
      Step step = schedule.step(epochs[i]);
      assertEquals(rates[i], step.rate(), 1e-15, "epoch " + epochs[i]);
      assertEquals(
          epochs[i] < 50 ? Parametrisation.TANGENTS : Parametrisation.POINTS,
          step.parametrisation());
    }
  }

  @Test
  void objectivesOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Objective(Energy.DISTANCE, 0, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Objective(Energy.DISTANCE, 1, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Objective(Energy.DISTANCE, 1, 1, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new Objective(Energy.DISTANCE, 1, 1, 0, 0));
  }

  @Test
  void aRandomStartIsATinyCube() {
    Hierarchy hierarchy = Hierarchies.random(500, 1);
    double[][] tangents = Start.RANDOM.tangents(hierarchy, 4, 1);
    double square = 0;
    for (double[] tangent : tangents) {
      for (double component : tangent) {
        assertTrue(Math.abs(component) <= 1e-3);
        square += component * component / 2000;
      }
    }
    assertEquals(1e-6 / 3, square, 0.1 * 1e-6 / 3);
    assertArrayEquals(tangents[3], Start.RANDOM.tangents(hierarchy, 4, 1)[3]);
    assertNotEquals(tangents[3][0], Start.RANDOM.tangents(hierarchy, 4, 2)[3][0]);
  }

  /** From the mean of its parents a node is a step away, the shorter the fewer share the room. */
  @Test
  void aStartDownTheHierarchyIsAWalk() {
    Hierarchy hierarchy = Hierarchies.random(3000, 1);
    int dimension = 5;
    double[][] tangents = Start.HIERARCHY.tangents(hierarchy, dimension, 1);
    int[] below = new int[hierarchy.size()];
    for (int node = 0; node < hierarchy.size(); node++) {
      int above = node;
      below[above]++;
      while (hierarchy.parentCount(above) > 0) {
        above = hierarchy.parent(above, 0);
        below[above]++;
      }
    }
    double sum = 0;
    for (int node = 0; node < hierarchy.size(); node++) {
      int room = hierarchy.parentCount(node) == 0 ? hierarchy.size() : 0;
      for (int parent : hierarchy.parents(node)) {
        room = Math.max(room, below[parent]);
      }
      double wanted = 0.25 * Math.pow((double) room / hierarchy.size(), 2.0 / dimension);
      double square = 0;
      for (int k = 0; k < dimension; k++) {
        double mean = 0;
        for (int parent : hierarchy.parents(node)) {
          mean += tangents[parent][k] / hierarchy.parentCount(node);
        }
        square += Math.pow(tangents[node][k] - mean, 2);
      }
      sum += square / wanted;
    }
    // χ² with d·n degrees of freedom: five standard deviations
    double tolerance = 5 * Math.sqrt(2.0 / (dimension * hierarchy.size()));
    assertEquals(1, sum / hierarchy.size(), tolerance);
  }

  /** Nearer to the origin the more room there is, within limits that keep numbers sensible. */
  @Test
  void theSharpnessGrowsWithTheDimensionAndFallsWithTheNodes() {
    assertEquals(2, Objective.sharpness(50, 1000));
    assertEquals(2.5 * 4 / Math.log(82115), Objective.sharpness(5, 82115), 1e-12);
    assertEquals(0.1, Objective.sharpness(1, 82115));
  }
}
