package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Limit;
import org.conceptspaces.api.numeric.Rows;
import org.conceptspaces.api.numeric.Temporaries;

/**
 * The maps that are made of Möbius addition (Ungar; Ganea et al. 2018, "Hyperbolic neural
 * networks"), arranged so that nothing cancels.
 *
 * <p>The textbook form {@code x ⊕ y = ((1 + 2c⟨x,y⟩ + c‖y‖²)x + m_x y) / (1 + 2c⟨x,y⟩ +
 * c²‖x‖²‖y‖²)} subtracts numbers near 1 where {@code y} is near {@code −x}, as it is in {@code
 * log}. With {@code δ = x + y} and the accurate {@code m} of {@link BallNorms#gap} the same
 * quotient is {@code (m_x δ + c‖δ‖² x) / (m_x m_y + c‖δ‖²)}: a sum of positive terms below.
 */
final class Moebius {

  private Moebius() {}

  /** {@code x ⊕ y}, inside. */
  static NDArray add(BallCurvature curvature, NDArray x, NDArray y) {
    try (Temporaries temporaries = Temporaries.below(x.getManager())) {
      NDArray own = temporaries.use(x);
      NDArray other = temporaries.use(y);
      NDArray gapX = BallNorms.gap(curvature, own);
      NDArray gapY = BallNorms.gap(curvature, other);
      return temporaries.keep(sum(curvature, own, own.add(other), gapX, gapY));
    }
  }

  /** {@code x ⊕ u} with {@code u = tanh(√c‖v‖/m_x) v / (√c‖v‖)}, inside. */
  static NDArray exp(BallCurvature curvature, NDArray x, NDArray v) {
    try (Temporaries temporaries = Temporaries.below(x.getManager())) {
      NDArray own = temporaries.use(x);
      NDArray tangent = Casts.to(temporaries.use(v), x.getDataType());
      NDArray gap = BallNorms.gap(curvature, own);
      Limit limit = Edge.limitAt(curvature, tangent, gap);
      NDArray square = limit.norm().div(gap).square().mul(curvature.c(x));
      NDArray scale = limit.factor().mul(Functions.tanhc(square)).div(gap);
      NDArray delta = tangent.mul(scale).addi(own);
      // 1 − tanh², which is of no use as a difference.
      return temporaries.keep(sum(curvature, own, delta, gap, Functions.squaredSech(square)));
    }
  }

  /**
   * The quotient above. Of the result, {@code m = m_x m_y / (m_x m_y + c‖δ‖²)}, so that all but two
   * products by row is done with numbers by row, the limit at the edge too.
   */
  private static NDArray sum(
      BallCurvature curvature, NDArray x, NDArray delta, NDArray gapX, NDArray gapY) {
    NDArray square = Rows.finiteSquaredNorm(delta).mul(curvature.c(x));
    NDArray product = gapX.mul(gapY);
    NDArray den = product.add(square);
    NDArray scale = Edge.limitOfGap(product.div(den)).div(den);
    return combine(delta, gapX.mul(scale), x, square.mul(scale));
  }

  /** {@code a x + b y}, of the shape of {@code a x}; autograd wants none of what is overwritten. */
  private static NDArray combine(NDArray x, NDArray a, NDArray y, NDArray b) {
    try (Temporaries temporaries = Temporaries.below(x.getManager())) {
      return temporaries.keep(temporaries.use(x).mul(a).addi(temporaries.use(y).mul(b)));
    }
  }

  /**
   * With {@code n = m_x δ − c‖δ‖² x} and {@code den = m_x m_y + c‖δ‖²}, {@code δ = y − x}: {@code
   * (−x) ⊕ y = n/den} and {@code ‖n‖² = ‖δ‖² den}, whence {@code log = n √(m_x/m_y) asinhc(q) /
   * √den} with {@code q = c‖δ‖²/(m_x m_y)} and {@code asinhc} as in {@link Functions#asinhc}.
   */
  static NDArray log(BallCurvature curvature, NDArray x, NDArray y) {
    try (Temporaries temporaries = Temporaries.below(x.getManager())) {
      NDArray own = temporaries.use(x);
      NDArray other = temporaries.use(y);
      NDArray gapX = BallNorms.gap(curvature, own);
      NDArray gapY = BallNorms.gap(curvature, other);
      NDArray back = own.sub(other);
      NDArray product = gapX.mul(gapY);
      NDArray square = Rows.finiteSquaredNorm(back).mul(curvature.c(x));
      NDArray length =
          Functions.asinhc(square.div(product))
              .mul(gapX.div(gapY).sqrt())
              .div(product.add(square).sqrt())
              .neg();
      return temporaries.keep(combine(back, gapX.mul(length), own, square.mul(length)));
    }
  }

  /**
   * {@code λ_x/λ_y gyr[y, −x] v}, {@code λ_x/λ_y = m_y/m_x}. The gyration is {@code v + 2(B x + A
   * δ)/den} with {@code δ} and {@code den} as in {@link #log}, {@code B = c m_x⟨δ,v⟩ − c²‖δ‖²⟨x,v⟩}
   * and {@code A = −c⟨x,v⟩(m_x − 2c⟨δ,x⟩) − c²‖x‖²⟨δ,v⟩}.
   */
  static NDArray transport(BallCurvature curvature, NDArray x, NDArray y, NDArray v) {
    NDArray c = curvature.c(x);
    NDArray delta = x.sub(y).neg();
    NDArray gapX = BallNorms.gap(curvature, x);
    NDArray gapY = BallNorms.gap(curvature, y);
    NDArray square = Rows.squaredNorm(delta).mul(c);
    NDArray den = gapX.mul(gapY).add(square);
    NDArray cxv = Rows.dot(x, v).mul(c);
    NDArray cdv = Rows.dot(delta, v).mul(c);
    NDArray cdx = Rows.dot(delta, x).mul(c);
    NDArray cxx = Rows.squaredNorm(x).mul(c);
    NDArray alongX = cdv.mul(gapX).sub(cxv.mul(square));
    NDArray alongDelta = cxv.mul(gapX.sub(cdx).sub(cdx)).add(cdv.mul(cxx)).neg();
    NDArray turn = x.mul(alongX).add(delta.mul(alongDelta)).div(den);
    return turn.mul(Constants.of(x, 2)).add(v).mul(gapY.div(gapX));
  }
}
