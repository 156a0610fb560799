package org.conceptspaces.encoder.regularize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;
import org.conceptspaces.api.Variant;

/**
 * One kind of regulariser, as configs name it.
 *
 * @param name its name
 * @param description one sentence
 * @param weight its weight by default
 * @param negative whether its loss can be negative
 * @param watch what tells whether it is needed
 * @param own the options that it has beside those of all
 * @param factory from its options to the regulariser
 */
record Kind(
    String name,
    String description,
    double weight,
    boolean negative,
    Watch watch,
    List<Option<?>> own,
    Function<Values, Regularizer> factory) {

  /** As configs can name it, with all its options. */
  Variant variant() {
    List<Option<?>> options = new ArrayList<>(WeightRule.SHARED);
    options.add(RegularizerSpec.LEVEL);
    options.add(weightOption());
    options.add(alarmOption());
    options.addAll(own);
    return new Variant(name, options, description);
  }

  Option<Double> weightOption() {
    return Option.number(
        "weight", weight, Range.between(0, 1e12), "weight in the loss; 0 to watch only");
  }

  Option<Double> alarmOption() {
    return Option.number(
        "alarm",
        watch.alarm(),
        Range.between(-1e12, 1e12),
        "schedule increase raises the weight while "
            + watch.quantity()
            + (watch.above() ? " is above this" : " is below this"));
  }
}
