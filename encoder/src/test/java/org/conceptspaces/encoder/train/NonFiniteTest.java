package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.Parameters.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number that breaks down in the middle of training. */
class NonFiniteTest {

  @ParameterizedTest
  @CsvSource({
    "POINCARE, trunk.layer0.feed.out.bias, NaN",
    "POINCARE, table.tokens, Infinity",
    "EUCLIDEAN, hierarchy.log-sharpness, NaN",
    "EUCLIDEAN, decoder.concepts.gate, NaN"
  })
  void stopsWithTheStepAndAParameterAndChangesNothing(Spaces spaces, String path, float bad) {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = spaces.model(manager);
      Map<String, double[]> lastGood = new HashMap<>();
      Trainer trainer = new Trainer(Animals.corpus(), Small.training(10), 1);
      NonFiniteLossException e =
          assertThrows(
              NonFiniteLossException.class,
              () ->
                  trainer.train(
                      manager,
                      model,
                      report -> {
                        if (report.step() == 4) {
                          plant(model, path, bad);
                          lastGood.putAll(Small.values(model));
                        }
                      }));
      assertEquals(5, e.report().step());
      String message = String.valueOf(e.getMessage());
      assertTrue(message.contains("step 5"), message);
      assertTrue(message.contains(e.parameter()), message);
      assertTrue(lastGood.containsKey(e.parameter()), "no parameter is called " + e.parameter());
      Map<String, double[]> left = Small.values(model);
      lastGood.forEach((name, values) -> assertArrayEquals(values, left.get(name), name));
      // The next training begins as if nothing had been.
      assertEquals(2, Runs.train(Spaces.EUCLIDEAN, 2, 1).losses().size());
    }
  }

  private static void plant(ConceptModel model, String path, float bad) {
    for (Entry entry : model.parameters().entries()) {
      if (entry.path().equals(path)) {
        float[] values = entry.parameter().getArray().toFloatArray();
        Arrays.fill(values, bad);
        model.parameters().overwrite(entry.parameter(), values);
        return;
      }
    }
    throw new AssertionError("no parameter " + path);
  }
}
