package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
   * Far out, coordinates mean another distance as soon as the curvature is another: there it shows
   * that prototypes are carried, and move by their own steps alone.
   */
  @Test
  void prototypesKeepTheirGeodesicDistanceWhenCurvatureChanges() {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = Spaces.LEARNED_CURVATURE.model(manager);
      model.parameters().overwrite(prototypes(model).parameter(), farOut());
      double rate = 1e-3;
      List<Seen> seen = new ArrayList<>(List.of(look(manager, model)));
      TrainingOptions options =
          Small.training(
              6, Map.of("manifoldLearningRate", rate, "learningRate", rate, "warmUp", 0.0));
      new Trainer(Animals.corpus(), options, 1)
          .train(manager, model, report -> seen.add(look(manager, model)));
      for (int step = 1; step < seen.size(); step++) {
        Seen before = seen.get(step - 1);
        Seen after = seen.get(step);
        for (int i = 0; i < 4; i++) {
          double distance = before.distances().get(i);
          double carried = after.distances().get(i);
          double left = distanceOf(norm(before.curvature(), distance), after.curvature());
          // Adam's steps are about as long as its rate.
          assertEquals(distance, carried, 4 * rate, "prototype " + i + " in step " + step);
          if (step == 1) {
            assertTrue(Math.abs(left - distance) > 8 * rate, "left where it was: " + left);
          }
        }
      }
    }
  }

  /** Points at distance 6 along the axes. */
  private static float[] farOut() {
    float[] coordinates = new float[4 * 3];
    for (int i = 0; i < 4; i++) {
      coordinates[3 * i + i % 3] = (float) ((i < 3 ? 1 : -1) * norm(INITIAL, 6));
    }
    return coordinates;
  }

  /** The norm of the coordinates of a point at a distance from the origin. */
  private static double norm(double c, double distance) {
    return Math.tanh(Math.sqrt(c) * distance / 2) / Math.sqrt(c);
  }

  /** The distance from the origin of a point whose coordinates have a norm. */
  private static double distanceOf(double norm, double c) {
    double x = Math.sqrt(c) * norm;
    return Math.log((1 + x) / (1 - x)) / Math.sqrt(c);
  }

  private static Entry prototypes(ConceptModel model) {
    return model.parameters().entries().stream()
        .filter(entry -> entry.geometry() != null)
        .findFirst()
        .orElseThrow();
  }

  private static Seen look(NDManager manager, ConceptModel model) {
    try (ModelPass pass = ModelPass.inference(manager)) {
      Entry entry = prototypes(model);
      Geometry geometry = entry.geometry();
      if (geometry == null) {
        throw new AssertionError(entry.path() + " lives in no geometry");
      }
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
