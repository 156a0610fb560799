package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.network.Parameters.Entry;
import org.conceptspaces.encoder.regularize.Regularization;
import org.conceptspaces.optim.Autograd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gradient of the whole model's loss. */
class ModelGradientTest {

  private static final TrainingOptions OPTIONS = Small.training(10);
  private static final Regularization NONE = new Regularization(List.of(), 10, 0, Map.of());
  private static final TrainingBatch BATCH = new Trainer(Animals.corpus(), OPTIONS, 3).batch(1);

  @ParameterizedTest
  @EnumSource
  void reachesEveryParameter(Spaces spaces) {
    try (NDManager manager = Small.manager()) {
      Map<String, double[]> gradients = gradients(manager, spaces.model(manager), () -> {});
      gradients.forEach(
          (path, gradient) -> {
            double norm = norm(gradient);
            assertTrue(Double.isFinite(norm), path + " has gradient norm " + norm);
            assertTrue(norm > 0, path + " has no gradient");
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void isUnchangedByAGarbageCollectionBeforeBackward(Spaces spaces) {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = spaces.model(manager);
      Map<String, double[]> plain = gradients(manager, model, () -> {});
      Map<String, double[]> collected = gradients(manager, model, () -> collect(manager));
      plain.forEach((path, gradient) -> assertArrayEquals(gradient, collected.get(path), path));
    }
  }

  /** Frees what nobody holds, and writes other numbers where it lay. */
  private static void collect(NDManager manager) {
    System.gc();
    try (NDManager scratch = manager.newSubManager()) {
      for (int i = 0; i < 300; i++) {
        scratch.create(1e9);
        scratch.create(1e9f);
      }
    }
  }

  /**
   * Along the gradient of each parameter, the loss changes as fast as the gradient is long. Not
   * where a term of the loss is told what texts cost without its gradient.
   */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "ADAPTIVE",
        "ADAPTIVE_OVER_LEVELS",
        "ADAPTIVE_AS_LEVELS",
        "ADAPTIVE_OVER_DIMENSIONS"
      })
  void isTheDerivativeOfTheLoss(Spaces spaces) {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = spaces.model(manager);
      Map<String, double[]> gradients = gradients(manager, model, () -> {});
      for (Entry entry : model.parameters().entries()) {
        double[] gradient = Objects.requireNonNull(gradients.get(entry.path()));
        double norm = norm(gradient);
        NDArray array = entry.parameter().getArray();
        double step = 5e-3;
        double measured =
            (loss(manager, model, array, gradient, step / norm)
                    - loss(manager, model, array, gradient, -step / norm))
                / (2 * step);
        // The trunk is float32: the loss, about 5, is known to 5e-7, this quotient to 1e-4.
        assertEquals(norm, measured, 2e-2 * norm + 2e-4, entry.path());
      }
    }
  }

  private static double loss(
      NDManager manager, ConceptModel model, NDArray array, double[] direction, double factor) {
    try (NDManager scratch = manager.newSubManager()) {
      NDArray alias = array.stopGradient();
      alias.attach(scratch);
      NDArray saved = alias.duplicate();
      NDArray change =
          scratch.create(direction, array.getShape()).mul(factor).toType(array.getDataType(), true);
      alias.addi(change);
      double loss;
      try (ModelPass pass = ModelPass.training(scratch, 1)) {
        loss = Losses.of(pass, model, BATCH, OPTIONS, NONE, 1).total().getDouble();
      }
      alias.subi(alias).addi(saved);
      return loss;
    }
  }

  private static Map<String, double[]> gradients(
      NDManager manager, ConceptModel model, Runnable beforeBackward) {
    try (Autograd autograd = Autograd.open();
        ModelPass pass = ModelPass.training(manager, 1)) {
      Losses losses = Losses.of(pass, model, BATCH, OPTIONS, NONE, 1);
      beforeBackward.run();
      autograd.backward(losses.total());
      Map<String, double[]> gradients = new LinkedHashMap<>();
      for (Entry entry : model.parameters().entries()) {
        NDArray gradient = entry.parameter().getArray().getGradient();
        gradient.attach(pass.manager());
        gradients.put(entry.path(), Small.numbers(gradient));
        gradient.subi(gradient);
      }
      return gradients;
    }
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
