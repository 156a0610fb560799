package org.conceptspaces.analysis;

import java.util.BitSet;
import org.conceptspaces.analysis.metric.Estimate;
import org.conceptspaces.analysis.metric.FlatDistances;
import org.conceptspaces.analysis.metric.Neighbours;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.TwoNearestNeighbours;
import org.conceptspaces.analysis.metric.Uniformity;
import org.conceptspaces.analysis.source.Labels;
import org.conceptspaces.analysis.source.VectorSource;
import org.conceptspaces.api.InputException;
import org.jspecify.annotations.Nullable;

/**
 * What vectors belong with.
 *
 * @param targets what concepts shall tell; their intrinsic dimension is what {@code
 *     intrinsic_dimension_ratio} divides by
 * @param positives another view of the same things, vector by vector, for {@code alignment}; those
 *     count that are live in the first, whatever a mask of their own says
 * @param labels which class each input is of, or each vector of a plain bank, for {@code nc1}
 */
public record Related(
    @Nullable VectorSource targets, @Nullable VectorSource positives, @Nullable Labels labels) {

  /** None. */
  public static final Related NONE = new Related(null, null, null);

  static final String RATIO = "intrinsic_dimension_ratio";
  static final String ALIGNMENT = "alignment";

  private static final String FEW = "the targets have too few vectors that are apart";

  /** Refuses another view of another shape, or other labels, before anything is read. */
  void check(VectorSource source) {
    if (labels != null) {
      LabelMetrics.check(source, labels);
    }
    if (positives != null
        && (positives.rows() != source.rows() || positives.width() != source.width())) {
      throw new InputException(
          positives.name()
              + ": holds "
              + positives.rows()
              + " vectors of "
              + positives.width()
              + ", but "
              + source.name()
              + " "
              + source.rows()
              + " of "
              + source.width()
              + "; views want vector by vector the same things");
    }
  }

  void measure(Measurements to, VectorSource source, Rows sample, AnalysisOptions options) {
    if (targets != null) {
      ratio(to, targets, options);
    }
    if (positives != null) {
      alignment(to, source, positives, sample, options);
    }
    if (labels != null) {
      LabelMetrics.measure(to, source, labels, options.workers());
    }
  }

  private static void ratio(Measurements to, VectorSource targets, AnalysisOptions options) {
    Rows sample = Gathering.of(targets, options).sample();
    Estimate estimate =
        sample.count() < 2
            ? TwoNearestNeighbours.of(new double[0][]).fit(options.seed())
            : TwoNearestNeighbours.of(
                    Neighbours.nearest(new FlatDistances(sample), 2, options.workers()))
                .fit(options.seed());
    to.put(PairMetrics.INTRINSIC_DIMENSION + "_targets", estimate, FEW);
    double own = to.get(PairMetrics.INTRINSIC_DIMENSION).orElse(Double.NaN);
    to.put(RATIO, own / estimate.value(), "one of the intrinsic dimensions could not be measured");
  }

  private static void alignment(
      Measurements to,
      VectorSource source,
      VectorSource positives,
      Rows sample,
      AnalysisOptions options) {
    // with the same seed, and as many to choose from, the same rows are chosen
    Gathering gathered = Gathering.of(new View(positives, source.mask()), options);
    Rows other = gathered.sample();
    if (sample.directions().count() < sample.count()
        || other.directions().count() < other.count()) {
      to.missing(ALIGNMENT, "a vector is 0 and has no direction");
    } else {
      to.put(ALIGNMENT, Uniformity.alignment(sample, other), FEW);
    }
  }

  /** Another view, of which those vectors are live that are so in the first. */
  private record View(VectorSource of, @Nullable BitSet mask) implements VectorSource {

    @Override
    public String name() {
      return of.name();
    }

    @Override
    public long rows() {
      return of.rows();
    }

    @Override
    public int slots() {
      return 0;
    }

    @Override
    public int width() {
      return of.width();
    }

    @Override
    public void read(int rowsAtOnce, Sink sink) {
      of.read(rowsAtOnce, sink);
    }
  }
}
