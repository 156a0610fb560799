package org.conceptspaces.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conceptspaces.analysis.metric.RepresentationalCapacity;

/**
 * Metrics against targets. Those of the research note on concept spaces: effective rank above 80%
 * of the concept count, mean concept correlation below 0.3, variance of each dimension above 0.1,
 * here relative to their mean, since a scale alone says nothing. Of its system: largest similarity
 * below 0.60. Ours: at least 5% of the variance across inputs, and at most 1% duplicates.
 */
final class Verdicts {

  static final double RANK_SHARE = 0.8;
  static final double MEAN_CORRELATION = 0.3;
  static final double MAX_CORRELATION = 0.6;
  static final double VARIANCE = 0.1;
  static final double ACROSS_INPUTS = 0.05;
  static final double DUPLICATES = 0.01;
  static final double RATIO = 2;

  private final Analysis.Shape shape;
  private final Measurements measured;
  private final List<Verdict> verdicts = new ArrayList<>();

  private Verdicts(Analysis.Shape shape, Measurements measured) {
    this.shape = shape;
    this.measured = measured;
  }

  static List<Verdict> of(Analysis.Shape shape, Measurements measured) {
    Verdicts all = new Verdicts(shape, measured);
    if (shape.slots() == 0) {
      all.concepts("", (double) shape.live());
    } else {
      all.concepts(Analysis.BATCH_MEAN, shape.slots());
      all.concepts(InputConcepts.SUFFIX, measured.get(InputConcepts.LIVE).orElse(0));
      all.acrossInputs();
    }
    all.variance();
    all.duplicates();
    all.ratio();
    return all.verdicts;
  }

  /** Whether concepts, so many of them, are diverse. */
  private void concepts(String suffix, double count) {
    double capacity = Math.min(count, shape.dimension());
    String name = BankMetrics.EFFECTIVE_RANK + suffix;
    measured
        .get(name)
        .ifPresent(
            rank ->
                tell(
                    name,
                    rank > RANK_SHARE * capacity,
                    rank,
                    String.format(
                        Locale.ROOT,
                        capacity == Math.rint(capacity)
                            ? "of %.0f, target above %.4g (80%%)"
                            : "of %.1f, target above %.4g (80%%)",
                        capacity,
                        RANK_SHARE * capacity),
                    "vectors spread over most of the dimensions that they could",
                    rankReason(suffix, capacity)));
    String mean = PairMetrics.MEAN_CORRELATION + suffix;
    measured
        .get(mean)
        .ifPresent(
            value ->
                tell(
                    mean,
                    value < MEAN_CORRELATION,
                    value,
                    "target below 0.3",
                    "directions are diverse",
                    "directions are alike or opposite"));
    String max = PairMetrics.MAX_CORRELATION + suffix;
    // more directions than dimensions cannot all be apart
    if (count <= shape.dimension() && random(count) < MAX_CORRELATION) {
      measured
          .get(max)
          .ifPresent(
              value ->
                  tell(
                      max,
                      value < MAX_CORRELATION,
                      value,
                      "target below 0.60",
                      "no two directions are nearly the same",
                      "at least two directions are nearly the same or opposite"));
    }
  }

  /** How close as many random directions come. */
  private double random(double count) {
    return RepresentationalCapacity.random((int) Math.ceil(count), shape.dimension());
  }

  private String rankReason(String suffix, double capacity) {
    double centred =
        measured.get(BankMetrics.EFFECTIVE_RANK + suffix + BankMetrics.CENTRED).orElse(0);
    return centred > RANK_SHARE * capacity
        ? String.format(
            Locale.ROOT, "a common offset dominates; around their mean it is %.4g", centred)
        : String.format(
            Locale.ROOT,
            "vectors have collapsed to few directions; around their mean it is %.4g",
            centred);
  }

  private void acrossInputs() {
    measured
        .get(Analysis.ACROSS_INPUTS)
        .ifPresent(
            share ->
                tell(
                    Analysis.ACROSS_INPUTS,
                    share >= ACROSS_INPUTS,
                    share,
                    "target 0.05 or more",
                    "concepts tell inputs apart",
                    "concepts are nearly the same whatever the input, however diverse they are"));
  }

  private void variance() {
    String name = BankMetrics.RELATIVE_VARIANCE_MIN;
    double absolute = measured.get(BankMetrics.VARIANCE_MIN).orElse(Double.NaN);
    double collapsed = measured.get(BankMetrics.COLLAPSED).orElse(Double.NaN);
    measured
        .get(name)
        .ifPresent(
            value ->
                tell(
                    name,
                    value > VARIANCE,
                    value,
                    String.format(
                        Locale.ROOT, "target above 0.1 of the mean (in numbers %.3g)", absolute),
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
