package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;

/**
 * Derivatives by autograd against central differences, along curves that stay on the manifold:
 * operands {@code a(t)} move along geodesics (tangents are carried along), and {@code d/dt f(a(t))}
 * at 0, by differences of fourth order, must equal {@code Σ ∂f/∂a · a'(0)}. So nothing is asked
 * about directions that leave the manifold, where coordinates are redundant.
 */
final class Derivatives {

  private static final double STEP = 1e-3;
  // Fourth-order differences with this step are right to about 1e-10 for smooth functions of
  // moderate size; a missing or wrong term shows at 1e-3 at least.
  private static final double TOLERANCE = 1e-7;
  private static final double NARROW_TOLERANCE = 2e-3;
  // The pairwise form may cancel for close points.
  private static final double NARROW_PAIRWISE_TOLERANCE = 5e-2;

  private Derivatives() {}

  /** Checks an operation at random everyday operands. */
  static void check(Trial trial, Operation operation) {
    check(trial, operation, operation.operands(trial, 5));
  }

  /** Checks an operation at given operands: in float32, against float64. */
  static void check(Trial trial, Operation operation, List<NDArray> operands) {
    Geometry geometry = trial.geometry();
    NDArray result = operation.on(geometry, operands);
    NDArray cotangent = trial.normal(result.getShape().getShape());
    List<NDArray> gradients =
        Gradients.of(leaves -> operation.on(geometry, leaves), operands, cotangent);
    for (int i = 0; i < gradients.size(); i++) {
      Check.finite("gradient of " + operation + " to operand " + i, gradients.get(i));
    }
    if (trial.type() == DataType.FLOAT64) {
      againstDifferences(trial, operation, operands, cotangent, gradients);
    } else {
      againstFloat64(geometry, operation, operands, cotangent, gradients);
    }
  }

  private static void againstFloat64(
      Geometry geometry,
      Operation operation,
      List<NDArray> operands,
      NDArray cotangent,
      List<NDArray> gradients) {
    List<NDArray> wide = operands.stream().map(x -> Casts.to(x, DataType.FLOAT64)).toList();
    List<NDArray> wanted =
        Gradients.of(
            leaves -> operation.on(geometry, leaves), wide, Casts.to(cotangent, DataType.FLOAT64));
    for (int i = 0; i < gradients.size(); i++) {
      String what = "gradient of " + operation + " to operand " + i + ", float32 against float64";
      NDArray actual = Casts.to(gradients.get(i), DataType.FLOAT64);
      boolean pairwise = operation.pairwise();
      Check.rows(
          what, wanted.get(i), actual, pairwise ? NARROW_PAIRWISE_TOLERANCE : NARROW_TOLERANCE);
    }
  }

  private static void againstDifferences(
      Trial trial,
      Operation operation,
      List<NDArray> operands,
      NDArray cotangent,
      List<NDArray> gradients) {
    DoubleFunction<List<NDArray>> curve = curve(trial, operation, operands);
    List<List<NDArray>> places = new ArrayList<>();
    List<NDArray> results = new ArrayList<>();
    for (double t : new double[] {-2 * STEP, -STEP, STEP, 2 * STEP}) {
      List<NDArray> place = curve.apply(t);
      places.add(place);
      results.add(operation.on(trial.geometry(), place));
    }
    double wanted = dot(Check.numbers(cotangent), difference(results));
    double actual = 0;
    double scale = 1;
    for (int i = 0; i < operands.size(); i++) {
      int operand = i;
      double[] velocity = difference(places.stream().map(place -> place.get(operand)).toList());
      double part = dot(Check.numbers(gradients.get(i)), velocity);
      actual += part;
      scale = Math.max(scale, Math.abs(part));
    }
    Check.that(
        "derivative of " + operation + " along a random curve (wanted: central differences)",
        Math.abs(wanted - actual) <= TOLERANCE * scale,
        wanted,
        actual);
  }

  /** Operands as functions of time, themselves at 0. */
  private static DoubleFunction<List<NDArray>> curve(
      Trial trial, Operation operation, List<NDArray> operands) {
    Geometry g = trial.geometry();
    List<NDArray> velocities = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      NDArray x = operands.get(i);
      velocities.add(
          switch (operation.kinds().get(i)) {
            case POINT, SET -> trial.tangents(x);
            case TANGENT -> trial.tangents(operands.get(0));
            default -> trial.normal(x.getShape().getShape());
          });
    }
    return t -> {
      List<NDArray> moved = new ArrayList<>();
      for (int i = 0; i < operands.size(); i++) {
        NDArray x = operands.get(i);
        NDArray step = trial.scaled(velocities.get(i), t);
        moved.add(
            switch (operation.kinds().get(i)) {
              case POINT, SET -> g.exp(x, step);
              case TANGENT -> g.transport(operands.get(0), moved.get(0), x.add(step));
              default -> x.add(step);
            });
      }
      return moved;
    };
  }

  /** {@code f'(0)} from {@code f(-2h), f(-h), f(h), f(2h)}. */
  private static double[] difference(List<NDArray> at) {
    double[] a = Check.numbers(at.get(0));
    double[] b = Check.numbers(at.get(1));
    double[] c = Check.numbers(at.get(2));
    double[] d = Check.numbers(at.get(3));
    double[] slope = new double[a.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (a[i] - d[i] + 8 * (c[i] - b[i])) / (12 * STEP);
    }
    return slope;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
