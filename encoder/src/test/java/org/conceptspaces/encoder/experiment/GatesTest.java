package org.conceptspaces.encoder.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.gate.Judgement;
import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.train.LossCurve;
import org.junit.jupiter.api.Test;

/** Gates against numbers chosen by hand, and the names that configs may ask for. */
class GatesTest {

  private static final Plugins PLUGINS = Spaces.plugins();
  private static final String RECIPES = "{none: [], apart: [{regularizer: variance}]}";
  private static final String FLAT = "{space: euclidean, concepts: 4, dimension: 2}";
  private static final String BALL = "{space: poincare, concepts: 4, dimension: 2}";

  private static Gates gates(String regularizers, String spaces, String gates) {
    Config config =
        ExperimentSections.reader(PLUGINS)
            .read(
                "{data: {source: x}, training: {reconstruction: 1}, spaces: [%s], regularizers: %s, gates: %s}"
                    .formatted(spaces, regularizers, gates),
                "test");
    return Comparison.gates(config, PLUGINS);
  }

  private static List<String> problems(String regularizers, String spaces, String gates) {
    return assertThrows(ConfigException.class, () -> gates(regularizers, spaces, gates)).problems();
  }

  private static RunResult run(Column column, int seed, Map<String, Double> metrics) {
    return run(column, seed, metrics, "");
  }

  private static RunResult run(
      Column column, int seed, Map<String, Double> metrics, String problem) {
    return new RunResult(
        column,
        seed,
        16,
        new Experiment.Outcome(
            1000,
            10.0 * seed,
            metrics,
            new LossCurve(1),
            new MetricCurve(),
            new ConceptFindings(null, problem),
            null,
            null,
            null));
  }

  /** Of concepts, and of those of the baseline; of nothing else. */
  @Test
  void whyConceptsWereNotAnalysedIsSaid() {
    Gates gates =
        gates(
            RECIPES,
            FLAT,
            "[effective_rank > 1, mlm_loss < 3, anisotropy < 2 * baseline.anisotropy]");
    List<Column> columns = gates.columns();
    String problem = "training texts: concept 1 of text 3 is nowhere";
    List<GateResult> results =
        gates.judge(
            List.of(
                run(columns.get(0), 1, Map.of(), problem),
                run(columns.get(1), 1, Map.of("effective_rank", 2.0, "anisotropy", 0.1))));
    List<String> reasons = results.stream().map(result -> result.mean().reason()).toList();
    assertEquals("effective_rank was not measured: " + problem + ", with seed 1", reasons.get(0));
    assertEquals("", reasons.get(1));
    assertEquals("mlm_loss was not measured, or is no finite number, with seed 1", reasons.get(2));
    assertEquals("anisotropy was not measured: " + problem + ", with seed 1", reasons.get(4));
    assertEquals(
        "baseline.anisotropy was not measured: " + problem + ", with seed 1", reasons.get(5));
    assertEquals(
        "baseline.anisotropy was not measured: " + problem,
        results.get(5).seeds().get(0).judgement().reason());
  }

  @Test
  void aColumnIsJudgedAtTheMeansOverItsSeedsBesideItsOwnBaseline() {
    Gates gates =
        gates(
            RECIPES,
            FLAT + ", " + BALL,
            "[effective_rank > 0.8 * concepts, mlm_loss <= 1.05 * baseline.mlm_loss]");
    List<Column> columns = gates.columns();
    List<RunResult> runs = new ArrayList<>();
    double[][] ranks = {{1, 2}, {3, 3.6}, {2, 2}, {4, 3}};
    double[][] losses = {{2, 4}, {2.2, 4.1}, {5, 5}, {5.25, 5.75}};
    for (int c = 0; c < 4; c++) {
      for (int seed = 0; seed < 2; seed++) {
        runs.add(
            run(
                columns.get(c),
                seed + 1,
                Map.of("effective_rank", ranks[c][seed], "mlm_loss", losses[c][seed])));
      }
    }
    List<GateResult> results = gates.judge(runs);
    assertEquals(8, results.size());
    assertEquals(new Judgement(1.5, 3.2, false, ""), results.get(0).mean());
    assertEquals(new Judgement(3.3, 3.2, true, ""), results.get(1).mean());
    assertEquals(1, results.get(1).seedsPassed());
    assertEquals(new Judgement(3.5, 3.2, true, ""), results.get(3).mean());
    assertEquals(new Judgement(3, 3.15, true, ""), results.get(4).mean());
    assertEquals(new Judgement(3.15, 3.15, true, ""), results.get(5).mean());
    assertEquals(
        List.of(false, true),
        results.get(5).seeds().stream().map(each -> each.judgement().passed()).toList());
    assertEquals(new Judgement(5.5, 5.25, false, ""), results.get(7).mean());
    assertEquals("euclidean 4×2 · apart", results.get(5).column().label());
    assertEquals("gates[1]", results.get(5).path());
    // What has no regularisers is judged, but not demanded of.
    assertFalse(results.get(0).isFatal());
    assertFalse(results.get(1).isFatal());
    assertTrue(results.get(7).isFatal());
  }

