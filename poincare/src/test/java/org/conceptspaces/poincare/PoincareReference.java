package org.conceptspaces.poincare;

import java.util.function.BinaryOperator;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.MathArrays;

/**
 * The ball by its textbook formulas, in any number field of Hipparchus: {@code Dfp} for digits,
 * {@code FieldGradient<Dfp>} for derivatives. Nothing here guards against cancellation; sixty
 * digits do. Sources: Ganea et al. 2018 (exp, log, transport by gyration), Ungar 2010 (midpoint),
 * Shimizu et al. 2021 (linear map).
 */
final class PoincareReference<T extends CalculusFieldElement<T>> {

  private final T c;
  private final T one;

  /** For curvature {@code -c}. */
  PoincareReference(T c) {
    this.c = c;
    this.one = c.getField().getOne();
  }

  T dot(T[] x, T[] y) {
    T sum = one.subtract(one);
    for (int i = 0; i < x.length; i++) {
      sum = sum.add(x[i].multiply(y[i]));
    }
    return sum;
  }

  T norm(T[] x) {
    return dot(x, x).sqrt();
  }

  T[] scale(T[] x, T factor) {
    T[] y = MathArrays.buildArray(c.getField(), x.length);
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i].multiply(factor);
    }
    return y;
  }

  private T[] join(T[] x, T[] y, BinaryOperator<T> operator) {
    T[] z = MathArrays.buildArray(c.getField(), x.length);
    for (int i = 0; i < x.length; i++) {
      z[i] = operator.apply(x[i], y[i]);
    }
    return z;
  }

  T[] plus(T[] x, T[] y) {
    return join(x, y, T::add);
  }

  T[] minus(T[] x, T[] y) {
    return join(x, y, T::subtract);
  }

  T[] negate(T[] x) {
    return scale(x, one.negate());
  }

  T gap(T[] x) {
    return one.subtract(c.multiply(dot(x, x)));
  }

  T lambda(T[] x) {
    return one.multiply(2).divide(gap(x));
  }

  T distance(T[] x, T[] y) {
    T[] delta = minus(x, y);
    T q = c.multiply(dot(delta, delta)).divide(gap(x).multiply(gap(y)));
    return q.multiply(2).add(one).acosh().divide(c.sqrt());
  }

  T[] add(T[] x, T[] y) {
    T xy = c.multiply(dot(x, y)).multiply(2).add(one);
    T[] numerator = plus(scale(x, xy.add(c.multiply(dot(y, y)))), scale(y, gap(x)));
    T denominator = xy.add(c.multiply(c).multiply(dot(x, x)).multiply(dot(y, y)));
    return scale(numerator, one.divide(denominator));
  }

  T[] exp(T[] x, T[] v) {
    T length = c.sqrt().multiply(norm(v));
    return add(x, scale(v, length.multiply(lambda(x)).divide(2).tanh().divide(length)));
  }

  T[] log(T[] x, T[] y) {
    T[] u = add(negate(x), y);
    T length = c.sqrt().multiply(norm(u));
    return scale(u, length.atanh().multiply(2).divide(length.multiply(lambda(x))));
  }

  T[] expOrigin(T[] v) {
    T length = c.sqrt().multiply(norm(v));
    return scale(v, length.divide(2).tanh().divide(length));
  }

  T[] logOrigin(T[] x) {
    T length = c.sqrt().multiply(norm(x));
    return scale(x, length.atanh().multiply(2).divide(length));
  }

  T inner(T[] x, T[] u, T[] v) {
    T lambda = lambda(x);
    return lambda.multiply(lambda).multiply(dot(u, v));
  }

  /** A gyration is linear, but its formula wants operands inside the ball: hence the scaling. */
  T[] transport(T[] x, T[] y, T[] v) {
    T small = one.divide(1000).divide(norm(v).multiply(c.sqrt()));
    T[] w = scale(v, small);
    T[] back = negate(x);
    T[] gyration = add(negate(add(y, back)), add(y, add(back, w)));
    return scale(gyration, lambda(x).divide(lambda(y)).divide(small));
  }

  T[] midpoint(T[][] points, T[] weights) {
    T[] sum = scale(points[0], one.subtract(one));
    T total = one.subtract(one);
    for (int i = 0; i < weights.length; i++) {
      T lambda = lambda(points[i]);
      sum = plus(sum, scale(points[i], weights[i].multiply(lambda)));
      total = total.add(weights[i].multiply(lambda.subtract(one)));
    }
    T[] u = scale(sum, one.divide(total));
    return scale(u, one.divide(gap(u).sqrt().add(one)));
  }

  T[] linearScores(T[] x, T[][] z, T[] r) {
    T[] v = MathArrays.buildArray(c.getField(), z.length);
    T root = c.sqrt();
    for (int k = 0; k < z.length; k++) {
      T length = norm(z[k]);
      T turn = root.multiply(r[k]).multiply(2);
      T along = root.multiply(2).multiply(dot(x, z[k])).divide(length).multiply(turn.cosh());
      T across = c.multiply(dot(x, x)).add(one).multiply(turn.sinh());
      v[k] =
          along.subtract(across).divide(gap(x)).asinh().multiply(length).multiply(2).divide(root);
    }
    return v;
  }

  T[] linear(T[] x, T[][] z, T[] r) {
    T[] v = linearScores(x, z, r);
    T root = c.sqrt();
    T[] w = MathArrays.buildArray(c.getField(), v.length);
    for (int k = 0; k < v.length; k++) {
      w[k] = root.multiply(v[k]).sinh().divide(root);
    }
    return scale(w, one.divide(c.multiply(dot(w, w)).add(one).sqrt().add(one)));
  }
}
