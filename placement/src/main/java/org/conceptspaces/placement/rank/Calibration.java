package org.conceptspaces.placement.rank;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Makes probabilities of scores that a ranking gives to texts it was not fitted to: a temperature
 * (Guo and others, "On Calibration of Modern Neural Networks", 2017), and the share of texts whose
 * parent is not among the candidates at all.
 *
 * @param temperature what scores are divided by, above 0
 * @param missed the probability that the parent is none of the candidates, from 0 to below 1
 */
public record Calibration(double temperature, double missed) {

  private static final int FOLDS = 4;
  private static final double LOWEST = 0.05;
  private static final double HIGHEST = 20;

  /**
   * Fits by cross-validation: each quarter of the texts is scored by a ranking fitted to the rest.
   *
   * @param examples the texts
   * @param penalty of the ranking
   * @return the calibration; temperature 1 if there are too few texts to leave some out
   */
  public static Calibration fit(List<Example> examples, double penalty) {
    long covered = examples.stream().filter(Example::isCovered).count();
    double missed = (examples.size() - covered) / (examples.size() + 1.0);
    List<double[]> scores = new ArrayList<>();
    List<Example> scored = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> fitted = new ArrayList<>();
      List<Example> left = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        (i % FOLDS == fold ? left : fitted).add(examples.get(i));
      }
      if (fitted.stream().anyMatch(Example::isCovered)) {
        ConditionalLogit ranking = ConditionalLogit.fit(fitted, penalty);
        left.stream()
            .filter(Example::isCovered)
            .forEach(
                example -> {
                  scored.add(example);
                  scores.add(ranking.scores(example.candidates()));
                });
      }
    }
    return new Calibration(scored.isEmpty() ? 1 : temperature(scored, scores), missed);
  }

  static double temperature(List<Example> examples, List<double[]> scores) {
    double logTemperature =
        new BrentOptimizer(1e-6, 1e-9)
            .optimize(
                new MaxEval(200),
                GoalType.MINIMIZE,
                new SearchInterval(Math.log(LOWEST), Math.log(HIGHEST), 0),
                new UnivariateObjectiveFunction(log -> loss(examples, scores, Math.exp(log))))
            .getPoint();
    return Math.exp(logTemperature);
  }

  private static double loss(List<Example> examples, List<double[]> scores, double temperature) {
    double sum = 0;
    for (int e = 0; e < scores.size(); e++) {
      double[] p = ConditionalLogit.softmax(divided(scores.get(e), temperature));
      double right = 0;
      for (int c = 0; c < p.length; c++) {
        right += examples.get(e).isParent(examples.get(e).candidates().nodes()[c]) ? p[c] : 0;
      }
      sum -= Math.log(Math.max(right, Double.MIN_NORMAL));
    }
    return sum / scores.size();
  }

  private static double[] divided(double[] scores, double temperature) {
    double[] divided = scores.clone();
    for (int i = 0; i < divided.length; i++) {
      divided[i] /= temperature;
    }
    return divided;
  }

  /**
   * The probabilities of candidates.
   *
   * @param scores of each
   * @return a new array: the probability that each is the parent; they sum to 1 less {@link
   *     #missed}
   */
  public double[] probabilities(double[] scores) {
    double[] p = ConditionalLogit.softmax(divided(scores, temperature));
    for (int i = 0; i < p.length; i++) {
      p[i] *= 1 - missed;
    }
    return p;
  }
}
