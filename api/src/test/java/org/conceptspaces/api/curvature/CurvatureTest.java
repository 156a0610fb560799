package org.conceptspaces.api.curvature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conceptspaces.api.Values;
import org.junit.jupiter.api.Test;

/** Curvature as a number and as something learned. */
class CurvatureTest {

  @Test
  void fixedIsTheNumber() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray like = manager.create(1f);
      for (double c : new double[] {0.1, 1, 2.5}) {
        Curvature curvature = new FixedCurvature(c);
        assertEquals(c, curvature.initial());
        assertEquals(c, curvature.current());
        assertEquals(
            List.of(c, Math.sqrt(c), 1 / Math.sqrt(c), 2 / Math.sqrt(c)),
            operands(curvature, like));
        assertEquals(new FixedCurvature(c), curvature);
        assertEquals(new FixedCurvature(c).hashCode(), curvature.hashCode());
        assertNotEquals(new FixedCurvature(3), curvature);
        assertEquals(Double.toString(c), curvature.toString());
      }
    }
    for (double c : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(
          "curvature wants a number c above 0 (for curvature -c), not " + c,
          assertThrows(IllegalArgumentException.class, () -> new FixedCurvature(c)).getMessage());
    }
  }

  /** At θ = 0 exactly the number asked for; elsewhere c₀·exp θ, with its derivatives to θ. */
  @Test
  void learnedStartsExactlyAndPassesGradients() {
    try (NDManager manager = NDManager.newBaseManager()) {
      for (double c : new double[] {0.1, 1, 2.5, 7.3}) {
        NDArray start = manager.create(new double[] {0});
        assertEquals(
            operands(new FixedCurvature(c), start),
            operands(new LearnedCurvature(c, start), start));
        assertEquals(c, new LearnedCurvature(c, start).current());
        assertEquals(c + ", learned", new LearnedCurvature(c, start).toString());
        NDArray theta = manager.create(new double[] {0.3});
        double now = c * Math.exp(0.3);
        assertEquals(now, new LearnedCurvature(c, theta).current(), 1e-15 * now);
        assertEquals(c, new LearnedCurvature(c, theta).initial());
        theta.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          LearnedCurvature learned = new LearnedCurvature(c, theta);
          collector.backward(
              learned.c(theta).add(learned.root(theta)).add(learned.twiceInverseRoot(theta)));
        }
        double want = now + Math.sqrt(now) / 2 - 1 / Math.sqrt(now);
        assertEquals(want, theta.getGradient().toDoubleArray()[0], 1e-14 * now);
      }
    }
  }

  private static List<Double> operands(Curvature curvature, NDArray like) {
    return Stream.of(
            curvature.c(like),
            curvature.root(like),
            curvature.inverseRoot(like),
            curvature.twiceInverseRoot(like))
        .map(
            operand -> {
              assertEquals(DataType.FLOAT64, operand.getDataType());
              assertEquals(0, operand.getShape().dimension());
              return operand.getDouble();
            })
        .toList();
  }

  @Test
  void optionsTellTheType() {
    assertEquals(
        List.of("curvature", "learnCurvature", "precision"),
        CurvatureOptions.all().stream().map(o -> o.name()).toList());
    assertEquals(DataType.FLOAT64, CurvatureOptions.type(Values.of(Map.of())));
    assertEquals(
        DataType.FLOAT32, CurvatureOptions.type(Values.of(Map.of("precision", "float32"))));
  }
}
