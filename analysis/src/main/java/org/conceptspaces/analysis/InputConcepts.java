package org.conceptspaces.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Workers;

/**
 * The metrics of single inputs' own concepts, as means over those of some inputs that have two live
 * concepts at least; how many concepts are live is told of them all.
 */
final class InputConcepts {

  static final String SUFFIX = "_per_sample";
  static final String LIVE = "live_concepts" + SUFFIX;
  static final String FEW = "inputs_below_two_live" + SUFFIX;

  private final AnalysisOptions options;
  private final RowSample chosen;
  private final List<Rows> waiting = new ArrayList<>();
  private final Map<String, Double> sums = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<Integer, Targets> ofCount = new HashMap<>();
  private final SlotCorrelations correlations;
  private Targets targets = Targets.NONE;
  private long live;
  private int inputs;
  private int few;

  InputConcepts(long coming, int slots, AnalysisOptions options) {
    this.options = options;
    correlations = new SlotCorrelations(slots);
    chosen = new RowSample(coming, options.inputs(), 1, options.seed());
  }

  /** Whether the concepts of the next input are wanted. */
  boolean wanted() {
    return chosen.chooses();
  }

  /** Takes the live concepts of an input, and which slots they are of. */
  void add(Rows concepts, int[] slots) {
    inputs++;
    correlations.add(concepts, slots);
    live += concepts.count();
    if (concepts.count() > 1) {
      waiting.add(concepts);
      targets =
          targets.plus(
              ofCount.computeIfAbsent(concepts.count(), n -> Targets.of(n, n, concepts.width())));
    } else {
      few++;
    }
  }

  /** {@link SlotCorrelations#means}. */
  double[][] correlations() {
    return correlations.means();
  }

  /** What is asked of the means, on average over the inputs that they are of. */
  Targets targets() {
    return targets.over(inputs - few);
  }

  /** Computes what waits, so that not all inputs are in memory. */
  void flush() {
    Measurements[] each = new Measurements[waiting.size()];
    AnalysisOptions alone =
        new AnalysisOptions(
            options.sample(), options.widest(), options.inputs(), options.seed(), new Workers(1));
    options.workers().each(each.length, i -> each[i] = of(waiting.get(i), alone));
    for (Measurements one : each) {
      one.values()
          .forEach(
              (name, value) -> {
                sums.merge(name, value, Double::sum);
                counts.merge(name, 1, Integer::sum);
              });
    }
    waiting.clear();
  }

  private static Measurements of(Rows bank, AnalysisOptions options) {
    Measurements one = new Measurements();
    Totals totals = Totals.of(bank, options.workers());
    BankMetrics.add(one, totals, bank.count(), bank.width(), SUFFIX);
    PairMetrics.addFew(one, bank, options, SUFFIX);
    return one;
  }

  void putInto(Measurements to, int width) {
    if (inputs == few) {
      Measurements names = of(new Rows(new double[width], 1, width), options);
      Stream.concat(names.values().keySet().stream(), names.missing().keySet().stream())
          .forEach(name -> to.missing(name, "no input that was looked at has two live concepts"));
    }
    sums.forEach((name, sum) -> to.put(name, sum / counts.getOrDefault(name, 1), "overflow"));
    to.put(LIVE, (double) live / inputs, "overflow");
    to.put("inputs" + SUFFIX, inputs, "overflow");
    to.put(FEW, few, "overflow");
  }
}
