package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;
import org.junit.jupiter.api.Test;

/** Laws about parameters, gradients, repetition and memory. */
public interface SpaceTrainingLaws extends SpaceFixture {

  /** A loss over concepts, hidden states and the space's own terms moves every parameter. */
  @Test
  default void gradientReachesEveryParameter() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      Map<String, double[]> gradients = SpaceGradients.of(trial, trial.texts(), false);
      Check.that("parameters", !gradients.isEmpty(), "at least one", gradients.keySet());
      gradients.forEach(
          (path, gradient) -> {
            double greatest = 0;
            for (double value : gradient) {
              Check.that("gradient of " + path, Double.isFinite(value), "a finite number", value);
              greatest = Math.max(greatest, Math.abs(value));
            }
            Check.that("gradient of " + path, greatest > 0, "not all 0", "all 0");
          });
    }
  }

  /** Gradients are finite for a batch with a text that has no tokens. */
  @Test
  default void gradientIsFiniteBesideAnEmptyText() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      SpaceGradients.of(trial, SpaceGradients.oneWithoutTokens(trial), false)
          .forEach(
              (path, gradient) -> {
                for (double value : gradient) {
                  Check.that(
                      "gradient of " + path, Double.isFinite(value), "a finite number", value);
                }
              });
    }
  }

  /** Gradients do not depend on when the garbage collector runs. */
  @Test
  default void gradientsSurviveGarbageCollectionInBetween() {
    Map<String, double[]> wanted;
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      wanted = SpaceGradients.of(trial, trial.texts(), false);
    }
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      Map<String, double[]> actual = SpaceGradients.of(trial, trial.texts(), true);
      Check.that(
          "paths", wanted.keySet().equals(actual.keySet()), wanted.keySet(), actual.keySet());
      wanted.forEach(
          (path, gradient) ->
              HostLevel.close(
                  "gradient of " + path + " after garbage collection",
                  gradient,
                  actual.getOrDefault(path, new double[0]),
                  1e-6));
    }
  }

  /** The same seed gives the same concepts, bit for bit on a CPU; another seed, others. */
  @Test
  default void sameSeedGivesTheSameConcepts() {
    try (SpaceTrial one = new SpaceTrial(this, 1);
        SpaceTrial again = new SpaceTrial(this, 1);
        SpaceTrial other = new SpaceTrial(this, 2)) {
      ConceptSet first = one.encode(one.texts());
      ConceptSet second = again.encode(again.texts());
      ConceptSet third = other.encode(other.texts());
      boolean exact = !device().isGpu();
      for (int i = 0; i < first.levels().size(); i++) {
        NDArray wanted = first.levels().get(i).points();
        NDArray actual = second.levels().get(i).points();
        String what = "level " + first.levels().get(i).spec().name();
        if (exact) {
          Check.same(what + ", same seed", wanted, actual);
        } else {
          Check.rows(what + ", same seed", wanted, actual, spaceTolerance());
        }
        double[] a = Check.numbers(wanted);
        double[] b = Check.numbers(third.levels().get(i).points());
        Check.that(what + ", another seed", !Arrays.equals(a, b), "others", "the same");
      }
    }
  }

  /** The same texts give the same concepts: a space has no state but its parameters. */
  @Test
  default void encodingTwiceGivesTheSameConcepts() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      List<HostLevel> first = trial.read(trial.texts());
      List<HostLevel> second = trial.read(trial.texts());
      for (int i = 0; i < first.size(); i++) {
        for (int b = 0; b < SpaceTrial.TEXTS; b++) {
          first.get(i).compare("encoded twice", b, second.get(i), b, spaceTolerance());
        }
      }
    }
  }

  /** All that a pass makes belongs to its manager, and its operands are left as they were. */
  @Test
  default void passLeavesNothingBehind() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      trial.encode(trial.texts()); // fills caches
      try (NDManager pass = trial.manager.newSubManager()) {
        var texts = trial.texts(pass, SpaceTrial.LENGTH, 0, 1, 2);
        NDArray before = texts.states().duplicate();
        NDManager top = Leaks.top(pass);
        int outside = Leaks.outside(top, pass);
        ConceptSet set = trial.space.encode(trial.harness.pass(pass, false), texts);
        int leaked = Leaks.outside(top, pass) - outside;
        Check.that("arrays outside of the pass's manager", leaked == 0, 0, leaked);
        Check.same("token states", before, texts.states());
        for (Level level : set.levels()) {
          Check.that(
              "manager of level " + level.spec().name(),
              level.points().getManager() == pass,
              "the pass's",
              "another");
        }
      }
    }
  }
}
