package org.conceptspaces.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conceptspaces.analysis.curved.CurvedBank;
import org.conceptspaces.analysis.metric.Banks;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.junit.jupiter.api.Test;

/** Names are known before anything is measured. */
class MetricNamesTest {

  private static final AnalysisOptions USUAL = AnalysisOptions.usual(1, new Workers(1));

  private static Set<String> all(Measurements measured) {
    assertEquals(Map.of(), measured.missing());
    return new TreeSet<>(measured.values().keySet());
  }

  @Test
  void conceptsHaveAllOfTheirs() {
    Analysis analysis = Analysis.of(new MemorySource(Banks.gaussian(400, 5, 1), 8, null), USUAL);
    assertEquals(new TreeSet<>(MetricNames.ofConcepts()), all(analysis.measurements()));
    assertTrue(MetricNames.ofConcepts().contains("intrinsic_dimension_twonn_low"));
    assertTrue(MetricNames.ofConcepts().contains("effective_rank_share_per_sample"));
  }

  @Test
  void pointsHaveAllOfTheirs() {
    try (NDManager manager = NDManager.newBaseManager()) {
      CurvedBank bank =
          CurvedBank.of(new EuclideanGeometry(), 3, Banks.gaussian(50, 3, 1), manager);
      assertEquals(
          new TreeSet<>(MetricNames.ofPoints()), all(CurvedMetrics.of(bank, USUAL).values()));
    }
  }

  /** 128 vectors of 512 dimensions have at most rank 128; 2000 of 16 dimensions, 16. */
  @Test
  void theShareOfARankIsOfTheLargestPossible() {
    Analysis ten = Analysis.of(new MemorySource(Banks.ofRank(10, 128, 512, 2), 0, null), USUAL);
    double rank = ten.measurements().get("effective_rank").orElseThrow();
    assertEquals(rank / 128, ten.measurements().get("effective_rank_share").orElseThrow(), 1e-12);
    Analysis many = Analysis.of(new MemorySource(Banks.gaussian(2000, 16, 2), 0, null), USUAL);
    assertEquals(1, many.measurements().get("effective_rank_share").orElseThrow(), 0.01);
  }
}
