package org.conceptspaces.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conceptspaces.analysis.metric.RandomDirections;

/**
 * Metrics against targets. Those of the research note on concept spaces: effective rank above 80%
 * of the concept count, mean concept correlation below 0.3, variance of each dimension above 0.1,
 * here relative to their mean, since a scale alone says nothing. Of its system: largest similarity
 * below 0.60. Ours: at least 5% of the variance across inputs, and at most 1% duplicates. Where
 * random vectors of the same count and dimension would miss a target, theirs is taken; a target
 * that nothing can miss is left out, as that of a single vector's rank.
 */
final class Verdicts {

  static final double VARIANCE = 0.1;
  static final double ACROSS_INPUTS = 0.05;
  static final double DUPLICATES = 0.01;
  static final double RATIO = 2;

  /** What vectors that are not all 0 have anyway, in one direction even. */
  private static final double LEAST_RANK = 1;

  /** A correlation that may be as large tells nothing. */
  private static final double ANY = 0.99;

  private static final String RANDOM = "what random vectors have";

  /** What means of equal numbers may be off. */
  private static final double ROUNDING = 1e-9;

  private final Analysis.Shape shape;
  private final Measurements measured;
  private final List<Verdict> verdicts = new ArrayList<>();

  private Verdicts(Analysis.Shape shape, Measurements measured) {
    this.shape = shape;
    this.measured = measured;
  }

  /**
   * All of them.
   *
   * @param perInput of inputs' own concepts
   * @param live in how many inputs each slot is live, of those that are in any; none of a plain
   *     bank
   */
  static List<Verdict> of(
      Analysis.Shape shape, Measurements measured, Targets perInput, long[] live) {
    Verdicts all = new Verdicts(shape, measured);
    if (shape.slots() == 0) {
      all.concepts("", Targets.of((double) shape.ranked(), shape.sampled(), shape.dimension()));
    } else {
      all.concepts(Analysis.BATCH_MEAN, Targets.ofMeans(live, shape.dimension()));
      all.concepts(InputConcepts.SUFFIX, perInput);
      all.acrossInputs(live.length);
    }
    all.variance();
    all.duplicates();
    all.ratio();
    return all.verdicts;
  }

  /** Whether concepts are diverse. */
  private void concepts(String suffix, Targets targets) {
    if (targets.rank() >= LEAST_RANK) {
      rank(suffix, targets);
    }
    correlation(
        PairMetrics.MEAN_CORRELATION + suffix,
        targets.mean(),
        Targets.MEAN_CORRELATION,
        "directions are diverse",
        "directions are alike or opposite");
    correlation(
        PairMetrics.MAX_CORRELATION + suffix,
        targets.max(),
        Targets.MAX_CORRELATION,
        "no two directions are nearly the same",
        "at least two directions are nearly the same or opposite");
  }

  private void rank(String suffix, Targets targets) {
    double capacity = targets.capacity();
    String name = BankMetrics.EFFECTIVE_RANK + suffix;
    measured
        .get(name)
        .ifPresent(
            rank ->
                tell(
                    name,
                    rank > targets.rank(),
                    rank,
                    String.format(
                        Locale.ROOT,
                        capacity == Math.rint(capacity)
                            ? "of %.0f, target above %.4g (%s)"
                            : "of %.1f, target above %.4g (%s)",
                        capacity,
                        targets.rank(),
                        targets.rank() < Targets.RANK_SHARE * capacity * (1 - ROUNDING)
                            ? RANDOM
                            : "80%"),
                    "vectors spread over most of the dimensions that they could",
                    rankReason(suffix, capacity)));
  }

  private void correlation(String name, double target, double usual, String good, String bad) {
    String random = target > usual * (1 + ROUNDING) ? " (" + RANDOM + ")" : "";
    String text = String.format(Locale.ROOT, "target below %.2g%s", target, random);
    if (target < ANY) {
      measured.get(name).ifPresent(v -> tell(name, v < target, v, text, good, bad));
    }
  }

  private String rankReason(String suffix, double capacity) {
    double centred =
        measured.get(BankMetrics.EFFECTIVE_RANK + suffix + BankMetrics.CENTRED).orElse(0);
    return centred > Targets.RANK_SHARE * capacity
        ? String.format(
            Locale.ROOT, "a common offset dominates; around their mean it is %.4g", centred)
        : String.format(
            Locale.ROOT,
            "vectors have collapsed to few directions; around their mean it is %.4g",
            centred);
  }

  private void acrossInputs(int slots) {
    if (slots < 2) {
      return; // all variance is across inputs, whatever they tell
    }
    // few vectors of each slot are near their mean by chance
    double random =
        shape.live() > slots
            ? RandomDirections.acrossInputBound((double) shape.live(), slots, shape.dimension())
            : 0;
    double target = Math.min(ACROSS_INPUTS, random);
    measured
        .get(Analysis.ACROSS_INPUTS)
        .ifPresent(
            share ->
                tell(
                    Analysis.ACROSS_INPUTS,
                    share >= target,
                    share,
                    String.format(
                        Locale.ROOT,
                        "target %.2g or more%s",
                        target,
                        target < ACROSS_INPUTS ? " (" + RANDOM + ")" : ""),
                    "concepts tell inputs apart",
                    "concepts are nearly the same whatever the input, however diverse they are"));
  }

  private void variance() {
    if (shape.dimension() < 2) {
      return; // it is its own mean
    }
    String name = BankMetrics.RELATIVE_VARIANCE_MIN;
    double absolute = measured.get(BankMetrics.VARIANCE_MIN).orElse(Double.NaN);
    // the variance of few vectors is small somewhere by chance
    double random = RandomDirections.varianceBound((double) shape.ranked(), shape.dimension());
    double target = Math.min(VARIANCE, random);
    double collapsed = measured.get(BankMetrics.COLLAPSED).orElse(Double.NaN);
    measured
        .get(name)
        .ifPresent(
            value ->
                tell(
                    name,
                    value > target,
                    value,
                    String.format(
                        Locale.ROOT,
                        "target above %.2g of the mean (%sin numbers %.3g)",
                        target,
                        target < VARIANCE ? RANDOM + "; " : "",
                        absolute),
                    "every dimension varies",
                    String.format(
                        Locale.ROOT,
                        "the least varying dimension is nearly constant; %.0f of %d have collapsed",
                        collapsed,
                        shape.dimension())));
  }

  private void duplicates() {
    measured
        .get(PairMetrics.DUPLICATES)
        .ifPresent(
            share ->
                tell(
                    PairMetrics.DUPLICATES,
                    share <= DUPLICATES,
                    share,
                    "target 0.01 or less",
                    "hardly any vector is there twice",
                    "many vectors are there more than once, and tell nothing about dimensions"));
  }

  private void ratio() {
    measured
        .get(Related.RATIO)
        .ifPresent(
            ratio ->
                tell(
                    Related.RATIO,
                    ratio >= RATIO,
                    ratio,
                    "target 2 to 3",
                    "concepts have room for more than their targets",
                    "concepts have hardly more dimensions than their targets: over-compression"));
  }

  private void tell(
      String metric, boolean met, double value, String target, String good, String bad) {
    String sentence =
        String.format(Locale.ROOT, "%s %.4g, %s: %s", metric, value, target, met ? good : bad);
    verdicts.add(new Verdict(metric, met, sentence));
  }
}