  @Test
  void whereNothingIsRegularisedAllIsDemanded() {
    Gates gates = gates("[]", FLAT, "[effective_rank > 1, seconds <= 2 * baseline.seconds]");
    List<GateResult> results =
        gates.judge(List.of(run(gates.columns().get(0), 1, Map.of("effective_rank", 1.0))));
    assertTrue(results.get(0).isFatal());
    assertEquals(new Judgement(10, 20, true, ""), results.get(1).mean());
  }

  @Test
  void whatOneSeedHasNotFailsAndIsNamed() {
    Gates gates = gates("[]", FLAT, "[parent_mrr >= 0]");
    Column column = gates.columns().get(0);
    GateResult result =
        gates
            .judge(
                List.of(
                    run(column, 5, Map.of("parent_mrr", 0.5)),
                    run(column, 7, Map.of("parent_mrr", Double.NaN)),
                    run(column, 8, Map.of())))
            .get(0);
    assertFalse(result.passed());
    assertEquals(1, result.seedsPassed());
    assertEquals(
        "parent_mrr was not measured, or is no finite number, with seed 7", result.mean().reason());
  }

  @Test
  void allProblemsAreToldAtOnceByPath() {
    List<String> problems =
        problems(
            "[{regularizer: variance, schedule: linear, begin: 0.5}]",
            FLAT + ", " + BALL,
            "[efective_rank > 0.8 * concepts, mlm_loss <, mlm_loss <= 1.05 * baseline.mlm_los,"
                + " curvature < 1, concepts > 3, effective_rank > 1]");
    assertEquals("regularizers[0].end = 0.2: wants at least begin, 0.5", problems.get(0));
    assertTrue(
        problems
            .get(1)
            .startsWith(
                "gates[0] = efective_rank > 0.8 * concepts: no such metric as efective_rank; did"
                    + " you mean effective_rank? Known: parameters, seconds, "),
        problems.get(1));
    assertTrue(
        problems
            .get(1)
            .endsWith(
                ", concepts, dimension, baseline.METRIC, and what results.json has by longer names"));
    assertTrue(
        problems
            .get(2)
            .startsWith(
                "gates[1] = mlm_loss <: Missing second operand for operator at character 10; wants"
                    + " one comparison of numbers by <, <=, > or >=, such as"),
        problems.get(2));
    assertTrue(
        problems
            .get(3)
            .startsWith(
                "gates[2] = mlm_loss <= 1.05 * baseline.mlm_los: no such metric as"
                    + " baseline.mlm_los; did you mean baseline.mlm_loss? Known: "),
        problems.get(3));
    assertEquals(
        "gates[2] = mlm_loss <= 1.05 * baseline.mlm_los: baseline.mlm_los wants a recipe without"
            + " regularisers; give one, as in regularizers: {none: [], apart: [{regularizer:"
            + " variance}]}",
        problems.get(4));
    assertEquals(
        "gates[3] = curvature < 1: curvature is not measured in euclidean 4×2; a gate is for all"
            + " spaces of its config",
        problems.get(5));
    assertTrue(
        problems.get(6).startsWith("gates[4] = concepts > 3: names no metric; known: parameters, "),
        problems.get(6));
    assertEquals(7, problems.size());
  }

  @Test
  void namesAreThoseOfTheSpaceAndItsTraining() {
    String levels = "{space: multiscale, levels: [%s, %s]}".formatted(FLAT, BALL);
    gates("[]", levels, "[mlm_loss_levels_1 + reconstruction_loss_levels_1 > curvature]");
    assertEquals(1, problems("[]", levels, "[mlm_loss_levels_2 > 0]").size());
    assertEquals(1, problems("[]", FLAT, "[mlm_loss_levels_1 > 0]").size());
    assertEquals(1, problems("[]", FLAT, "[Effective_Rank > 0]").size());
    assertEquals(1, problems("[]", FLAT, "[effective_rank > baseline.concepts]").size());
  }

  private static void placing(String data, String placement) {
    Config config =
        ExperimentSections.reader(PLUGINS)
            .read(
                "{data: {source: x%s}, spaces: [%s], placement: {%s}, gates: [place_mrr > 0.5,"
                        .formatted(data, FLAT, placement)
                    + " place_calibration_error < 0.1]}",
                "test");
    Comparison.gates(config, PLUGINS);
  }

  @Test
  void placingIsMeasuredWhereLeavesAreHeldOutForIt() {
    placing("", "channels: [words]");
    assertThrows(ConfigException.class, () -> placing("", ""));
    assertThrows(ConfigException.class, () -> placing(", heldOut: 0", "channels: [words]"));
  }
}
