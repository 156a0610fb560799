package org.conceptspaces.api.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.differentiation.FieldUnivariateDerivative1;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;

/** Values and derivatives against Hipparchus with 150 digits, over the whole domain. */
class FunctionsTest extends NumericTest {

  // Textbook formulas lose as many digits as their argument is small: sixty, and their squares.
  private static final DfpField FIELD = new DfpField(150);

  /** The variable itself. */
  private static FieldUnivariateDerivative1<Dfp> at(double x) {
    return new FieldUnivariateDerivative1<>(FIELD.newDfp(x), FIELD.getOne());
  }

  /** Geometrically spaced from {@code from} to {@code to}. */
  private static double[] spaced(double from, double to, int count) {
    double[] x = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = Math.exp(Math.log(from) + (Math.log(to) - Math.log(from)) * i / (count - 1));
    }
    return x;
  }

  private static double[] bothSigns(double[] x) {
    double[] y = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      y[2 * i] = x[i];
      y[2 * i + 1] = -x[i];
    }
    return y;
  }

  private static double[] join(double[] x, double... more) {
    double[] y = Arrays.copyOf(x, x.length + more.length);
    System.arraycopy(more, 0, y, x.length, more.length);
    return y;
  }

  /**
   * Compares within a few units in the last place; derivatives may lose as many digits as the
   * factor says.
   */
  private void check(
      DataType type,
      double[] points,
      double loss,
      UnaryOperator<NDArray> function,
      UnaryOperator<FieldUnivariateDerivative1<Dfp>> reference) {
    double unit = type == DataType.FLOAT64 ? 0x1p-52 : 0x1p-23;
    NDArray x = array(type, points);
    double[] stored = doubles(x);
    NDArray result = function.apply(x);
    assertEquals(type, result.getDataType());
    double[] value = doubles(result);
    double[] slope = gradient(x, function);
    double least = type == DataType.FLOAT64 ? 1e-300 : 1e-37;
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < stored.length; i++) {
      FieldUnivariateDerivative1<Dfp> want = reference.apply(at(stored[i]));
      double v = want.getValue().toDouble();
      double d = want.getFirstDerivative().toDouble();
      if (!(Math.abs(value[i] - v) <= 5 * unit * Math.abs(v) + least)) {
        wrong.add("f(" + stored[i] + ") = " + value[i] + ", not " + v);
      }
      if (!(Math.abs(slope[i] - d) <= loss * 5 * unit * Math.abs(d) + least)) {
        wrong.add("f'(" + stored[i] + ") = " + slope[i] + ", not " + d);
      }
    }
    assertTrue(wrong.isEmpty(), type + " " + wrong);
  }

  @Test
  void log1p() {
    check(
        DataType.FLOAT64,
        join(bothSigns(spaced(1e-60, 0.999999, 80)), join(spaced(1, 1e300, 40), -1 + 1e-15)),
        1,
        Functions::log1p,
        x -> x.add(1).log());
    check(
        DataType.FLOAT32,
        join(bothSigns(spaced(1e-35, 0.9999, 60)), spaced(1, 1e37, 40)),
        1,
        Functions::log1p,
        x -> x.add(1).log());
  }

  @Test
  void asinh() {
    // asinh x = ln(x + √(x² + 1)), for negative x by symmetry
    UnaryOperator<FieldUnivariateDerivative1<Dfp>> precise =
        x -> {
          FieldUnivariateDerivative1<Dfp> a = x.getValue().negativeOrNull() ? x.negate() : x;
          FieldUnivariateDerivative1<Dfp> y = a.square().add(1).sqrt().add(a).log();
          return x.getValue().negativeOrNull() ? y.negate() : y;
        };
    check(DataType.FLOAT64, bothSigns(spaced(1e-60, 1e150, 120)), 1, Functions::asinh, precise);
    check(DataType.FLOAT32, bothSigns(spaced(1e-18, 1e18, 80)), 1, Functions::asinh, precise);
  }

  @Test
  void artanh() {
    UnaryOperator<FieldUnivariateDerivative1<Dfp>> precise =
        x -> x.add(1).divide(x.negate().add(1)).log().multiply(0.5);
    // The derivative's 1 − x² is exact only to a unit of 1 near the ends.
    check(DataType.FLOAT64, bothSigns(spaced(1e-60, 0.9, 80)), 5, Functions::artanh, precise);
    check(DataType.FLOAT32, bothSigns(spaced(1e-18, 0.9, 60)), 5, Functions::artanh, precise);
    double[] ends = bothSigns(new double[] {0.99, 0.9999, 1 - 1e-8, 1 - 1e-14});
    double[] value = doubles(Functions.artanh(array(DataType.FLOAT64, ends)));
    for (int i = 0; i < ends.length; i++) {
      double want = precise.apply(at(ends[i])).getValue().toDouble();
      assertEquals(want, value[i], 1e-15 * Math.abs(want));
    }
  }

  @Test
  void squaredSech() {
    UnaryOperator<FieldUnivariateDerivative1<Dfp>> precise =
        q -> q.sqrt().cosh().square().reciprocal();
    // Farther out a rounded root is off by more than the last place of what falls as exp(−2√q).
    check(DataType.FLOAT64, spaced(1e-40, 10, 120), 200, Functions::squaredSech, precise);
    check(DataType.FLOAT32, spaced(1e-15, 10, 80), 30, Functions::squaredSech, precise);
    checkAtZero(Functions::squaredSech, -1);
  }

  @Test
  void tanhc() {
    UnaryOperator<FieldUnivariateDerivative1<Dfp>> precise = x -> x.sqrt().tanh().divide(x.sqrt());
    check(DataType.FLOAT64, spaced(1e-40, 1e4, 120), 200, Functions::tanhc, precise);
    check(DataType.FLOAT32, spaced(1e-15, 1e3, 80), 30, Functions::tanhc, precise);
    // far out tanh is 1
    double[] far = spaced(1e5, 1e300, 20);
    double[] got = doubles(Functions.tanhc(array(DataType.FLOAT64, far)));
    for (int i = 0; i < far.length; i++) {
      assertEquals(1 / Math.sqrt(far[i]), got[i], 1e-15 / Math.sqrt(far[i]));
    }
    checkAtZero(Functions::tanhc, -1.0 / 3);
  }

  @Test
  void asinhc() {
    UnaryOperator<FieldUnivariateDerivative1<Dfp>> precise =
        x -> x.add(1).sqrt().add(x.sqrt()).log().divide(x.sqrt());
    check(DataType.FLOAT64, spaced(1e-40, 1e150, 120), 400, Functions::asinhc, precise);
    check(DataType.FLOAT32, spaced(1e-15, 1e18, 80), 60, Functions::asinhc, precise);
    checkAtZero(Functions::asinhc, -1.0 / 6);
  }

  @Test
  void sinhc() {
    UnaryOperator<FieldUnivariateDerivative1<Dfp>> precise = x -> x.sqrt().sinh().divide(x.sqrt());
    check(DataType.FLOAT64, spaced(1e-40, 1e3, 120), 400, Functions::sinhc, precise);
    check(DataType.FLOAT32, spaced(1e-15, 1e3, 80), 60, Functions::sinhc, precise);
    checkAtZero(Functions::sinhc, 1.0 / 6);
  }

  /** The value to an absolute error, so held against asinhc, which is accurate. */
  @Test
  void asinhOfRoot() {
    for (DataType type : TYPES) {
      double unit = type == DataType.FLOAT64 ? 0x1p-52 : 0x1p-23;
      double[] points = join(spaced(1e-12, 1e12, 60), 0);
      double[] value = doubles(Functions.asinhOfRoot(array(type, points)));
      double[] slope = gradient(array(type, points), Functions::asinhOfRoot);
      double[] ratio = doubles(Functions.asinhc(array(type, points)));
      double[] stored = doubles(array(type, points));
      for (int i = 0; i < points.length; i++) {
        double want = ratio[i] * Math.sqrt(stored[i]);
        assertEquals(want, value[i], 8 * unit * Math.max(1, want));
        double wantSlope = points[i] == 0 ? 0 : 0.5 / Math.sqrt(stored[i] * (1 + stored[i]));
        assertEquals(wantSlope, slope[i], 8 * unit * wantSlope);
      }
    }
  }

  private void checkAtZero(UnaryOperator<NDArray> function, double slope) {
    for (DataType type : TYPES) {
      NDArray zero = array(type, 0);
      assertArrayEquals(new double[] {1}, doubles(function.apply(zero)));
      assertArrayEquals(new double[] {slope}, gradient(zero, function), 1e-7);
    }
  }

  @Test
  void sqrtHasNoGradientAtZero() {
    for (DataType type : TYPES) {
      double[] points = {0, 0.25, 1, 4, 1e-30};
      NDArray x = array(type, points);
      double[] value = doubles(Functions.sqrt(x));
      double[] slope = gradient(x, Functions::sqrt);
      assertEquals(0, value[0]);
      assertEquals(0, slope[0]);
      for (int i = 1; i < points.length; i++) {
        assertEquals(Math.sqrt(points[i]), value[i], 1e-7 * value[i]);
        assertEquals(0.5 / Math.sqrt(points[i]), slope[i], 1e-7 * slope[i]);
      }
    }
  }

  @Test
  void normsAndProductsGoAlongTheLastAxis() {
    for (DataType type : TYPES) {
      NDArray x = array(type, 3, 4, 0, 0, 1, 1).reshape(3, 2);
      NDArray y = array(type, 1, -1);
      assertArrayEquals(new double[] {5, 0, Math.sqrt(2)}, doubles(Functions.norm(x)), 1e-6);
      assertArrayEquals(new double[] {25, 0, 2}, doubles(Functions.squaredNorm(x)));
      assertArrayEquals(new double[] {-1, 0, 0}, doubles(Functions.dot(x, y)));
      double[] slope = gradient(x, Functions::norm);
      double half = Math.sqrt(0.5);
      assertArrayEquals(new double[] {0.6, 0.8, 0, 0, half, half}, slope, 1e-6);
    }
  }

  @Test
  void arraysWithoutAxesKeepShapeAndType() {
    List<UnaryOperator<NDArray>> functions =
        List.of(
            Functions::sqrt,
            Functions::log1p,
            Functions::asinh,
            Functions::artanh,
            Functions::tanhc,
            Functions::squaredSech,
            Functions::asinhc,
            Functions::sinhc);
    for (DataType type : TYPES) {
      for (UnaryOperator<NDArray> function : functions) {
        NDArray x = array(type, 0.5).reshape(new Shape());
        NDArray y = function.apply(x);
        assertEquals(new Shape(), y.getShape());
        assertEquals(type, y.getDataType());
        assertEquals(doubles(function.apply(x.reshape(1)))[0], doubles(y)[0]);
        assertEquals(1, gradient(x, function).length);
      }
    }
  }
}
