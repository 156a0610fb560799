package org.conceptspaces.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Workers;

/** The metrics of single inputs' own concepts, as means over some inputs. */
final class InputConcepts {

  static final String SUFFIX = "_per_sample";
  static final String LIVE = "live_concepts" + SUFFIX;

  private final AnalysisOptions options;
  private final RowSample chosen;
  private final List<Rows> waiting = new ArrayList<>();
  private final Map<String, Double> sums = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int inputs;

  InputConcepts(long coming, AnalysisOptions options) {
    this.options = options;
    chosen = new RowSample(coming, options.inputs(), 1, options.seed());
  }

  /** Whether the concepts of the next input are wanted. */
  boolean wanted() {
    return chosen.chooses();
  }

  void add(Rows live) {
    if (live.count() > 1) {
      waiting.add(live);
    }
  }

  /** Computes what waits, so that not all inputs are in memory. */
  void flush() {
    Measurements[] each = new Measurements[waiting.size()];
    AnalysisOptions alone =
        new AnalysisOptions(options.sample(), options.inputs(), options.seed(), new Workers(1));
    options.workers().each(each.length, i -> each[i] = of(waiting.get(i), alone));
    for (Measurements one : each) {
      one.values()
          .forEach(
              (name, value) -> {
                sums.merge(name, value, Double::sum);
                counts.merge(name, 1, Integer::sum);
              });
    }
    inputs += each.length;
    waiting.clear();
  }

  private static Measurements of(Rows bank, AnalysisOptions options) {
    Measurements one = new Measurements();
    Totals totals = Totals.of(bank, options.workers());
    BankMetrics.add(one, totals, bank.count(), bank.width(), SUFFIX);
    PairMetrics.addFew(one, bank, options, SUFFIX);
    one.put(LIVE, bank.count(), "overflow");
    return one;
  }

  void putInto(Measurements to) {
    if (inputs == 0) {
      to.missing(
          BankMetrics.EFFECTIVE_RANK + SUFFIX, "no input that was looked at has two live concepts");
    }
    sums.forEach((name, sum) -> to.put(name, sum / counts.getOrDefault(name, 1), "overflow"));
    to.put("inputs" + SUFFIX, inputs, "overflow");
  }
}
