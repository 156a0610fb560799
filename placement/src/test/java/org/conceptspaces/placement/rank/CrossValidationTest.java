package org.conceptspaces.placement.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.conceptspaces.placement.rank.ConditionalLogit.Prior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossValidationTest {

  private static CrossValidation of(List<Example> examples, double penalty) {
    return CrossValidation.of(examples, new double[0], penalty).get(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 1, 4})
  void aKnownTemperatureIsFoundAgain(double temperature) {
    Random random = new Random(1);
    List<Example> examples = new ArrayList<>();
    List<double[]> scores = new ArrayList<>();
    for (int text = 0; text < 8000; text++) {
      double[] true1 = random.doubles(5, -2, 2).toArray();
      int parent = Choices.drawn(ConditionalLogit.softmax(true1), random);
      examples.add(Choices.example(new float[5][1], parent));
      scores.add(DoubleStream.of(true1).map(score -> score * temperature).toArray());
    }
    assertEquals(
        1, CrossValidation.of(new Prior(1), examples, scores).temperature() / temperature, 0.04);
  }

  @Test
  void rankingsThatLearnNoiseAreCooledAndTimidOnesSharpened() {
    double[] weights = new double[30];
    weights[0] = 1;
    assertTrue(of(Choices.drawn(80, 5, weights, 2), 1e-3).temperature() > 1.5);
    assertTrue(of(Choices.drawn(900, 5, weights, 2), 3).temperature() < 0.7);
  }

  @Test
  void oneTextTellsNoTemperature() {
    CrossValidation few =
        CrossValidation.best(Choices.drawn(1, 3, new double[] {1}, 4), new double[0]);
    assertEquals(1, few.temperature());
    assertEquals(Double.POSITIVE_INFINITY, few.loss());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void fewTextsStayNearAGoodPriorAndLeaveABadOne(int sign) {
    double[] weights = {2, -1, 1, 0, 0, 0, 0, 0, 0, 0};
    List<Example> examples = Choices.drawn(60, 5, weights, 5);
    double[] thought = DoubleStream.of(weights).map(weight -> sign * weight).toArray();
    double penalty = CrossValidation.best(examples, thought).prior().penalty();
    assertEquals(sign > 0, penalty >= 0.1, "penalty " + penalty);
  }

  @Test
  void ofAllPenaltiesTheOneThatSurprisesLeastIsTaken() {
    List<Example> examples = Choices.drawn(100, 4, new double[] {1, 0, 0, 0, 0, 0}, 6);
    CrossValidation best = CrossValidation.best(examples, new double[0]);
    for (double penalty : new double[] {1e-3, 1e-2, 0.1, 1}) {
      assertTrue(of(examples, penalty).loss() >= best.loss());
    }
  }
}
