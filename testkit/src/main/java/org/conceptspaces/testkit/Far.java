package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.conceptspaces.api.Geometry;

/** Distances close by and far out, against what they must be. */
final class Far {

  private static final double ACCURACY = 1e-6;
  // Units in the last place that making a point may cost.
  private static final double ROUNDING = 8;

  private Far() {}

  /** Distances from the origin to look at, rising to the far radius. */
  static double[] radii(Trial trial) {
    double far = trial.fixture().farRadius();
    double moderate = trial.fixture().moderateRadius();
    return DoubleStream.of(1e-9, 1e-6, 1e-3, moderate / 3, moderate, 4, 8, 12, 16, 20, 1e3, far)
        .filter(r -> r <= far)
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * Checks distances against the reference, or if there is none against a known distance with an
   * allowance for the rounding of coordinates. Where that exceeds a hundredth of the distance, the
   * coordinates cannot tell, and nothing is checked but the sign.
   */
  static void check(String what, Trial trial, NDArray x, NDArray y, double known) {
    double[] actual = Check.numbers(trial.geometry().distance(x, y));
    var reference = trial.fixture().reference();
    double[] xs = Check.numbers(x);
    double[] ys = Check.numbers(y);
    double[] grain = grain(trial, x);
    int width = trial.coordinates();
    for (int row = 0; row < actual.length; row++) {
      double[] xRow = Arrays.copyOfRange(xs, row * width, (row + 1) * width);
      double[] yRow = Arrays.copyOfRange(ys, row * width, (row + 1) * width);
      String where =
          what + ": row " + row + ", " + Arrays.toString(xRow) + " to " + Arrays.toString(yRow);
      if (reference.isPresent()) {
        double wanted = reference.get().distance(xRow, yRow);
        Check.number(where, wanted, actual[row], ACCURACY);
      } else {
        double rounding = ROUNDING * grain[row] / known;
        Check.that(where, actual[row] >= 0, "a number of at least 0", actual[row]);
        if (rounding < 1e-2) {
          Check.number(where, known, actual[row], ACCURACY + rounding);
        }
      }
    }
  }

  /** For each point, the geodesic length of one unit in the last place of its coordinates. */
  private static double[] grain(Trial trial, NDArray x) {
    Geometry g = trial.geometry();
    // Any tangent tells how long a coordinate step is; the metrics at hand are nearly isotropic.
    NDArray u = trial.normal(x.getShape().getShape());
    NDArray tangent = g.riemannianGradient(x, u);
    double[] length = Check.numbers(g.inner(x, tangent, tangent).sqrt());
    double[] step = Check.numbers(tangent.square().sum(new int[] {-1}).sqrt());
    double[] size = Check.numbers(x.square().sum(new int[] {-1}).sqrt());
    double[] grain = new double[length.length];
    for (int i = 0; i < grain.length; i++) {
      grain[i] = trial.epsilon() * size[i] * length[i] / step[i];
    }
    return grain;
  }
}
