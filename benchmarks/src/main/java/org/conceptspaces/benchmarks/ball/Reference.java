package org.conceptspaces.benchmarks.ball;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/**
 * The textbook formulas for curvature -1 (Ganea et al. 2018) with 80 decimal digits, in which what
 * cancels leaves enough. Every result is {@code z = A x + B y} with {@code A} and {@code B}
 * functions of {@code a = ‖x‖²}, {@code b = ‖y‖²} and {@code s = ⟨x, y⟩}; the sum of its
 * coordinates is a function of these and of the sums of the operands, five numbers in all.
 */
final class Reference {

  private static final DfpField FIELD = new DfpField(80);

  private final double[] value;
  private final double[] gradient;

  private Reference(double[] value, double[] gradient) {
    this.value = value;
    this.gradient = gradient;
  }

  /** The result for one row: {@code [1]} for a distance, else {@code [dimension]}. */
  double[] value() {
    return value;
  }

  /** The gradient of the result's sum, towards the first operand and then towards the second. */
  double[] gradient() {
    return gradient;
  }

  static Reference of(Operation operation, double[] first, double[] second) {
    Dfp[] x = exact(first);
    Dfp[] y = exact(second);
    FieldGradient<Dfp> a = FieldGradient.variable(5, 0, dot(x, x));
    FieldGradient<Dfp> b = FieldGradient.variable(5, 1, dot(y, y));
    FieldGradient<Dfp> s = FieldGradient.variable(5, 2, dot(x, y));
    FieldGradient<Dfp> sumX = FieldGradient.variable(5, 3, sum(x));
    FieldGradient<Dfp> sumY = FieldGradient.variable(5, 4, sum(y));
    FieldGradient<Dfp> total;
    double[] value;
    if (operation == Operation.DISTANCE) {
      total = distance(a, b, s);
      value = new double[] {total.getValue().toDouble()};
    } else {
      Pair<FieldGradient<Dfp>> factors =
          switch (operation) {
            case EXP -> exp(a, b, s);
            case LOG -> log(a, b, s);
            default -> add(a, b, s);
          };
      total = factors.a.multiply(sumX).add(factors.b.multiply(sumY));
      value = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        value[i] =
            factors.a.getValue().multiply(x[i]).add(factors.b.getValue().multiply(y[i])).toDouble();
      }
    }
    double[] gradient = new double[2 * x.length];
    Dfp[] slopes = total.getGradient();
    for (int i = 0; i < x.length; i++) {
      Dfp shared = slopes[2];
      gradient[i] =
          slopes[0].multiply(2).multiply(x[i]).add(shared.multiply(y[i])).add(slopes[3]).toDouble();
      gradient[x.length + i] =
          slopes[1].multiply(2).multiply(y[i]).add(shared.multiply(x[i])).add(slopes[4]).toDouble();
    }
    return new Reference(value, gradient);
  }

  /** {@code z = a x + b y}. */
  private record Pair<T>(T a, T b) {}

  private static <T extends CalculusFieldElement<T>> T distance(T a, T b, T s) {
    T square = a.add(b).subtract(s.multiply(2));
    T gaps = a.negate().add(1).multiply(b.negate().add(1));
    return square.divide(gaps).sqrt().asinh().multiply(2);
  }

  private static <T extends CalculusFieldElement<T>> Pair<T> add(T a, T b, T s) {
    T twice = s.multiply(2).add(1);
    T den = twice.add(a.multiply(b));
    return new Pair<>(twice.add(b).divide(den), a.negate().add(1).divide(den));
  }

  private static <T extends CalculusFieldElement<T>> Pair<T> exp(T a, T b, T s) {
    T norm = b.sqrt();
    // λ‖v‖/2 = ‖v‖/(1 − ‖x‖²)
    T scale = norm.divide(a.negate().add(1)).tanh().divide(norm);
    Pair<T> sum = add(a, scale.multiply(scale).multiply(b), scale.multiply(s));
    return new Pair<>(sum.a, sum.b.multiply(scale));
  }

  private static <T extends CalculusFieldElement<T>> Pair<T> log(T a, T b, T s) {
    Pair<T> sum = add(a, b, s.negate());
    T x = sum.a.negate();
    T square =
        x.multiply(x)
            .multiply(a)
            .add(sum.b.multiply(sum.b).multiply(b))
            .add(x.multiply(sum.b).multiply(s).multiply(2));
    T norm = square.sqrt();
    T scale = norm.atanh().divide(norm).multiply(a.negate().add(1));
    return new Pair<>(x.multiply(scale), sum.b.multiply(scale));
  }

  private static Dfp[] exact(double[] row) {
    Dfp[] exact = new Dfp[row.length];
    for (int i = 0; i < row.length; i++) {
      exact[i] = FIELD.newDfp(row[i]);
    }
    return exact;
  }

  private static Dfp dot(Dfp[] x, Dfp[] y) {
    Dfp sum = FIELD.getZero();
    for (int i = 0; i < x.length; i++) {
      sum = sum.add(x[i].multiply(y[i]));
    }
    return sum;
  }

  private static Dfp sum(Dfp[] x) {
    Dfp sum = FIELD.getZero();
    for (Dfp each : x) {
      sum = sum.add(each);
    }
    return sum;
  }
}
