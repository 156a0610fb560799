package org.conceptspaces.placement.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;
import org.conceptspaces.placement.rank.ConditionalLogit.Prior;

/**
 * How rankings do on texts that they were not fitted to: each quarter of the texts is scored by one
 * fitted to the rest.
 *
 * @param prior of the rankings
 * @param temperature what their scores are best divided by, above 0 (Guo and others, "On
 *     Calibration of Modern Neural Networks", 2017)
 * @param loss how much the true parents then surprise, in nats per text
 */
public record CrossValidation(Prior prior, double temperature, double loss) {

  private static final int FOLDS = 4;
  private static final double LOWEST = 0.05;
  private static final double HIGHEST = 20;

  /** What is tried, the largest first: from there it is not far to the next. */
  private static final double[] PENALTIES = {10, 1, 0.1, 1e-2, 1e-3};

  private static final double PENALTY_OF_FEW = 0.1;

  /**
   * Tries penalties.
   *
   * @param examples the texts
   * @param weights what the weights are thought to be; none if near 0
   * @return how the one does under which true parents surprise the least; of too few texts to leave
   *     some out, a large one at temperature 1
   */
  public static CrossValidation best(List<Example> examples, double[] weights) {
    return of(examples, weights, PENALTIES).stream()
        .min(Comparator.comparingDouble(CrossValidation::loss))
        .orElse(
            new CrossValidation(new Prior(weights, PENALTY_OF_FEW), 1, Double.POSITIVE_INFINITY));
  }

  /** One for each penalty; none if there are too few texts. */
  static List<CrossValidation> of(List<Example> examples, double[] weights, double... penalties) {
    List<Example> scored = new ArrayList<>();
    List<List<double[]>> scores = new ArrayList<>();
    for (int p = 0; p < penalties.length; p++) {
      scores.add(new ArrayList<>());
    }
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> fitted = new ArrayList<>();
      List<Example> left = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        (i % FOLDS == fold ? left : fitted).add(examples.get(i));
      }
      left.removeIf(example -> !example.isCovered());
      if (fitted.stream().noneMatch(Example::isCovered)) {
        continue;
      }
      scored.addAll(left);
      double[] start = weights;
      for (int p = 0; p < penalties.length; p++) {
        ConditionalLogit ranking =
            ConditionalLogit.fit(fitted, new Prior(weights, penalties[p]), start);
        left.stream().map(Example::candidates).map(ranking::scores).forEach(scores.get(p)::add);
        start = ranking.weights();
      }
    }
    return scored.isEmpty()
        ? List.of()
        : IntStream.range(0, penalties.length)
            .mapToObj(p -> of(new Prior(weights, penalties[p]), scored, scores.get(p)))
            .toList();
  }

  static CrossValidation of(Prior prior, List<Example> examples, List<double[]> scores) {
    UnivariatePointValuePair best =
        new BrentOptimizer(1e-6, 1e-9)
            .optimize(
                new MaxEval(200),
                GoalType.MINIMIZE,
                new SearchInterval(Math.log(LOWEST), Math.log(HIGHEST), 0),
                new UnivariateObjectiveFunction(log -> loss(examples, scores, Math.exp(log))));
    return new CrossValidation(prior, Math.exp(best.getPoint()), best.getValue());
  }

  private static double loss(List<Example> examples, List<double[]> scores, double temperature) {
    double sum = 0;
    for (int e = 0; e < scores.size(); e++) {
      double[] p = ConditionalLogit.softmax(Calibration.divided(scores.get(e), temperature));
      double right = 0;
      for (int c = 0; c < p.length; c++) {
        right += examples.get(e).isParent(examples.get(e).candidates().nodes()[c]) ? p[c] : 0;
      }
      sum -= Math.log(Math.max(right, Double.MIN_NORMAL));
    }
    return sum / scores.size();
  }
}
