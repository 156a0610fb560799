package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.conceptspaces.api.Geometry;

/** Looks at the values of operands and results, for {@link CheckedGeometry}. */
final class ValueChecks {

  // Rounding that points may carry, relative to their greatest coordinate.
  private static final double SLACK64 = 1e-9;
  private static final double SLACK32 = 1e-5;

  private final Geometry geometry;

  ValueChecks(Geometry geometry) {
    this.geometry = geometry;
  }

  void finite(String operation, String operand, NDArray x) {
    rows(operation + ": operand " + operand, x, false);
  }

  void points(String operation, String operand, NDArray x) {
    if (x.getShape().dimension() < 1) {
      throw new IllegalArgumentException(
          operation + ": operand " + operand + " wants at least one axis, not shape ()");
    }
    finite(operation, operand, x);
    members(operation + ": operand " + operand, x, false);
  }

  /** Checks an operand whose rows have as many numbers as those of the points. */
  void vectors(String operation, String operand, NDArray v, NDArray x) {
    finite(operation, operand, v);
    if (v.getShape().dimension() < 1 || last(v) != last(x)) {
      throw shapes(operation, operand, v, "[..., " + last(x) + "]");
    }
    broadcastable(operation, operand, leading(v, 1), leading(x, 1));
  }

  void sets(String operation, NDArray x, NDArray y) {
    points(operation, "x", x);
    points(operation, "y", y);
    if (x.getShape().dimension() < 2) {
      throw shapes(operation, "x", x, "[..., n, D]");
    }
    if (y.getShape().dimension() < 2 || last(y) != last(x)) {
      throw shapes(operation, "y", y, "[..., m, " + last(x) + "]");
    }
    broadcastable(operation, "y", leading(y, 2), leading(x, 2));
  }

  void weights(String operation, String operand, NDArray w, NDArray points) {
    Shape shape = points.getShape();
    if (shape.dimension() < 2) {
      throw shapes(operation, "points", points, "[..., m, D]");
    }
    long m = shape.get(shape.dimension() - 2);
    if (w.getShape().dimension() < 2 || last(w) != m) {
      throw shapes(operation, operand, w, "[..., n, " + m + "]");
    }
    broadcastable(operation, operand, leading(w, 2), leading(points, 2));
    rows(operation + ": operand " + operand, w, true);
  }

  NDArray result(String operation, NDArray x) {
    return guarded(() -> rows(operation + ": result", x, false), x);
  }

  NDArray resultNotNegative(String operation, NDArray x) {
    return guarded(() -> rows(operation + ": result", x, true), x);
  }

  NDArray resultPoints(String operation, NDArray x) {
    return guarded(
        () -> {
          rows(operation + ": result", x, false);
          members(operation + ": result", x, true);
        },
        x);
  }

  private static NDArray guarded(Runnable check, NDArray result) {
    try {
      check.run();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    return result;
  }

  private static void rows(String what, NDArray x, boolean notNegative) {
    double[] values = Check.numbers(x);
    int width = width(x);
    for (int i = 0; i < values.length; i++) {
      boolean good = Double.isFinite(values[i]) && (!notNegative || values[i] >= 0);
      if (!good) {
        String wanted = notNegative ? "finite numbers of at least 0" : "finite numbers";
        throw new IllegalArgumentException(what + row(x, values, i / width, width) + wanted);
      }
    }
  }

  private void members(String what, NDArray x, boolean result) {
    double[] values = Check.numbers(x);
    double[] projected;
    try (NDManager scratch = x.getManager().newSubManager()) {
      NDArray copy = x.stopGradient();
      copy.attach(scratch);
      projected = Check.numbers(geometry.project(copy));
    }
    // Points of a float32 geometry carry float32 rounding even where they are computed in float64.
    boolean wide = x.getDataType() == DataType.FLOAT64 && geometry.type() == DataType.FLOAT64;
    double slack = wide ? SLACK64 : SLACK32;
    int width = width(x);
    for (int start = 0; start < values.length; start += width) {
      double size = 1;
      double moved = 0;
      for (int i = start; i < start + width; i++) {
        size = Math.max(size, Math.abs(values[i]));
        moved = Math.max(moved, Math.abs(values[i] - projected[i]));
      }
      if (!(moved <= slack * size)) {
        String nearest = Arrays.toString(Arrays.copyOfRange(projected, start, start + width));
        throw new IllegalArgumentException(
            what
                + row(x, values, start / width, width)
                + "a point of "
                + geometry
                + (result ? ", for which project gives " : ", such as ")
                + nearest);
      }
    }
  }

  private static String row(NDArray x, double[] values, int row, int width) {
    double[] numbers = Arrays.copyOfRange(values, row * width, (row + 1) * width);
    return ", row " + row + " of " + x.getShape() + " = " + Arrays.toString(numbers) + ": wants ";
  }

  private static void broadcastable(String operation, String operand, long[] a, long[] b) {
    for (int i = 1; i <= Math.min(a.length, b.length); i++) {
      long one = a[a.length - i];
      long other = b[b.length - i];
      if (one != other && one != 1 && other != 1) {
        throw new IllegalArgumentException(
            operation
                + ": operand "
                + operand
                + " has leading axes "
                + Arrays.toString(a)
                + ", which do not broadcast with "
                + Arrays.toString(b));
      }
    }
  }

  private static IllegalArgumentException shapes(
      String operation, String operand, NDArray x, String wanted) {
    return new IllegalArgumentException(
        operation + ": operand " + operand + " wants shape " + wanted + ", not " + x.getShape());
  }

  private static long[] leading(NDArray x, int lastAxes) {
    long[] shape = x.getShape().getShape();
    return Arrays.copyOf(shape, shape.length - lastAxes);
  }

  private static long last(NDArray x) {
    return x.getShape().getLastDimension();
  }

  private static int width(NDArray x) {
    return x.getShape().dimension() == 0 ? 1 : Math.max(1, Math.toIntExact(last(x)));
  }
}
