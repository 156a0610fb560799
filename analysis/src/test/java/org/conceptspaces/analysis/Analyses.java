package org.conceptspaces.analysis;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.conceptspaces.analysis.metric.Banks;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Workers;

/** Banks as tests analyse them, and what they ask of the outcome. */
final class Analyses {

  static final AnalysisOptions USUAL = AnalysisOptions.usual(1, new Workers(2));

  private Analyses() {}

  static Analysis analysed(Rows bank) {
    return Analysis.of(new MemorySource(bank, 0, null), USUAL);
  }

  static double metric(Analysis analysis, String name) {
    return analysis.measurements().get(name).orElseThrow(() -> new AssertionError(name));
  }

  static Set<String> alarms(Analysis analysis) {
    return analysis.verdicts().stream()
        .filter(verdict -> !verdict.met())
        .map(Verdict::metric)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Concepts of inputs: prototypes plus what the input adds. */
  static MemorySource concepts(double perInput, boolean masked) {
    int inputs = 200;
    int slots = 16;
    int width = 64;
    Rows prototypes = Banks.gaussian(slots, width, 6);
    Rows own = Banks.gaussian(inputs * slots, width, 7);
    BitSet live = new BitSet();
    for (int row = 0; row < own.count(); row++) {
      live.set(row, row % slots < 8 || row / slots % 2 == 0);
      for (int i = 0; i < width; i++) {
        int at = row * width + i;
        own.values()[at] = perInput * own.values()[at] + prototypes.get(row % slots, i);
        if (masked && !live.get(row)) {
          own.values()[at] = Double.NaN; // dead slots may hold anything
        }
      }
    }
    return new MemorySource(own, slots, masked ? live : null);
  }
}
