package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.dfp.Dfp;

/**
 * Values and gradients of an operation, towards the curvature too, against Hipparchus' automatic
 * differentiation of the textbook formulas with sixty digits.
 */
final class GradientOracle {

  /** The operation under test, from rows to a row. */
  interface Engine {
    NDArray apply(PoincareBall ball, NDArray[] rows);
  }

  /** The textbook's operation. */
  interface Reference {
    FieldGradient<Dfp>[] apply(
        PoincareReference<FieldGradient<Dfp>> ball, FieldGradient<Dfp>[][] rows);
  }

  private final NDManager manager;

  GradientOracle(NDManager manager) {
    this.manager = manager;
  }

  /**
   * Compares {@code Σ weights·operation}, its derivative by {@code θ} ({@code c = c₀·exp θ}, at 0)
   * and its gradient towards each operand.
   *
   * @return the worst relative error, each gradient measured by its largest component
   */
  double worst(double c, Engine engine, Reference reference, double[]... operands) {
    int count = 1 + Arrays.stream(operands).mapToInt(x -> x.length).sum();
    FieldGradient<Dfp> curvature = Digits.variables(new double[] {c}, 0, count)[0];
    FieldGradient<Dfp>[] row =
        reference.apply(new PoincareReference<>(curvature), Digits.variables(operands, 1, count));
    double[] weights = new Sample(3).normal(row.length);
    FieldGradient<Dfp> want = Digits.weighted(row, weights);

    NDArray[] leaves = new NDArray[operands.length + 1];
    leaves[0] = manager.create(new double[] {0});
    for (int i = 0; i < operands.length; i++) {
      leaves[i + 1] = manager.create(operands[i]);
    }
    NDArray[] value = new NDArray[1];
    double[][] got =
        EngineTest.gradients(
            () -> {
              PoincareBall ball =
                  new PoincareBall(new LearnedBallCurvature(c, leaves[0]), DataType.FLOAT64);
              NDArray result = engine.apply(ball, Arrays.copyOfRange(leaves, 1, leaves.length));
              value[0] = result.mul(manager.create(weights)).sum();
              return value[0];
            },
            leaves);

    double scale = 0;
    for (int i = 0; i < row.length; i++) {
      scale = Math.max(scale, Math.abs(row[i].getValue().toDouble() * weights[i]));
    }
    double worst = Math.abs(value[0].getDouble() - want.getValue().toDouble()) / scale;
    int first = 0;
    for (int i = 0; i < got.length; i++) {
      double largest = 0;
      double error = 0;
      for (int k = 0; k < got[i].length; k++) {
        double exact = want.getPartialDerivative(first + k).toDouble() * (i == 0 ? c : 1);
        largest = Math.max(largest, Math.abs(exact));
        error = Math.max(error, Math.abs(got[i][k] - exact));
      }
      first += got[i].length;
      worst = Math.max(worst, error / largest);
    }
    return worst;
  }
}
