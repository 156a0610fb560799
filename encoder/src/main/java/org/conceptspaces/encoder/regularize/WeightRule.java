package org.conceptspaces.encoder.regularize;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;
import org.jspecify.annotations.Nullable;

/**
 * How the weight of a regulariser goes over training.
 *
 * <ul>
 *   <li>{@code fixed}: the weight.
 *   <li>{@code linear}, {@code cosine}: {@code from} until the share {@code begin} of all steps,
 *       the weight from the share {@code end} on, and in between a line or half a cosine.
 *   <li>{@code increase}: the weight times a factor. While the watched quantity, averaged over
 *       about ten steps, is beyond the alarm, the factor grows by 2% at each step, up to {@code
 *       most}; else it falls by as much, down to 1.
 *   <li>{@code uncertainty}: {@code ½e^{−s}} of {@code ½e^{−s}·L + ½s} (Kendall, Gal and Cipolla,
 *       "Multi-Task Learning Using Uncertainty", 2018). The weight is that of {@code s} at the
 *       start; {@code s} then descends its own gradient, {@code ½(1 − e^{−s}L)}. As a loss near 0
 *       would be weighted without limit, it stays within {@code most} times the weight and one
 *       {@code most}-th of it.
 * </ul>
 *
 * @param schedule one of these
 * @param weight the configured weight
 * @param from the weight where a ramp begins
 * @param begin where it begins, as a share of steps
 * @param end where it ends
 * @param most how far the weight may be changed
 * @param watch the watched quantity, with the configured alarm
 */
record WeightRule(
    String schedule,
    double weight,
    double from,
    double begin,
    double end,
    double most,
    Watch watch) {

  static final String UNCERTAINTY = "uncertainty";
  private static final String INCREASE = "increase";

  /** What the last step counts in the average of the watched quantity. */
  private static final double NEWS = 0.1;

  /** How fast the factor of {@code increase} moves, per step. */
  private static final double GROWTH = 1.02;

  /** The step size of {@code s}. */
  private static final double RATE = 0.02;

  private static final Option<String> SCHEDULE =
      Option.choice(
          "schedule",
          List.of("fixed", "linear", "cosine", INCREASE, UNCERTAINTY),
          "fixed weight, a ramp to it, more while the alarm is on, or Kendall and Gal's");
  private static final Option<Double> FROM =
      Option.number("from", 0.0, Range.between(0, 1e12), "weight where a ramp begins");
  private static final Option<Double> BEGIN =
      Option.number("begin", 0.0, Range.between(0, 1), "share of steps at which a ramp begins");
  private static final Option<Double> END =
      Option.number("end", 0.2, Range.between(0, 1), "share of steps at which a ramp ends");
  private static final Option<Double> MOST =
      Option.number(
          "most",
          10.0,
          Range.between(1, 1e6),
          "by how much increase and uncertainty may change the weight");

  /** The options that all kinds have. */
  static final List<Option<?>> SHARED = List.of(SCHEDULE, FROM, BEGIN, END, MOST);

  static WeightRule of(Values values, Kind kind) {
    Watch watch =
        new Watch(kind.watch().quantity(), values.get(kind.alarmOption()), kind.watch().above());
    return new WeightRule(
        values.get(SCHEDULE),
        values.get(kind.weightOption()),
        values.get(FROM),
        values.get(BEGIN),
        values.get(END),
        values.get(MOST),
        watch);
  }

  /** Options with a value of their own that this schedule does not look at. */
  List<String> ignored(Kind kind) {
    boolean ramp = schedule.equals("linear") || schedule.equals("cosine");
    List<String> ignored = new ArrayList<>();
    ignored(ignored, FROM, from, ramp, "linear or cosine");
    ignored(ignored, BEGIN, begin, ramp, "linear or cosine");
    ignored(ignored, END, end, ramp, "linear or cosine");
    ignored(ignored, MOST, most, hasState(), "increase or uncertainty");
    ignored(ignored, kind.alarmOption(), watch.alarm(), schedule.equals(INCREASE), "increase");
    return ignored;
  }

  private void ignored(
      List<String> ignored, Option<Double> option, double value, boolean used, String by) {
    if (!used && !Objects.equals(option.defaultValue(), value)) {
      ignored.add(
          "%s = %s: schedule %s does not look at it; leave it out, or set schedule to %s"
              .formatted(option.name(), value, schedule, by));
    }
  }

  /** Whether the weight follows what training finds. */
  boolean hasState() {
    return schedule.equals(INCREASE) || schedule.equals(UNCERTAINTY);
  }

  /**
   * The weight of a step.
   *
   * @param step the step, from 1
   * @param steps of so many
   * @param state what the steps before have left, or null if there were none or it has no state
   */
  double weight(int step, int steps, @Nullable WeightState state) {
    return switch (schedule) {
      case "linear" -> from + (weight - from) * progress(step, steps);
      case "cosine" -> from + (weight - from) * (1 - Math.cos(Math.PI * progress(step, steps))) / 2;
      default -> state == null ? weight : weight * state.factor();
    };
  }

  /** How much of a ramp is over: the first step has seen nothing yet, the last nearly all. */
  private double progress(int step, int steps) {
    double share = (step - 1.0) / steps;
    if (share >= end) {
      return 1;
    }
    return share <= begin ? 0 : (share - begin) / (end - begin);
  }

  private double average(@Nullable WeightState state, double watched) {
    double before = state == null ? watched : state.average();
    if (!Double.isFinite(watched)) {
      return state == null ? watch.alarm() : before;
    }
    return before + NEWS * (watched - before);
  }

  /**
   * What a step leaves to the next.
   *
   * @param state what the steps before have left, or null if there were none
   * @param loss the step's loss, without weight
   * @param watched what it found of the watched quantity; what is no finite number counts as
   *     nothing found
   */
  WeightState next(@Nullable WeightState state, double loss, double watched) {
    double average = average(state, watched);
    double factor = state == null ? 1 : state.factor();
    if (schedule.equals(UNCERTAINTY)) {
      // s falls by what ln factor rises, and e^{−s} is twice the weight.
      double slope = (1 - 2 * weight * factor * loss) / 2;
      return new WeightState(
          average, Math.min(most, Math.max(1 / most, factor * Math.exp(RATE * slope))));
    }
    boolean alarm = watch.above() ? average > watch.alarm() : average < watch.alarm();
    return new WeightState(
        average, alarm ? Math.min(most, factor * GROWTH) : Math.max(1, factor / GROWTH));
  }
}
