package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every space with every recipe of regularisers, through the command. */
class RecipesTest {

  private static final String APART =
      "[{regularizer: variance, weight: 0.5}, {regularizer: covariance, weight: 0.1}]";
  private static final String RECIPES =
      "seeds: [1]\nregularizers: {none: [], variance_first: " + APART + "}";

  @TempDir private Path folder;

  private JsonObject compared(String name, String seeds) {
    Path config = new SmallData(folder).config(name + ".yaml", "seeds: [1]", seeds);
    Ran ran = ran("compare", config, name);
    return JsonParser.parseString(ran.out()).getAsJsonObject();
  }

  private Ran ran(String verb, Path config, String out) {
    Ran ran =
        Ran.concepts(
            verb, config.toString(), "--json", "-", "--output", folder.resolve(out).toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    return ran;
  }

  private static List<JsonObject> runs(JsonObject results) {
    List<JsonObject> runs = new ArrayList<>();
    for (JsonElement run : results.getAsJsonArray("runs")) {
      run.getAsJsonObject().getAsJsonObject("metrics").remove("tokens_per_second");
      runs.add(run.getAsJsonObject());
    }
    return runs;
  }

  @Test
  void everySpaceRunsWithEveryRecipeAsItWouldAlone() throws IOException {
    List<JsonObject> runs = runs(compared("named", RECIPES));
    assertEquals(
        List.of(
            "euclidean 2×2 · none",
            "euclidean 2×2 · variance_first",
            "poincare 2×2 · none",
            "poincare 2×2 · variance_first"),
        runs.stream().map(run -> run.get("label").getAsString()).toList());
    assertEquals(
        List.of("none", "variance_first", "none", "variance_first"),
        runs.stream().map(run -> run.get("recipe").getAsString()).toList());
    try (Stream<Path> models = Files.list(folder.resolve("named/models"))) {
      assertEquals(
          Set.of(
              "euclidean-2x2-none-seed-1",
              "euclidean-2x2-variance-first-seed-1",
              "poincare-2x2-none-seed-1",
              "poincare-2x2-variance-first-seed-1"),
          models.map(model -> model.getFileName().toString()).collect(Collectors.toSet()));
    }
    List<JsonObject> bare = runs(compared("bare", "seeds: [1]"));
    List<JsonObject> apart = runs(compared("apart", "seeds: [1]\nregularizers: " + APART));
    for (int space = 0; space < 2; space++) {
      assertTrue(bare.get(space).get("recipe").isJsonNull());
      assertEquals(
          bare.get(space).get("metrics"),
          runs.get(2 * space).get("metrics"),
          "without regularisers");
      assertEquals(
          apart.get(space).get("metrics"), runs.get(2 * space + 1).get("metrics"), "with them");
      assertNotEquals(bare.get(space).get("metrics"), apart.get(space).get("metrics"));
    }
    for (String size : List.of("feed_forward", "parameters")) {
      assertEquals(runs.get(0).get(size), runs.get(1).get(size));
    }
  }

  @Test
  void trainTakesTheFirst() {
    Path config =
        new SmallData(folder)
            .config("first.yaml", "seeds: [1]", "regularizers: {apart: " + APART + ", none: []}");
    Ran ran = ran("train", config, "model");
    assertTrue(ran.err().startsWith("euclidean 2×2 · apart, seed 1, on cpu, into "), ran.err());
    JsonObject trained = JsonParser.parseString(ran.out()).getAsJsonObject();
    assertEquals("apart", runs(trained).get(0).get("recipe").getAsString());
    assertEquals(
        Set.of("apart"),
        trained.getAsJsonObject("config").getAsJsonObject("regularizers").keySet());
    JsonObject alone = compared("alone", "seeds: [1]\nregularizers: " + APART);
    assertEquals(runs(alone).get(0).get("metrics"), runs(trained).get(0).get("metrics"));
  }
}
