package org.conceptspaces.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.SlotMoments;
import org.conceptspaces.analysis.metric.Spectrum;
import org.conceptspaces.analysis.source.VectorSource;

/**
 * All metrics of a bank of vectors, {@code [N, D]}, or of the concepts of inputs, {@code [B, C,
 * D]}.
 *
 * <p>Names without a suffix are of all live vectors as they are. {@code _centred} is around their
 * mean; {@code _batch_mean} is of each concept slot's mean over inputs, {@code [C, D]}; {@code
 * _per_sample} is the mean over inputs of what each input's own concepts have.
 *
 * @param source what was analysed
 * @param shape how many there are of what
 * @param measurements the metrics
 * @param verdicts what they mean
 * @param pictures what is looked at
 */
public record Analysis(
    String source,
    Shape shape,
    Measurements measurements,
    List<Verdict> verdicts,
    Pictures pictures) {

  static final String BATCH_MEAN = "_batch_mean";
  static final String ACROSS_INPUTS = "across_input_variance_share";

  private static final String ONE_INPUT =
      "wants two inputs at least, with a concept that is live in both";

  /** Copies the list. */
  public Analysis {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * How many there are of what.
   *
   * @param vectors all of them, dead ones included
   * @param live those that count
   * @param slots concepts of an input; 0 for a plain bank
   * @param dimension numbers of a vector
   * @param zeros live vectors that are 0, which have no direction
   * @param ranked vectors whose ranks, directions and variances were taken: all that are live, or
   *     of wide ones those that are compared in pairs
   * @param sampled vectors compared in pairs
   * @param seed what chose these, if they are not all
   */
  public record Shape(
      long vectors,
      long live,
      int slots,
      int dimension,
      long zeros,
      long ranked,
      int sampled,
      long seed) {}

  /**
   * What metrics are made of, to look at.
   *
   * @param raw the singular values of all vectors as they are
   * @param centred those around their mean
   * @param slotCorrelations the mean |cosine| of each two of the first 32 concept slots, over some
   *     inputs in which both are live: {@code [slots][slots]}, NaN where they never are; empty for
   *     a plain bank
   */
  @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
  public record Pictures(Spectrum raw, Spectrum centred, double[][] slotCorrelations) {}

  /**
   * Analyses vectors in one pass over them.
   *
   * @param source the vectors
   * @param options how
   * @return the metrics and what they mean
   * @throws org.conceptspaces.api.InputException if a vector is not finite, or cannot be read
   */
  public static Analysis of(VectorSource source, AnalysisOptions options) {
    return of(source, Related.NONE, options);
  }

  /**
   * Analyses vectors beside what they belong with.
   *
   * @param source the vectors
   * @param related what to compare them with
   * @param options how
   * @return the metrics and what they mean
   * @throws org.conceptspaces.api.InputException if a vector is not finite, or cannot be read, or
   *     what they belong with does not fit
   */
  public static Analysis of(VectorSource source, Related related, AnalysisOptions options) {
    related.check(source);
    Gathering gathered = Gathering.of(source, options);
    Rows sample = gathered.sample();
    Measurements measured = new Measurements();
    Totals totals = gathered.totals(sample);
    BankMetrics.add(measured, totals, gathered.ranked(), source.width(), "");
    PairMetrics.add(measured, sample, options);
    concepts(measured, gathered, options);
    related.measure(measured, source, sample, options);
    Shape shape =
        new Shape(
            source.rows(),
            gathered.live(),
            source.slots(),
            source.width(),
            gathered.zeros(),
            gathered.ranked(),
            sample.count(),
            options.seed());
    InputConcepts inputs = gathered.inputs();
    Targets perInput = inputs == null ? Targets.NONE : inputs.targets();
    Pictures pictures =
        new Pictures(
            totals.raw(),
            totals.centred(),
            inputs == null ? new double[0][] : inputs.correlations());
    SlotMoments slots = gathered.slots();
    long[] live = slots == null ? new long[0] : slots.counts();
    return new Analysis(
        source.name(), shape, measured, Verdicts.of(shape, measured, perInput, live), pictures);
  }

  private static void concepts(Measurements measured, Gathering gathered, AnalysisOptions options) {
    SlotMoments slots = gathered.slots();
    InputConcepts inputs = gathered.inputs();
    if (slots == null || inputs == null) {
      return;
    }
    measured.put(
        ACROSS_INPUTS,
        slots.acrossInputShare(),
        slots.mostInputs() < 2 ? ONE_INPUT : "all vectors coincide");
    Rows means = slots.batchMean();
    Totals totals = Totals.of(means, options.workers());
    BankMetrics.add(measured, totals, means.count(), means.width(), BATCH_MEAN);
    PairMetrics.addFew(measured, means, options, BATCH_MEAN);
    inputs.putInto(measured, means.width());
  }

  /**
   * Everything, for JSON.
   *
   * @return plain values by name, in the order of reports
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("vectors", source);
    plain.put("rows", shape.vectors());
    plain.put("live_rows", shape.live());
    if (shape.slots() > 0) {
      plain.put("inputs", shape.vectors() / shape.slots());
      plain.put("concepts", shape.slots());
    }
    plain.put("dimension", shape.dimension());
    plain.put("zero_rows", shape.zeros());
    plain.put("ranked_rows", shape.ranked());
    plain.put("sampled_rows", shape.sampled());
    plain.put("seed", shape.seed());
    plain.putAll(measurements.values());
    plain.put("not_measured", measurements.missing());
    plain.put("verdicts", verdicts.stream().map(Verdict::plain).toList());
    return plain;
  }
}
