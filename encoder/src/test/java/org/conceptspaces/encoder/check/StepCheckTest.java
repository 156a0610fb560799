package org.conceptspaces.encoder.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.check.Finding.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A step that went wrong on a device is found out, one that was rounded otherwise is not blamed.
 */
class StepCheckTest {

  private static OneStep step = new OneStep(Double.NaN, Double.NaN, Map.of(), Map.of(), Map.of());

  @BeforeAll
  static void makeAStep() {
    Plugins plugins = Plugins.load(StepCheckTest.class.getClassLoader());
    Subject subject = Subject.of(plugins.get("poincare")).get(0);
    step = OneStep.on(Device.cpu(), new SampleTraining(plugins), subject.config());
  }

  private static Map<String, Numbers> changed(
      Map<String, Numbers> numbers, String part, DoubleUnaryOperator change) {
    Map<String, Numbers> changed = new LinkedHashMap<>();
    numbers.forEach(
        (path, n) -> {
          double[] values = n.values().clone();
          for (int i = 0; path.contains(part) && i < values.length; i++) {
            values[i] = change.applyAsDouble(values[i]);
          }
          changed.put(path, new Numbers(values, n.shape()));
        });
    return changed;
  }

  private static OneStep with(
      double loss, Map<String, Numbers> after, Map<String, Numbers> moments) {
    return new OneStep(loss, step.gradientNorm(), step.before(), after, moments);
  }

  private static Verdict verdict(boolean exact, OneStep other) {
    return new StepCheck(exact).compare("step", "test", step, other).verdict();
  }

  @Test
  void theStepIsARealOne() {
    assertTrue(Double.isFinite(step.loss()) && step.gradientNorm() > 0);
    assertTrue(step.moments().size() >= 2 * step.after().size(), "two moments for each parameter");
    assertEquals(Verdict.PASSED, verdict(true, step));
    assertEquals(Verdict.FAILED, verdict(false, with(step.loss(), step.before(), step.moments())));
  }

  @Test
  void roundingIsAllowedUnlessBitsMustBeEqual() {
    Random random = new Random(1);
    OneStep rounded =
        with(
            step.loss() * (1 + 1e-6),
            step.after(),
            changed(step.moments(), "", x -> x * (1 + 1e-5 * random.nextGaussian())));
    assertEquals(Verdict.PASSED, verdict(false, rounded));
    assertEquals(Verdict.FAILED, verdict(true, rounded));
  }

  @Test
  void oneWrongGradientIsFound() {
    OneStep wrong =
        with(
            step.loss(),
            step.after(),
            changed(step.moments(), "decoder.feed.in.bias", x -> 1.01 * x));
    assertEquals(Verdict.FAILED, verdict(false, wrong));
  }

  @Test
  void anotherLossAndWhatIsNoNumberAreFound() {
    assertEquals(
        Verdict.FAILED, verdict(false, with(1.001 * step.loss(), step.after(), step.moments())));
    assertEquals(Verdict.FAILED, verdict(false, with(Double.NaN, step.after(), step.moments())));
    Map<String, Numbers> lost = changed(step.after(), "table.tokens", x -> Double.NaN);
    assertEquals(Verdict.FAILED, verdict(false, with(step.loss(), lost, step.moments())));
    Map<String, Numbers> noMoment = changed(step.moments(), "table.tokens", x -> Double.NaN);
    assertEquals(Verdict.FAILED, verdict(false, with(step.loss(), step.after(), noMoment)));
  }
}
