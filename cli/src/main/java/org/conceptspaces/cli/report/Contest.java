package org.conceptspaces.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.conceptspaces.cli.report.Verdict.Outcome;
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
    if (ranking.size() < 2) {
      return told(Outcome.UNMEASURED, "no comparison" + missing(), "");
    }
    String best = ranking.get(0);
    String second = ranking.get(1);
    if (Arrays.equals(of(best), of(second))) {
      return undecided(best + " and " + second + " are equal");
    }
    if (of(best).length < 2) {
      return undecided(
          String.format(
              Locale.ROOT,
              "%s leads %s by %.3f in a single seed, which proves nothing; give more seeds",
              best,
              second,
              Math.abs(lead(best, second).mean())));
    }
    Optional<String> rival =
        ranking.stream().skip(1).filter(other -> !lead(best, other).excludesZero()).findFirst();
    if (rival.isPresent()) {
      return undecided(
          "%s leads %s by %s, which may be chance"
              .formatted(best, rival.get(), shown(lead(best, rival.get()))));
    }
    String ahead = shown(lead(best, second)) + " ahead of " + second;
    return new Verdict(
        question,
        Outcome.WINS,
        question.heading() + best + " wins, " + ahead + missing() + ".",
        "%s wins at %s, its %s %s"
            .formatted(best, question.activity(), question.metric(), ahead + missing()),
        best);
  }

  private Verdict undecided(String how) {
    return told(Outcome.UNDECIDED, "no winner; " + how + missing(), question.activity());
  }

  private Verdict told(Outcome outcome, String text, String brief) {
    return new Verdict(question, outcome, question.heading() + text + ".", brief, null);
  }

  /** How the best here stands against the best baseline; empty if either was not measured. */
  Optional<Verdict> against(Contest baselines) {
    if (ranking.isEmpty() || baselines.ranking.isEmpty()) {
      return Optional.empty();
    }
    String best = ranking.get(0);
    String baseline = baselines.ranking.get(0);
    Interval lead = Interval.ofDifferences(of(best), baselines.of(baseline));
    String by =
        shown(lead) + (lead.count() > 1 && !lead.excludesZero() ? ", which may be chance" : "");
    if (better(mean(best), baselines.mean(baseline)) < 0) {
      return Optional.of(
          told(
              Outcome.SPACE_LEADS,
              String.format("%s leads the best baseline, %s, by %s", best, baseline, by),
              "%s leads the best baseline, %s, at %s by %s"
                  .formatted(best, baseline, question.activity(), by)));
    }
    return Optional.of(
        told(
            Outcome.BASELINE_LEADS,
            String.format("the baseline %s leads every space, %s by %s", baseline, best, by),
            "the baseline %s leads every space at %s, %s by %s"
                .formatted(baseline, question.activity(), best, by)));
  }

  private String missing() {
    List<String> missing =
        values.keySet().stream().filter(label -> !ranking.contains(label)).toList();
    return missing.isEmpty() ? "" : "; not measured in every run: " + String.join(", ", missing);
  }

  private static String shown(Interval lead) {
    double mean = Math.abs(lead.mean());
    if (!Double.isFinite(lead.half())) {
      return String.format(Locale.ROOT, "%.3f (a single seed)", mean);
    }
    String format = "%." + decimals(lead.half()) + "f";
    return String.format(
        Locale.ROOT,
        format + " ± " + format + " (95%%, %d seeds)",
        mean,
        lead.half(),
        lead.count());
  }

  /** Three, or more where a narrow interval would else show no digit, up to two of them. */
  private static int decimals(double half) {
    int wanted = half > 0 ? (int) Math.ceil(-Math.log10(half)) + 1 : 0;
    return Math.min(6, Math.max(3, wanted));
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
