package org.conceptspaces.placement.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.conceptspaces.placement.rank.ConditionalLogit.Prior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalLogitTest {

  /** Two candidates, of which one has the feature; so many texts' parent has it, so many's not. */
  private static List<Example> coins(int having, int lacking, float unit) {
    float[][] rows = {{unit}, {0}};
    List<Example> examples = new ArrayList<>();
    examples.addAll(Collections.nCopies(having, Choices.example(rows, 0)));
    examples.addAll(Collections.nCopies(lacking, Choices.example(rows, 1)));
    return examples;
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "1, 9", "50, 50", "99, 1"})
  void oneFeatureWeighsTheLogarithmOfItsOdds(int having, int lacking) {
    double weight = ConditionalLogit.fit(coins(having, lacking, 1), new Prior(1e-12)).weights()[0];
    assertEquals(Math.log((double) having / lacking), weight, 1e-4);
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 0.1", "1, 9, 1", "5, 0, 0.01", "0, 7, 2"})
  void thePenaltyIsOnTheStandardisedWeight(int having, int lacking, double penalty) {
    // half of the rows have a 1, so the standard deviation is 1/2 and the penalty λ/2 · (w/2)²
    double share = (double) having / (having + lacking);
    double low = -100;
    double high = 100;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      boolean above = 1 / (1 + Math.exp(-middle)) - share + penalty * middle / 4 > 0;
      low = above ? low : middle;
      high = above ? middle : high;
    }
    double weight =
        ConditionalLogit.fit(coins(having, lacking, 1), new Prior(penalty)).weights()[0];
    assertEquals(low, weight, 1e-5 * Math.max(1, Math.abs(low)));
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 0.5", "1, 9, -2", "5, 5, 30"})
  void aPriorIsLeftAsFarAsTextsPull(int having, int lacking, double thought) {
    // at its place in the prior the loss has the slope σ(w) − share; where it is 0, one stays
    double share = (double) having / (having + lacking);
    double penalty = 0.3;
    double weight =
        ConditionalLogit.fit(coins(having, lacking, 1), new Prior(new double[] {thought}, penalty))
            .weights()[0];
    double slope = 1 / (1 + Math.exp(-weight)) - share;
    assertEquals(slope, penalty * (thought - weight) / 4, 1e-6);
    assertEquals(
        thought,
        ConditionalLogit.fit(coins(having, lacking, 1), new Prior(new double[] {thought}, 1e9))
            .weights()[0],
        1e-6);
  }

  @ParameterizedTest
  @ValueSource(floats = {1e-4f, 1000, -3})
  void unitsOfFeaturesDoNotMatter(float unit) {
    double one = ConditionalLogit.fit(coins(7, 2, 1), new Prior(0.05)).weights()[0];
    double other = ConditionalLogit.fit(coins(7, 2, unit), new Prior(0.05)).weights()[0];
    assertEquals(one, other * unit, 1e-6);
  }

  private static double loss(List<Example> examples, double[] weights, double penalty) {
    int width = weights.length;
    double sum = 0;
    double[] total = new double[width];
    double[] squares = new double[width];
    int rows = 0;
    for (Example example : examples) {
      float[] features = example.candidates().features();
      double[] scores = new double[example.candidates().size()];
      for (int i = 0; i < features.length; i++) {
        scores[i / width] += weights[i % width] * features[i];
        total[i % width] += features[i];
        squares[i % width] += (double) features[i] * features[i];
      }
      rows += scores.length;
      double normal = Math.log(DoubleStream.of(scores).map(Math::exp).sum());
      double right = IntStream.of(example.parents()).mapToDouble(p -> Math.exp(scores[p])).sum();
      sum += normal - Math.log(right);
    }
    double penalties = 0;
    for (int f = 0; f < width; f++) {
      double variance = squares[f] / rows - Math.pow(total[f] / rows, 2);
      penalties += weights[f] * weights[f] * variance;
    }
    return sum / examples.size() + penalty / 2 * penalties;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.1})
  void noStepAwayFromTheFittedWeightsLowersTheLoss(double penalty) {
    List<Example> examples = Choices.drawn(300, 6, new double[] {1, -2, 0.5, 0}, 1);
    double[] weights = ConditionalLogit.fit(examples, new Prior(penalty)).weights();
    double step = 1e-4;
    for (int f = 0; f < weights.length; f++) {
      double[] up = weights.clone();
      double[] down = weights.clone();
      up[f] += step;
      down[f] -= step;
      double slope = (loss(examples, up, penalty) - loss(examples, down, penalty)) / (2 * step);
      assertEquals(0, slope, 1e-5);
    }
  }

  @Test
  void ofSeveralParentsOneIsEnough() {
    // Feature 0 tells one of two parents from strangers, feature 1 tells nothing.
    List<Example> examples = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      float[][] rows = {{1, random.nextFloat()}, {0, random.nextFloat()}, {0, random.nextFloat()}};
      examples.add(Choices.example(rows, 0, 1));
    }
    ConditionalLogit fitted = ConditionalLogit.fit(examples, new Prior(1e-3));
    double[] p = ConditionalLogit.softmax(fitted.scores(examples.get(0).candidates()));
    // Were both to be as likely, the first could not have more than half.
    assertTrue(p[0] > 0.9, Arrays.toString(p));
  }

  @Test
  void weightsThatMadeTheChoicesAreFoundAgain() {
    double[] made = {1, -2, 0.5};
    List<Example> single =
        Choices.drawn(6000, 5, made, 2).stream().filter(e -> e.parents().length == 1).toList();
    assertArrayEquals(made, ConditionalLogit.fit(single, new Prior(1e-6)).weights(), 0.12);
  }

  @Test
  void whatIsTheSameForAllTellsNothing() {
    Random random = new Random(3);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      // constant in all texts, constant in each, and twice the same
      float own = random.nextFloat();
      float twin = random.nextFloat();
      examples.add(
          Choices.example(
              new float[][] {{7, own, twin, twin}, {7, own, 0, 0}}, i % 3 == 0 ? 1 : 0));
    }
    double[] weights = ConditionalLogit.fit(examples, new Prior(1e-3)).weights();
    assertEquals(0, weights[0]);
    assertEquals(0, weights[1], 1e-12);
    assertEquals(weights[2], weights[3], 1e-9);
    assertTrue(weights[2] > 0.1);
  }

  @Test
  void symmetricCandidatesAreAsLikely() {
    float[][] rows = {{1, 0}, {0, 1}};
    List<Example> examples = List.of(Choices.example(rows, 0), Choices.example(rows, 1));
    assertArrayEquals(
        new double[2], ConditionalLogit.fit(examples, new Prior(0.01)).weights(), 1e-12);
  }

  @Test
  void whatIsSeparableStaysFinite() {
    ConditionalLogit fitted = ConditionalLogit.fit(coins(1000, 0, 1), new Prior(1e-3));
    assertTrue(Double.isFinite(fitted.weights()[0]));
    double[] p = ConditionalLogit.softmax(fitted.scores(coins(1, 0, 1).get(0).candidates()));
    assertTrue(p[0] > 0.99 && p[0] < 1, Arrays.toString(p));
  }

  @Test
  void textsWithoutTheirParentAreLeftOut() {
    List<Example> examples = new ArrayList<>(coins(3, 1, 1));
    double[] alone = ConditionalLogit.fit(examples, new Prior(0.1)).weights();
    examples.add(Choices.example(new float[][] {{5}, {9}}, 77));
    assertArrayEquals(alone, ConditionalLogit.fit(examples, new Prior(0.1)).weights());
    assertEquals(
        "none of 1 texts has its parent among its candidates",
        assertThrows(
                IllegalArgumentException.class,
                () -> ConditionalLogit.fit(examples.subList(4, 5), new Prior(0.1)))
            .getMessage());
  }

  @Test
  void bitsAreTheSameOnAnyNumberOfThreads() throws Exception {
    List<Example> examples = Choices.drawn(500, 9, new double[] {2, -1, 0.3, 0.1, 0}, 4);
    double[] here = ConditionalLogit.fit(examples, new Prior(1e-3)).weights();
    for (int threads : new int[] {1, 3, 8}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        assertArrayEquals(
            here,
            pool.submit(() -> ConditionalLogit.fit(examples, new Prior(1e-3)).weights()).get());
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void softmaxOfFarScoresIsExact() {
    assertArrayEquals(new double[] {1, 0}, ConditionalLogit.softmax(new double[] {1e6, -1e6}));
    assertArrayEquals(new double[] {.5, .5}, ConditionalLogit.softmax(new double[] {-800, -800}));
    assertEquals(0, ConditionalLogit.softmax(new double[0]).length);
  }

  @Test
  void contrastsTellTheShareOfTheLargestAndWhichItIs() {
    Candidates plain =
        new Candidates(new int[] {4, 5, 9}, new float[] {2, 1, 0, 0, 1, 0, 2, 1, 0}, 3);
    Candidates wide = Contrast.of(plain);
    assertEquals(9, wide.width());
    float[] expected = {
      2, 1, 0, 1, 1, 0, 1, 0, 0, //
      0, 1, 0, 0, 1, 0, 0, 0, 0, //
      2, 1, 0, 1, 1, 0, 1, 0, 0
    };
    assertArrayEquals(expected, wide.features(), 2e-6f);
    assertEquals(
        List.of("a", "b", "a_of_largest", "b_of_largest", "a_is_largest", "b_is_largest"),
        Contrast.names(List.of("a", "b")));
    assertEquals(1, Contrast.origin(7, 3));
    assertEquals(0, Contrast.of(new Candidates(new int[0], new float[0], 3)).size());
  }
}
