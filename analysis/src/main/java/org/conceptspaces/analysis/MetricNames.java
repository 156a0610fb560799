package org.conceptspaces.analysis;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.analysis.source.LiveVectors;

/** The names of all metrics, known before anything is measured. */
public final class MetricNames {

  private static final int INPUTS = 16;
  private static final int SLOTS = 3;
  private static final int WIDTH = 2;

  private MetricNames() {}

  /**
   * Those that {@link Analysis} has of inputs' concepts, {@code [B, C, D]}, beside nothing else.
   * Some may not be measured, of too few concepts say.
   *
   * @return names in the order of reports
   */
  public static Set<String> ofConcepts() {
    return OfConcepts.NAMES;
  }

  /**
   * Those that {@link CurvedMetrics} has of points.
   *
   * @return names in the order of reports
   */
  public static Set<String> ofPoints() {
    return CurvedMetrics.NAMES;
  }

  /** Asks what measures them, so that no name is written twice. */
  private static final class OfConcepts {
    static final Set<String> NAMES = names();

    private static Set<String> names() {
      BitSet all = new BitSet();
      all.set(0, INPUTS * SLOTS);
      Rows rows = Rows.gaussian(INPUTS * SLOTS, WIDTH, new Random(1));
      Measurements measured =
          Analysis.of(
                  new LiveVectors("specimen", rows, INPUTS * SLOTS, SLOTS, all),
                  AnalysisOptions.usual(1, new Workers(1)))
              .measurements();
      Set<String> names = new LinkedHashSet<>(measured.values().keySet());
      names.addAll(measured.missing().keySet());
      return Collections.unmodifiableSet(names);
    }
  }
}
