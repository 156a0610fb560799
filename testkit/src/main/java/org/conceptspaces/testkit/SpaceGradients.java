package org.conceptspaces.testkit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.numeric.Casts;

/** Gradients of a space's parameters under a loss that looks at all it yields. */
final class SpaceGradients {

  private SpaceGradients() {}

  static Map<String, double[]> of(SpaceTrial trial, Tokens texts, boolean collectGarbage) {
    NDManager manager = trial.manager;
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      ConceptSet set = trial.space.encode(trial.harness.pass(manager, true), texts);
      NDArray loss = loss(trial, set);
      if (collectGarbage) {
        GarbageCollection.run(manager);
      }
      collector.backward(loss);
    }
    Map<String, double[]> gradients = new TreeMap<>();
    trial
        .harness
        .parameters()
        .forEach(
            (path, parameter) -> {
              NDArray gradient = parameter.getArray().getGradient().stopGradient();
              gradients.put(path, Check.numbers(gradient));
            });
    return gradients;
  }

  private static NDArray loss(SpaceTrial trial, ConceptSet set) {
    NDArray total = trial.manager.zeros(new Shape(), DataType.FLOAT64);
    long seed = 5;
    for (Level level : set.levels()) {
      NDArray tangents = level.bound().logOrigin(level.points());
      NDArray pooled = level.bound().logOrigin(level.pooled());
      for (NDArray x : new NDArray[] {tangents, pooled, level.hidden()}) {
        NDArray w = trial.normal(trial.manager, seed++, x.getDataType(), x.getShape());
        total = total.add(Casts.to(x.mul(w).sum(), DataType.FLOAT64));
      }
    }
    for (Term term : set.terms()) {
      // As a trainer would: what each text cost, detached.
      NDArray perText =
          trial.normal(trial.manager, seed++, DataType.FLOAT32, new Shape(SpaceTrial.TEXTS)).abs();
      total = total.add(Casts.to(term.loss().apply(perText), DataType.FLOAT64));
    }
    return total;
  }

  static Tokens oneWithoutTokens(SpaceTrial trial) {
    Tokens texts = trial.texts();
    float[] mask = texts.mask().toFloatArray();
    Arrays.fill(mask, 0, SpaceTrial.LENGTH, 0);
    return new Tokens(
        texts.states(),
        trial.manager.create(mask, new Shape(SpaceTrial.TEXTS, SpaceTrial.LENGTH)),
        texts.information(),
        null);
  }
}
