package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conceptspaces.encoder.experiment.Metrics;
import org.conceptspaces.encoder.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A row of the tables.
 *
 * @param name its name, as results have it
 * @param decimals how many decimals tables show
 * @param spread whether its interval over seeds says anything
 * @param meaning what it is, for readers who have not read the code
 */
record Measure(String name, int decimals, boolean spread, String meaning) {

  private static final double LARGEST = 1e9;
  static final String NOT_MEASURED = "–";

  /** As {@link Metrics#of} names losses of parts. */
  private static final Pattern PART = Pattern.compile("(.+)_(levels|dimensions)_(\\d+)");

  private static final List<Measure> KNOWN =
      List.of(
          new Measure(Metrics.PARAMETERS, 0, false, "trainable numbers of the model"),
          new Measure(Metrics.SECONDS, 1, true, "training time by the wall clock"),
          new Measure(
              Metrics.TOKENS_PER_SECOND, 0, false, "tokens read in training, padding not counted"),
          new Measure(
              Metrics.MLM_LOSS,
              3,
              true,
              "nats needed to tell one of 15% hidden tokens of a training text; lower is better"),
          new Measure(
              Metrics.MLM_LOSS_HELD_OUT, 3, true, "the same on texts that training has not seen"),
          new Measure(
              Metrics.UNIGRAM_ENTROPY,
              3,
              false,
              "what that loss would be from the tokens' frequencies alone"),
          new Measure(
              Metrics.RECONSTRUCTION_LOSS,
              3,
              true,
              "nats needed to tell a token of a training text that was read, by its place; lower is"
                  + " better"),
          new Measure(
              Metrics.RECONSTRUCTION_LOSS_HELD_OUT,
              3,
              true,
              "the same on texts that training has not seen"),
          new Measure(
              Metrics.MEAN_CONCEPTS, 1, true, "live concepts of a training text, of all levels"),
          new Measure(
              Metrics.PARENT_MRR,
              3,
              true,
              "held-out leaves placed by their text: mean of 1/rank of a true parent, by a vote of"
                  + " the 20 nearest nodes' parents; higher is better"),
          new Measure(
              Metrics.PARENT_MRR_NEAREST, 3, true, "the same, nodes ranked by distance alone"),
          new Measure(
              Metrics.PARENT_HITS_AT_1,
              3,
              true,
              "share of held-out leaves whose true parent comes first in the vote"),
          new Measure(
              Metrics.PARENT_HITS_AT_10, 3, true, "share whose true parent is among the first ten"),
          new Measure(
              Metrics.PARENT_WU_PALMER,
              3,
              true,
              "how near in the hierarchy the vote's first answer is to a true parent, by Wu and"
                  + " Palmer; 1 is the parent itself"),
          new Measure(
              Metrics.RECONSTRUCTION_MAP,
              3,
              true,
              "mean average precision of training nodes' ancestors by distance; 1 is perfect"),
          new Measure(
              Metrics.RECONSTRUCTION_MEAN_RANK, 1, true, "mean rank of these; 1 is perfect"),
          new Measure(
              Metrics.CURVATURE, 2, true, "c after training; the sectional curvature is −c"));

  /** A few of what concepts hold, which tell whether they have collapsed, and how. */
  static final List<String> OF_CONCEPTS =
      List.of(
          "effective_rank_share_batch_mean",
          "effective_rank_share_per_sample",
          "mean_concept_correlation_per_sample",
          "dimension_variance_min",
          "anisotropy",
          "across_input_variance_share",
          "edge_share");

  private static Measure ofConcepts(String name) {
    return new Measure(name, 3, true, ConceptMeanings.of(name));
  }

  /** The rest of what concepts hold, of rows that have it. */
  static List<Measure> restOfConcepts(List<Summary.Row> rows) {
    Set<String> names = Metrics.ofConcepts();
    names.retainAll(names(rows));
    OF_CONCEPTS.forEach(names::remove);
    return names.stream().map(Measure::ofConcepts).toList();
  }

  private static Set<String> names(List<Summary.Row> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.values().keySet()));
    return names;
  }

  /**
   * The measures that rows have, in the order of tables: ours first, then those of plugins. Of what
   * concepts hold, a few.
   */
  static List<Measure> of(List<Summary.Row> rows) {
    Set<String> names = names(rows);
    List<Measure> measures = new ArrayList<>();
    Stream.concat(KNOWN.stream(), PlacementMeasures.ALL.stream())
        .filter(known -> names.remove(known.name()))
        .forEach(measures::add);
    OF_CONCEPTS.stream().filter(names::remove).map(Measure::ofConcepts).forEach(measures::add);
    names.removeAll(Metrics.ofConcepts());
    names.forEach(name -> measures.add(new Measure(name, 3, true, meaning(name))));
    return measures;
  }

  private static String meaning(String name) {
    Matcher part = PART.matcher(name);
    if (!part.matches()) {
      return "told by the space";
    }
    String which = part.group(2).equals("levels") ? "coarsest levels" : "first dimensions";
    return "%s with the %s alone: %s".formatted(part.group(1), which, part.group(3));
  }

  /** A mean, with half the width of its interval where there is one that says anything. */
  String show(@Nullable Interval interval) {
    if (interval == null || !Double.isFinite(interval.mean())) {
      return NOT_MEASURED;
    }
    double mean = interval.mean();
    double half = interval.half();
    boolean plain = isPlain(mean);
    if (!spread || !Double.isFinite(half)) {
      return format(mean, plain);
    }
    // Half the width has as many decimals as the mean, even where none of them is above 0.
    return format(mean, plain) + " ± " + format(half, plain && half < LARGEST);
  }

  /** Whether a number shows something with so many decimals. */
  private boolean isPlain(double value) {
    double size = Math.abs(value);
    return size == 0 || (size < LARGEST && size >= 0.5 * Math.pow(10, -decimals));
  }

  private String format(double value, boolean plain) {
    return String.format(Locale.ROOT, plain ? "%,." + decimals + "f" : "%.1e", value);
  }
}
