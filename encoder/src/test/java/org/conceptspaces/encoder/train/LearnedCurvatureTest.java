package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.network.Parameters.Entry;
import org.junit.jupiter.api.Test;

class LearnedCurvatureTest {

  private static final double INITIAL = 0.8;

  /** Curvature, and how far each prototype is from the origin. */
  private record Seen(double curvature, List<Double> distances) {}

  @Test
  void curvatureStartsExactlyAndMoves() {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = Spaces.LEARNED_CURVATURE.model(manager);
      assertEquals(INITIAL, look(manager, model).curvature());
      List<Double> curvatures = new ArrayList<>();
      new Trainer(Animals.corpus(), Small.training(5), 1)
          .train(manager, model, report -> curvatures.add(look(manager, model).curvature()));
      assertEquals(5, curvatures.stream().distinct().count());
      assertTrue(curvatures.stream().allMatch(c -> c > 0 && Math.abs(c - INITIAL) < 0.2));
    }
  }

  /**
   * Prototypes are carried to the new curvature at the geodesic distance that they had: with a rate
   * at which the curvature moves and prototypes' own steps are bounded, no distance jumps by more
   * than these steps.
   */
  @Test
  void prototypesKeepTheirGeodesicDistanceWhenCurvatureChanges() {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = Spaces.LEARNED_CURVATURE.model(manager);
      double rate = 0.05;
      List<Seen> seen = new ArrayList<>(List.of(look(manager, model)));
      TrainingOptions options =
          Small.training(6, Map.of("manifoldLearningRate", rate, "learningRate", rate));
      new Trainer(Animals.corpus(), options, 1)
          .train(manager, model, report -> seen.add(look(manager, model)));
      for (int step = 1; step < seen.size(); step++) {
        double moved = Math.abs(seen.get(step).curvature() - seen.get(step - 1).curvature());
        assertNotEquals(0, moved);
        for (int i = 0; i < 4; i++) {
          double jump =
              Math.abs(
                  seen.get(step).distances().get(i) - seen.get(step - 1).distances().get(i));
          // Adam moves a point at most a few times its rate.
          assertTrue(jump <= 10 * rate, "prototype " + i + " jumped by " + jump);
        }
      }
    }
  }

  private static Seen look(NDManager manager, ConceptModel model) {
    try (ModelPass pass = ModelPass.inference(manager)) {
      for (Entry entry : model.parameters().entries()) {
        Geometry geometry = entry.geometry();
        if (geometry != null) {
          Geometry bound = geometry.bind(pass);
          NDArray x = pass.value(entry.parameter());
          List<Double> distances = new ArrayList<>();
          for (double d : bound.distance(x.zerosLike(), x).toDoubleArray()) {
            distances.add(d);
          }
          return new Seen(bound.parameters().getOrDefault("curvature", Double.NaN), distances);
        }
      }
    }
    throw new AssertionError("no parameter lives on the manifold");
  }
}
