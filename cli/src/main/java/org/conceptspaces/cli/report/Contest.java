package org.conceptspaces.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.conceptspaces.encoder.measure.Interval;

/**
 * Names a winner where the evidence does, and says so where it does not. Candidates are compared
 * seed by seed: what shares a seed shares its split and batches, so that the difference is what the
 * space makes. A candidate wins if the 95% interval of the difference to each other one excludes 0.
 */
final class Contest {

  private final Question question;
  private final Map<String, double[]> values;
  private final List<String> ranking;

  /**
   * Ranks candidates.
   *
   * @param values for each candidate its values, one for each seed in the same order; NaN where it
   *     was not measured
   */
  Contest(Question question, Map<String, double[]> values) {
    this.question = question;
    this.values = values;
    this.ranking =
        values.keySet().stream()
            .filter(label -> Arrays.stream(of(label)).allMatch(Double::isFinite))
            .sorted((a, b) -> better(mean(a), mean(b)))
            .toList();
  }

  /** The conclusion about the candidates. */
  Verdict verdict() {
    String missing = missing();
    if (ranking.size() < 2) {
      return new Verdict(question, question.heading() + "no comparison" + missing + ".", null);
    }
    String best = ranking.get(0);
    String second = ranking.get(1);
    if (Arrays.equals(of(best), of(second))) {
      String text = "no winner; " + best + " and " + second + " are equal";
      return new Verdict(question, question.heading() + text + missing + ".", null);
    }
    if (of(best).length < 2) {
      String text =
          String.format(
              Locale.ROOT,
              "no winner; %s leads %s by %.3f in a single seed, which proves nothing; give more"
                  + " seeds",
              best,
              second,
              Math.abs(lead(best, second).mean()));
      return new Verdict(question, question.heading() + text + missing + ".", null);
    }
    Optional<String> rival =
        ranking.stream().skip(1).filter(other -> !lead(best, other).excludesZero()).findFirst();
    String other = rival.orElse(second);
    String text =
        rival.isEmpty()
            ? String.format("%s wins, %s ahead of %s", best, shown(lead(best, other)), other)
            : String.format(
                "no winner; %s leads %s by %s, which may be chance",
                best, other, shown(lead(best, other)));
    return new Verdict(
        question, question.heading() + text + missing + ".", rival.isEmpty() ? best : null);
  }

  /** How the best here stands against the best baseline; empty if either was not measured. */
  Optional<Verdict> against(Contest baselines) {
    if (ranking.isEmpty() || baselines.ranking.isEmpty()) {
      return Optional.empty();
    }
    String best = ranking.get(0);
    String baseline = baselines.ranking.get(0);
    Interval lead = Interval.ofDifferences(of(best), baselines.of(baseline));
    boolean ahead = better(mean(best), baselines.mean(baseline)) < 0;
    String by = shown(lead);
    String text =
        ahead
            ? String.format("%s leads the best baseline, %s, by %s", best, baseline, by)
            : String.format("the baseline %s leads every space, %s by %s", baseline, best, by);
    String doubt = lead.count() > 1 && !lead.excludesZero() ? ", which may be chance" : "";
    return Optional.of(new Verdict(question, question.heading() + text + doubt + ".", null));
  }

  private String missing() {
    List<String> missing =
        values.keySet().stream().filter(label -> !ranking.contains(label)).toList();
    return missing.isEmpty() ? "" : "; not measured in every run: " + String.join(", ", missing);
  }

  private static String shown(Interval lead) {
    return Double.isFinite(lead.half())
        ? String.format(
            Locale.ROOT,
            "%.3f ± %.3f (95%%, %d seeds)",
            Math.abs(lead.mean()),
            lead.half(),
            lead.count())
        : String.format(Locale.ROOT, "%.3f (a single seed)", Math.abs(lead.mean()));
  }

  private Interval lead(String first, String second) {
    return Interval.ofDifferences(of(first), of(second));
  }

  private double[] of(String label) {
    return Objects.requireNonNull(values.get(label), label);
  }

  private double mean(String label) {
    return Interval.of(of(label)).mean();
  }

  private int better(double a, double b) {
    return question.higherIsBetter() ? Double.compare(b, a) : Double.compare(a, b);
  }
}
