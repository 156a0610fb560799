package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.Related;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.InputException;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConceptAnalysisTest {

  private static final AnalysisOptions USUAL = AnalysisOptions.usual(1, new Workers(1));

  private final NDManager manager = Small.manager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Texts with three slots in two dimensions. */
  private ConceptSet concepts(Geometry geometry, double[] tangents, float[] mask) {
    int texts = mask.length / 3;
    NDArray points = geometry.expOrigin(manager.create(tangents, new Shape(texts, 3, 2)));
    NDArray live = manager.create(mask, new Shape(texts, 3));
    LevelSpec spec = new LevelSpec("l", 3, 2, geometry);
    return new ConceptSet(List.of(new Level(spec, geometry, points, live, live, live)));
  }

  private ConceptAnalysis analyse(Geometry geometry, SummaryConcepts gathered) {
    return ConceptAnalysis.of(gathered, geometry, Related.NONE, USUAL, manager);
  }

  private SummaryConcepts gathered(ConceptSet concepts, IntPredicate wanted) {
    SummaryConcepts gathered = new SummaryConcepts("concepts", wanted);
    gathered.encoded(concepts);
    return gathered;
  }

  private static double get(ConceptAnalysis analysis, String name) {
    return Objects.requireNonNull(analysis.metrics().get(name), name);
  }

  @Test
  void deadConceptsCountNothing() {
    PoincareBall ball = new PoincareBall(1);
    double edge = 0.97 * ball.radius();
    // Four live concepts, one of them at the edge, and two dead ones, one at the edge.
    double[] tangents = {1, 0, -1, 0, edge, 0, 0, edge, 0, 2, 0.1, 0.1};
    float[] mask = {1, 1, 1, 0, 1, 0};
    ConceptSet concepts = concepts(ball, tangents, mask);
    LiveCount live = new LiveCount();
    live.encoded(concepts);
    assertEquals(2, live.mean());
    ConceptAnalysis analysis = analyse(ball, gathered(concepts, text -> true));
    assertEquals(0.25, get(analysis, "edge_share"));
    assertEquals(4, analysis.vectors().shape().live());
    assertEquals(6, analysis.vectors().shape().vectors());
    assertEquals(2.0, get(analysis, "live_concepts_per_sample"));
    assertEquals(edge, analysis.points().largestRadius(), 1e-6);
  }

  /** At the mean of two and their mirror images are these; their squares are 2·(1² + 0.5²). */
  @Test
  void pointsOfTheBallAreSeenFromTheirMean() {
    PoincareBall ball = new PoincareBall(1);
    double[] tangents = {1, 0, -1, 0, 0, 0.5, 0, -0.5, 0, 0, 0, 0};
    ConceptSet concepts = concepts(ball, tangents, new float[] {1, 1, 1, 1, 1, 1});
    ConceptAnalysis analysis = analyse(ball, gathered(concepts, text -> true));
    assertEquals(0, get(analysis, "frechet_mean_radius"), 1e-9);
    assertEquals(0.5 / 5, get(analysis, "dimension_variance_min"), 1e-6);
    double p = 1 / 1.5;
    double rank = Math.exp(-p * Math.log(p) - (1 - p) * Math.log(1 - p));
    assertEquals(rank, get(analysis, "effective_rank"), 1e-6);
    assertEquals(rank / 2, get(analysis, "effective_rank_share"), 1e-6);
  }

  /** An offset of all is told in flat space; in the ball it moves the mean alone. */
  @Test
  void pointsOfFlatSpaceAreTakenAsTheyAre() {
    Geometry flat = new EuclideanGeometry();
    Random random = new Random(1);
    double[] tangents = random.doubles(2 * 3 * 40, 9, 11).toArray();
    float[] mask = new float[3 * 40];
    java.util.Arrays.fill(mask, 1);
    ConceptAnalysis analysis =
        analyse(flat, gathered(concepts(flat, tangents, mask), text -> true));
    assertTrue(analysis.flat());
    assertTrue(get(analysis, "anisotropy") > 0.98);
    PoincareBall ball = new PoincareBall(0.01);
    ConceptAnalysis curved = analyse(ball, gathered(concepts(ball, tangents, mask), text -> true));
    assertTrue(!curved.flat() && Math.abs(get(curved, "anisotropy")) < 0.02);
  }

  /** Batches follow each other, and only some texts are wanted. */
  @Test
  void textsAreChosenByTheirNumber() {
    Geometry flat = new EuclideanGeometry();
    SummaryConcepts gathered = new SummaryConcepts("concepts", text -> text == 1 || text == 2);
    double[] first = {9, 9, 9, 9, 9, 9, 1, 0, 0, 1, 1, 1};
    double[] second = {2, 0, 9, 9, 0, 2, 9, 9, 9, 9, 9, 9};
    gathered.encoded(concepts(flat, first, new float[] {1, 1, 1, 1, 1, 1}));
    gathered.encoded(concepts(flat, second, new float[] {1, 0, 1, 1, 1, 1}));
    ConceptAnalysis analysis = analyse(flat, gathered);
    assertEquals(6, analysis.vectors().shape().vectors());
    assertEquals(5, analysis.vectors().shape().live());
    assertEquals(2, analysis.points().largestRadius());
    // each slot's mean: (1.5, 0), (0, 1) and (0.5, 1.5)
    assertEquals(
        (0 + 1.5 * 0.5 / (1.5 * Math.sqrt(2.5)) + 1.5 / Math.sqrt(2.5)) / 3,
        get(analysis, "mean_concept_correlation_batch_mean"),
        1e-6);
  }

  @Test
  void whatIsNowhereIsRefused() {
    Geometry flat = new EuclideanGeometry();
    double[] tangents = {1, 0, Double.NaN, 1, 1, 1};
    ConceptSet broken = concepts(flat, tangents, new float[] {1, 1, 1});
    assertEquals(
        "concepts: coordinate 1 of concept 2 of text 1 is NaN: the model has broken down",
        assertThrows(InputException.class, () -> analyse(flat, gathered(broken, text -> true)))
            .getMessage());
    ConceptSet dead = concepts(flat, tangents, new float[] {1, 0, 1});
    assertEquals(2, analyse(flat, gathered(dead, text -> true)).vectors().shape().live());
    assertThrows(InputException.class, () -> analyse(flat, gathered(dead, text -> false)));
  }
}
