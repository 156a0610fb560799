package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates through the command: marked in all that is written, and enforced where that is asked. */
class GatesTest {

  private static final String RECIPES =
      "regularizers: {none: [], apart: [{regularizer: variance, weight: 0.5}]}\n";

  /** Holds wherever regularisers are at work: the loss is then another, by some bits at least. */
  private static final String CHANGED =
      "max(mlm_loss - baseline.mlm_loss, baseline.mlm_loss - mlm_loss) > 0";

  @TempDir private Path folder;
  private Path out = Path.of("");

  @BeforeEach
  void prepare() {
    out = folder.resolve("out");
  }

  private Ran compare(String more, String... options) {
    Path config = new SmallData(folder).config("gated.yaml", "seeds: [1]", more);
    List<String> arguments =
        new ArrayList<>(List.of("compare", config.toString(), "--output", out.toString()));
    arguments.addAll(List.of(options));
    return Ran.concepts(arguments.toArray(String[]::new));
  }

  private JsonObject results() throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("results.json"))).getAsJsonObject();
  }

  @Test
  void gatesAreMarkedInAllThatIsWritten() throws IOException {
    Ran ran =
        compare(
            "seeds: [1, 2]\n"
                + RECIPES
                + "gates: ['"
                + CHANGED
                + "', effective_rank < concepts / 4]");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(
        ran.out()
            .lines()
            .anyMatch(
                line ->
                    line.matches("gates\\[0\\] +FAIL 0/2 +pass 2/2 +FAIL 0/2 +pass 2/2 +– +– +–")),
        ran.out());
    assertTrue(ran.out().contains("Gates: none of 4 columns passes all."), ran.out());
    assertTrue(ran.out().contains("fails in euclidean 2×2 · none: 0.000 > 0.000"), ran.out());
    JsonArray gates = results().getAsJsonArray("gates");
    assertEquals(8, gates.size());
    for (JsonElement element : gates) {
      JsonObject gate = element.getAsJsonObject();
      boolean first = gate.get("gate").getAsString().equals("gates[0]");
      boolean apart = gate.get("recipe").getAsString().equals("apart");
      assertEquals(first ? CHANGED : "effective_rank < concepts / 4", text(gate, "expression"));
      assertEquals(first && apart, gate.get("passed").getAsBoolean());
      assertEquals(apart, gate.get("enforced").getAsBoolean());
      assertEquals(first && apart ? 2 : 0, gate.get("seeds_passed").getAsInt());
      assertEquals(2, gate.getAsJsonArray("seeds").size());
      assertEquals(first ? 0 : 0.5, gate.get("right").getAsDouble());
      assertEquals(first && !apart, gate.get("left").getAsDouble() == 0);
      assertTrue(gate.get("reason").isJsonNull());
    }
    String report = Files.readString(out.resolve("report.html"));
    assertTrue(report.contains("<td class=\"pass\">pass 2/2<br><small>"), "pass in the report");
    assertTrue(report.contains("<td class=\"fail\">FAIL 0/2<br><small>0.000 &gt; 0.000"), "fail");
    assertTrue(report.contains("effective_rank &lt; concepts / 4"), "the gate in the report");
  }

  private static String text(JsonObject object, String key) {
    return object.get(key).getAsString();
  }

  @Test
  void enforcedGatesDecideTheExitCodeAfterAllIsWritten() {
    Ran ran = compare(RECIPES + "gates: [effective_rank > 2 * dimension]", "--enforce");
    assertEquals(Main.GATE_FAILED, ran.exit(), ran.err());
    assertTrue(
        ran.err().contains("concepts: --enforce: gates[0] fails in euclidean 2×2 · apart: "));
    assertTrue(ran.err().contains("; gates[0] fails in poincare 2×2 · apart: "), ran.err());
    assertFalse(ran.err().contains("fails in euclidean 2×2 · none"), ran.err());
    ran.tellsNoTrace();
    for (String file : List.of("results.json", "report.html", "models")) {
      assertTrue(Files.exists(out.resolve(file)), file);
    }
    assertTrue(ran.out().contains("Report:  " + out.resolve("report.html")), ran.out());
  }

  @Test
  void whatHasNoRegularisersNeedNotPassBesideWhatHas() {
    Ran ran = compare(RECIPES + "gates: ['" + CHANGED + "']", "--enforce");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.out().contains("fails in euclidean 2×2 · none"), ran.out());
  }

  @Test
  void whereNothingIsRegularisedAllMustPass() throws IOException {
    Ran ran = compare("gates: [effective_rank > 2 * dimension]", "--enforce");
    assertEquals(Main.GATE_FAILED, ran.exit(), ran.err());
    String gated = text(results(), "config_hash");
    out = folder.resolve("without");
    assertEquals(Main.DONE, compare("seeds: [1]").exit());
    assertEquals(text(results(), "config_hash"), gated);
    assertEquals(0, results().getAsJsonArray("gates").size());
  }

  @Test
  void thereMustBeGatesToEnforce() {
    Path config = folder.resolve("gated.yaml");
    compare("seeds: [1]", "--enforce")
        .refusedWith(
            "--enforce: "
                + config
                + " has no gates; add some, such as gates: [\"effective_rank_share_per_sample > 0.8\"], or"
                + " leave the option out");
    assertFalse(Files.exists(out));
  }
}
