package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.model.TrainedModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training that runs into numbers that are none, in the middle or with its last step. */
class BrokenTrainingTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"4, 2", "1, 1"})
  void tellsStepAndParameterAndKeepsTheLastGoodModel(int steps, int failing) {
    Path config =
        new SmallData(folder)
            .config("wild.yaml", "steps: 4", "steps: " + steps + ", learningRate: 1.0e30");
    Path out = folder.resolve("out");
    Ran ran = Ran.concepts("compare", config.toString(), "--jobs", "1", "--output", out.toString());
    assertEquals(Main.FAILED, ran.exit(), ran.err());
    assertEquals("", ran.out());
    ran.tellsNoTrace();
    Path model = out.resolve("models/euclidean-2x2-seed-1");
    String message =
        "concepts: euclidean 2×2, seed 1: step "
            + failing
            + ": the loss is NaN (masked tokens NaN, reconstruction NaN, hierarchy NaN, gradient norm NaN); first"
            + " non-finite gradient: table.tokens. Lower training.learningRate or"
            + " training.manifoldLearningRate. The last good checkpoint, from before the first"
            + " step, is in "
            + model
            + ".\nconcepts: --debug tells where.\n";
    assertTrue(ran.err().endsWith(message), ran.err());
    assertFalse(Files.exists(out.resolve("results.json")));
    assertFalse(Files.exists(out.resolve("report.html")));
    usable(model);
  }

  private static void usable(Path folder) {
    Plugins plugins = Plugins.load(BrokenTrainingTest.class.getClassLoader());
    try (NDManager manager = NDManager.newBaseManager()) {
      TrainedModel model = ModelDirectory.load(folder, plugins, manager);
      try (PointBank points = model.points(List.of("the text of kind 1"))) {
        for (double coordinate : points.coordinates()[0]) {
          assertTrue(Double.isFinite(coordinate));
        }
      }
    }
  }
}
