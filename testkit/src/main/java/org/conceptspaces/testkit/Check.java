package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import org.opentest4j.AssertionFailedError;

/** Comparisons of arrays that say which row is off and by how much. */
final class Check {

  private Check() {}

  /** The numbers of an array, widened. */
  static double[] numbers(NDArray x) {
    if (x.getDataType() == DataType.FLOAT64) {
      return x.toDoubleArray();
    }
    float[] narrow = x.toFloatArray();
    double[] wide = new double[narrow.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = narrow[i];
    }
    return wide;
  }

  /**
   * Compares rows of coordinates: each number may be off by {@code tolerance} times the greatest
   * number of its row, or times 1 if that is less.
   */
  static void rows(String what, NDArray wanted, NDArray actual, double tolerance) {
    rows(what, wanted, actual, tolerance, 1);
  }

  /** As {@link #rows(String, NDArray, NDArray, double)}, with another least scale. */
  static void rows(String what, NDArray wanted, NDArray actual, double tolerance, double floor) {
    shape(what, wanted, actual);
    double[] w = numbers(wanted);
    double[] a = numbers(actual);
    int width = width(wanted);
    for (int row = 0; row * width < w.length; row++) {
      double[] wantedRow = Arrays.copyOfRange(w, row * width, (row + 1) * width);
      double[] actualRow = Arrays.copyOfRange(a, row * width, (row + 1) * width);
      double scale = floor;
      for (double value : wantedRow) {
        scale = Math.max(scale, Math.abs(value));
      }
      for (int i = 0; i < width; i++) {
        double off = Math.abs(wantedRow[i] - actualRow[i]);
        if (!(off <= tolerance * scale)) {
          throw failure(
              what
                  + ": row "
                  + row
                  + " of "
                  + wanted.getShape()
                  + " is off by "
                  + off
                  + ", allowed "
                  + tolerance * scale,
              wantedRow,
              actualRow);
        }
      }
    }
  }

  /** Compares numbers, each by itself: relative to the wanted one, or to 1 if that is less. */
  static void each(String what, NDArray wanted, NDArray actual, double tolerance) {
    rows(what, wanted.reshape(-1, 1), actual.reshape(-1, 1), tolerance);
  }

  /** Bit for bit, but that 0 equals -0; NaN equals NaN. */
  static void same(String what, NDArray wanted, NDArray actual) {
    shape(what, wanted, actual);
    double[] w = numbers(wanted);
    double[] a = numbers(actual);
    int width = width(wanted);
    for (int i = 0; i < w.length; i++) {
      if (Double.compare(w[i] + 0.0, a[i] + 0.0) != 0) { // -0 + 0 is 0
        int row = i / width;
        throw failure(
            what + ": row " + row + " of " + wanted.getShape() + " differs",
            Arrays.copyOfRange(w, row * width, (row + 1) * width),
            Arrays.copyOfRange(a, row * width, (row + 1) * width));
      }
    }
  }

  static void shape(String what, NDArray wanted, NDArray actual) {
    if (!wanted.getShape().equals(actual.getShape())) {
      throw failure(what + ": shape", wanted.getShape(), actual.getShape());
    }
  }

  static void shape(String what, NDArray actual, long... wanted) {
    if (!Arrays.equals(wanted, actual.getShape().getShape())) {
      throw failure(what + ": shape", Arrays.toString(wanted), actual.getShape());
    }
  }

  static void finite(String what, NDArray x) {
    double[] values = numbers(x);
    int width = width(x);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        int row = i / width;
        throw failure(
            what + ": row " + row + " of " + x.getShape(),
            "finite numbers",
            Arrays.copyOfRange(values, row * width, (row + 1) * width));
      }
    }
  }

  static void that(String what, boolean holds, Object wanted, Object actual) {
    if (!holds) {
      throw failure(what, wanted, actual);
    }
  }

  /** One number, relative to the wanted one. */
  static void number(String what, double wanted, double actual, double relative) {
    that(
        what + ", relative tolerance " + relative,
        Math.abs(wanted - actual) <= relative * Math.abs(wanted),
        wanted,
        actual);
  }

  /**
   * Fails for rows that are no points: not finite, moved by projecting, at no finite distance from
   * the origin, or not found again from their tangent at the origin.
   */
  static void inside(String what, Trial trial, NDArray x) {
    finite(what, x);
    double tolerance = trial.tolerance();
    rows(what + ": projecting moves it", x, trial.geometry().project(x), tolerance);
    NDArray tangent = trial.geometry().logOrigin(x);
    finite(what + ": logOrigin", tangent);
    finite(
        what + ": distance from origin",
        trial.geometry().distance(trial.origin(Trial.leading(x)), x));
    rows(what + ": expOrigin(logOrigin(x))", x, trial.geometry().expOrigin(tangent), tolerance);
  }

  private static int width(NDArray x) {
    int axes = x.getShape().dimension();
    return axes == 0 ? 1 : Math.max(1, Math.toIntExact(x.getShape().get(axes - 1)));
  }

  private static AssertionFailedError failure(String what, Object wanted, Object actual) {
    return new AssertionFailedError(
        what + ": wants " + text(wanted) + ", is " + text(actual), text(wanted), text(actual));
  }

  private static String text(Object value) {
    return value instanceof double[] row ? Arrays.toString(row) : String.valueOf(value);
  }
}
