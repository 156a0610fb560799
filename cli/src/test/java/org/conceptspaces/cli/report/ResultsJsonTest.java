package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.encoder.experiment.Metrics;
import org.conceptspaces.encoder.gate.Judgement;
import org.junit.jupiter.api.Test;

/** The file for programs. */
class ResultsJsonTest {

  @Test
  void gatesWithoutANumberTellWhy() {
    String json =
        ResultsJson.of(
            new Studies()
                .run("broken", 1, Map.of(Metrics.MLM_LOSS, Double.NaN))
                .gate("mlm_loss < 5", "broken", Judgement.without("mlm_loss has gone"), 1)
                .study());
    JsonObject gate =
        JsonParser.parseString(json)
            .getAsJsonObject()
            .getAsJsonArray("gates")
            .get(0)
            .getAsJsonObject();
    assertEquals("mlm_loss < 5", gate.get("expression").getAsString());
    assertEquals("broken", gate.get("label").getAsString());
    assertFalse(gate.get("passed").getAsBoolean());
    assertTrue(gate.get("left").isJsonNull() && gate.get("right").isJsonNull());
    assertTrue(gate.get("recipe").isJsonNull());
    assertEquals("mlm_loss has gone", gate.get("reason").getAsString());
    assertEquals(0, gate.get("seeds_passed").getAsInt());
  }

  @Test
  void whyConceptsWereNotAnalysedIsTold() {
    JsonObject root =
        JsonParser.parseString(
                ResultsJson.of(
                    new Studies()
                        .space("sound", 0.1)
                        .problem("one is <nowhere>")
                        .space("b", 0.1)
                        .study()))
            .getAsJsonObject();
    JsonArray runs = root.getAsJsonArray("runs");
    assertTrue(runs.get(0).getAsJsonObject().get("concepts_problem").isJsonNull());
    JsonObject broken = runs.get(1).getAsJsonObject();
    assertTrue(broken.get("concepts").isJsonNull());
    assertEquals("one is <nowhere>", broken.get("concepts_problem").getAsString());
  }

  @Test
  void numbersThatAreNoneAreNull() {
    Study study =
        new Studies()
            .run(
                "broken",
                1,
                Map.of(Metrics.MLM_LOSS, Double.NaN, "gauge", Double.POSITIVE_INFINITY))
            .baseline("TF-IDF", Double.NaN)
            .study();
    String json = ResultsJson.of(study);
    assertFalse(json.contains("NaN") || json.contains("Infinity"), json);
    JsonObject root = JsonParser.parseString(json).getAsJsonObject();
    assertEquals(
        Set.of(
            "verdict",
            "config_hash",
            "versions",
            "data",
            "config",
            "runs",
            "baselines",
            "summary",
            "gates",
            "verdicts"),
        root.keySet());
    JsonObject run = root.getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonObject metrics = run.getAsJsonObject("metrics");
    for (String name :
        new String[] {
          "mlm_loss",
          "unigram_entropy",
          "parent_mrr",
          "parent_mrr_nearest",
          "parent_hits_at_1",
          "parent_hits_at_10",
          "parent_wu_palmer",
          "reconstruction_map",
          "effective_rank",
          "effective_rank_batch_mean_centred",
          "mst_length_geodesic",
          "gauge"
        }) {
      assertTrue(metrics.has(name), name);
      assertTrue(metrics.get(name).isJsonNull(), name);
    }
    JsonObject second = run.getAsJsonArray("curve").get(1).getAsJsonObject();
    assertEquals(
        Set.of("step", "seconds", "masked_tokens", "reconstruction", "hierarchy"), second.keySet());
    assertTrue(second.get("masked_tokens").isJsonNull());
    assertEquals(0, second.get("hierarchy").getAsDouble());
  }

  @Test
  void summaryHasMeansAndEndsOfIntervals() {
    Study study = new Studies().space("flat", 0.2, 0.4).study();
    JsonObject root = JsonParser.parseString(ResultsJson.of(study)).getAsJsonObject();
    JsonObject flat = mrr(root);
    assertEquals(0.3, flat.get("mean").getAsDouble(), 1e-12);
    // 12.706 · 0.1414 / √2 = 1.2706
    assertEquals(0.3 - 1.2706, flat.get("low").getAsDouble(), 1e-4);
    assertEquals(0.3 + 1.2706, flat.get("high").getAsDouble(), 1e-4);
    assertEquals(2, flat.get("seeds").getAsInt());
    Study single = new Studies().space("flat", 0.2).study();
    JsonObject alone = mrr(JsonParser.parseString(ResultsJson.of(single)).getAsJsonObject());
    assertEquals(0.2, alone.get("mean").getAsDouble());
    assertTrue(alone.get("low").isJsonNull());
  }

  @Test
  void metricsOverTrainingAreThere() {
    Study study = new Studies().space("flat", 0.2).study();
    JsonObject root = JsonParser.parseString(ResultsJson.of(study)).getAsJsonObject();
    JsonArray measurements =
        root.getAsJsonArray("runs").get(0).getAsJsonObject().getAsJsonArray("measurements");
    assertEquals(2, measurements.size());
    JsonObject last = measurements.get(1).getAsJsonObject();
    assertEquals(3, last.get("step").getAsInt());
    assertEquals(0.2, last.getAsJsonObject("metrics").get("parent_mrr").getAsDouble());
  }

  @Test
  void regularisersAreThereByName() {
    Study study = new Studies().regularized().space("flat", 0.2).study();
    JsonObject root = JsonParser.parseString(ResultsJson.of(study)).getAsJsonObject();
    JsonArray curve = root.getAsJsonArray("runs").get(0).getAsJsonObject().getAsJsonArray("curve");
    JsonObject variance =
        curve.get(2).getAsJsonObject().getAsJsonObject("regularizers").getAsJsonObject("variance");
    assertEquals(Set.of("loss", "weight", "dimension_variance_min"), variance.keySet());
    assertEquals(1, variance.get("loss").getAsDouble());
    assertEquals(3, variance.get("dimension_variance_min").getAsDouble());
  }

  private static JsonObject mrr(JsonObject root) {
    return root.getAsJsonArray("summary")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("metrics")
        .getAsJsonObject(Metrics.PARENT_MRR);
  }
}
