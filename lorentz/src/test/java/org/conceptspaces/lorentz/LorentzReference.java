package org.conceptspaces.lorentz;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.MathArrays;

/**
 * Distances by {@code (2/√c) asinh(½√c √⟨x − y, x − y⟩)} with times from the space coordinates as
 * they are stored. Sixty digits make up for what cancels; coincident points are exactly so.
 */
final class LorentzReference {

  static final DfpField FIELD = new DfpField(60);

  private LorentzReference() {}

  /** Of stored points {@code (t, s)}. */
  static double distance(double c, double[] x, double[] y) {
    Dfp[] s = MathArrays.buildArray(FIELD, x.length - 1);
    Dfp[] other = MathArrays.buildArray(FIELD, x.length - 1);
    for (int i = 1; i < x.length; i++) {
      s[i - 1] = FIELD.newDfp(x[i]);
      other[i - 1] = FIELD.newDfp(y[i]);
    }
    return distance(FIELD.newDfp(c), s, other).toDouble();
  }

  /** The derivatives to the space coordinates of {@code x}, then to {@code ln c}. */
  static double[] gradient(double c, double[] x, double[] y) {
    int d = x.length - 1;
    FieldGradient<Dfp> zero = FieldGradient.constant(d + 1, FIELD.getZero());
    FieldGradient<Dfp>[] s = MathArrays.buildArray(zero.getField(), d);
    FieldGradient<Dfp>[] other = MathArrays.buildArray(zero.getField(), d);
    for (int i = 0; i < d; i++) {
      s[i] = FieldGradient.variable(d + 1, i, FIELD.newDfp(x[i + 1]));
      other[i] = FieldGradient.constant(d + 1, FIELD.newDfp(y[i + 1]));
    }
    FieldGradient<Dfp> curvature = FieldGradient.variable(d + 1, d, FIELD.newDfp(c).log()).exp();
    FieldGradient<Dfp> distance = distance(curvature, s, other);
    double[] gradient = new double[d + 1];
    for (int i = 0; i <= d; i++) {
      gradient[i] = distance.getPartialDerivative(i).toDouble();
    }
    return gradient;
  }

  private static <T extends CalculusFieldElement<T>> T distance(T c, T[] s, T[] other) {
    T square = c.getField().getZero();
    T xx = c.getField().getOne();
    T yy = c.getField().getOne();
    T rise = c.getField().getZero();
    for (int i = 0; i < s.length; i++) {
      T difference = s[i].subtract(other[i]);
      square = square.add(difference.multiply(difference));
      rise = rise.add(difference.multiply(s[i].add(other[i])));
      xx = xx.add(c.multiply(s[i]).multiply(s[i]));
      yy = yy.add(c.multiply(other[i]).multiply(other[i]));
    }
    rise = rise.multiply(c).divide(xx.sqrt().add(yy.sqrt()));
    T chord = c.multiply(square).subtract(rise.multiply(rise)).sqrt();
    return chord.divide(2).asinh().multiply(2).divide(c.sqrt());
  }
}
