package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons that end well. */
class CompareTest {

  @TempDir private Path folder = Path.of("");

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static Set<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(f -> root.relativize(f).toString().replace('\\', '/'))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void writesResultsReportAndModels() throws IOException {
    Path config = new SmallData(folder).config("two.yaml", "seeds: [1]", "seeds: [1, 2]");
    Path out = folder.resolve("out");
    Ran ran = Ran.concepts("compare", config.toString(), "--output", out.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    ran.tellsNoTrace();
    assertEquals(
        Set.of(
            "results.json",
            "report.html",
            "models/euclidean-2x2-seed-1/model.json",
            "models/euclidean-2x2-seed-1/weights.safetensors",
            "models/euclidean-2x2-seed-2/model.json",
            "models/euclidean-2x2-seed-2/weights.safetensors",
            "models/poincare-2x2-seed-1/model.json",
            "models/poincare-2x2-seed-1/weights.safetensors",
            "models/poincare-2x2-seed-2/model.json",
            "models/poincare-2x2-seed-2/weights.safetensors"),
        files(out));
    assertTrue(ran.out().contains("over 2 seeds"), ran.out());
    assertTrue(ran.out().contains("TF-IDF"), ran.out());
    assertTrue(ran.out().contains("Results: " + out.resolve("results.json")), ran.out());
    assertTrue(ran.err().contains("[1/4] "), ran.err());
  }

  @Test
  void resultsHaveTheKeysThatWerePromised() throws IOException {
    Path out = folder.resolve("out");
    Path config = new SmallData(folder).config();
    Ran ran = Ran.concepts("compare", config.toString(), "--output", out.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject results = json(Files.readString(out.resolve("results.json")));
    assertTrue(results.get("config_hash").getAsString().matches("[0-9a-f]{16}"));
    assertTrue(
        results
            .getAsJsonObject("versions")
            .keySet()
            .containsAll(Set.of("concept-spaces", "java", "djl", "pytorch")));
    assertEquals(2, results.getAsJsonArray("runs").size());
    for (JsonElement element : results.getAsJsonArray("runs")) {
      JsonObject run = element.getAsJsonObject();
      assertTrue(Set.of("euclidean", "poincare").contains(run.get("space").getAsString()));
      assertEquals(2, run.getAsJsonObject("options").get("dimension").getAsInt());
      assertEquals(1, run.get("seed").getAsInt());
      assertTrue(run.get("parameters").getAsLong() > 0);
      assertTrue(run.get("seconds").getAsDouble() > 0);
      JsonObject metrics = run.getAsJsonObject("metrics");
      for (String name :
          List.of(
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
              "mean_concept_correlation_per_sample",
              "dimension_variance_min",
              "tokens_per_second",
              "edge_share")) {
        assertTrue(Double.isFinite(metrics.get(name).getAsDouble()), name);
      }
    }
    assertEquals(3, results.getAsJsonArray("baselines").size());
  }

  @Test
  void jsonOnStandardOutputIsAllThatIsThere() throws IOException {
    Path out = folder.resolve("out");
    String config = new SmallData(folder).config().toString();
    Ran ran = Ran.concepts("compare", config, "--json", "-", "--output", out.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertEquals(Files.readString(out.resolve("results.json")), ran.out().strip());
    assertEquals(2, json(ran.out()).getAsJsonArray("runs").size());
  }

  @Test
  void jsonGoesToAFileToo() throws IOException {
    Path out = folder.resolve("out");
    Path copy = folder.resolve("copy.json");
    String config = new SmallData(folder).config().toString();
    Ran ran =
        Ran.concepts("compare", config, "--json", copy.toString(), "--output", out.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertEquals(Files.readString(out.resolve("results.json")), Files.readString(copy));
    assertTrue(ran.out().contains("Report: "));
  }

  @Test
  void numbersOfRunsAtATimeDoNotChangeResults() {
    String config =
        new SmallData(folder).config("jobs.yaml", "seeds: [1]", "seeds: [1, 2]").toString();
    JsonObject one = results(config, "1");
    JsonObject three = results(config, "3");
    assertEquals(one.get("config_hash"), three.get("config_hash"));
    for (int i = 0; i < 4; i++) {
      assertEquals(metrics(one, i), metrics(three, i));
    }
  }

  private JsonObject results(String config, String jobs) {
    Path out = folder.resolve("jobs-" + jobs);
    Ran ran =
        Ran.concepts("compare", config, "--jobs", jobs, "--json", "-", "--output", out.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    return json(ran.out());
  }

  private static JsonObject metrics(JsonObject results, int run) {
    JsonObject metrics =
        results.getAsJsonArray("runs").get(run).getAsJsonObject().getAsJsonObject("metrics");
    metrics.remove("tokens_per_second");
    return metrics;
  }

  @Test
  void withoutHeldOutLeavesWhatIsNotMeasuredIsNull() {
    Path config = new SmallData(folder).config("all.yaml", "heldOut: 0.2", "heldOut: 0");
    Path out = folder.resolve("out");
    Ran ran = Ran.concepts("compare", config.toString(), "--json", "-", "--output", out.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject metrics = metrics(json(ran.out()), 0);
    assertTrue(metrics.get("parent_mrr").isJsonNull());
    assertTrue(metrics.get("parent_hits_at_10").isJsonNull());
    assertTrue(metrics.get("reconstruction_map").getAsDouble() > 0);
  }

  @Test
  void windowsFilesAreReadAsTheyAre() {
    SmallData data = new SmallData(folder);
    data.write("edges.tsv", "\uFEFF" + SmallData.edges("\r\n"));
    data.write("texts.tsv", "\uFEFF" + SmallData.texts("\r\n"));
    Path config = data.write("small.yaml", "\uFEFF" + SmallData.CONFIG.replace("\n", "\r\n"));
    Path out = folder.resolve("out");
    Ran ran = Ran.concepts("compare", config.toString(), "--output", out.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.out().contains("\nedges.tsv: 21 nodes"), ran.out());
  }

  @Test
  void runsGoIntoFoldersNamedAfterTheConfigUnlessToldOtherwise() {
    SmallData data = new SmallData(folder);
    String name = "test-" + UUID.randomUUID();
    String config =
        data.config(name + ".yaml", "  - {space: poincare, concepts: 2, dimension: 2}\n", "")
            .toString();
    Ran first = Ran.concepts("compare", config);
    Ran second = Ran.concepts("compare", config);
    assertTrue(first.out().contains(Path.of("runs", name, "results.json").toString()));
    assertTrue(second.out().contains(Path.of("runs", name + "-2", "results.json").toString()));
    assertFalse(first.out().contains("winner"), "one space alone cannot win");
  }

  @Test
  void neverWritesOverAnotherRunsResults() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("results.json"), "mine");
    String config = new SmallData(folder).config().toString();
    Ran.concepts("compare", config, "--output", out.toString())
        .refusedWith("--output " + out + ": holds another run's results; name a new folder");
    assertEquals("mine", Files.readString(out.resolve("results.json")));
    assertEquals(Set.of("results.json"), files(out));
  }
}
