package org.conceptspaces.poincare;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.MathArrays;

/** Numbers of sixty digits, and numbers that carry derivatives. */
final class Digits {

  static final DfpField FIELD = new DfpField(60);

  private Digits() {}

  /** Exactly this double. */
  static Dfp of(double x) {
    return FIELD.newDfp(x);
  }

  static Dfp[] of(double[] x) {
    Dfp[] y = new Dfp[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = of(x[i]);
    }
    return y;
  }

  static Dfp[][] of(double[][] x) {
    Dfp[][] y = new Dfp[x.length][];
    for (int i = 0; i < x.length; i++) {
      y[i] = of(x[i]);
    }
    return y;
  }

  static double[] doubles(Dfp[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i].toDouble();
    }
    return y;
  }

  static PoincareReference<Dfp> ball(double c) {
    return new PoincareReference<>(of(c));
  }

  /** Variables numbered from {@code first} of {@code count} in all. */
  static FieldGradient<Dfp>[] variables(double[] x, int first, int count) {
    FieldGradient<Dfp>[] y =
        MathArrays.buildArray(FieldGradient.constant(count, of(0)).getField(), x.length);
    for (int i = 0; i < x.length; i++) {
      y[i] = FieldGradient.variable(count, first + i, of(x[i]));
    }
    return y;
  }

  /** Variables of several rows, numbered on from {@code first}. */
  static FieldGradient<Dfp>[][] variables(double[][] x, int first, int count) {
    int columns = -1; // ragged
    FieldGradient<Dfp>[][] y =
        MathArrays.buildArray(FieldGradient.constant(count, of(0)).getField(), x.length, columns);
    int next = first;
    for (int i = 0; i < x.length; i++) {
      y[i] = variables(x[i], next, count);
      next += x[i].length;
    }
    return y;
  }

  /** Σ x·weights. */
  static <T extends CalculusFieldElement<T>> T weighted(T[] x, double[] weights) {
    Field<T> field = x[0].getField();
    T sum = field.getZero();
    for (int i = 0; i < x.length; i++) {
      sum = sum.add(x[i].multiply(weights[i]));
    }
    return sum;
  }
}
