package org.conceptspaces.poincare;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Rows;

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

  /** {@code x ⊕ y}, not projected. */
  static NDArray add(BallCurvature curvature, NDArray x, NDArray y) {
    NDArray delta = x.add(y);
    NDArray gapX = BallNorms.gap(curvature, x);
    NDArray gapY = BallNorms.gap(curvature, y);
    NDArray square = Rows.squaredNorm(delta).mul(curvature.c(x));
    return delta.mul(gapX).add(x.mul(square)).div(gapX.mul(gapY).add(square));
  }

  /** {@code x ⊕ u} with {@code u = tanh(√c‖v‖/m_x) v / (√c‖v‖)}, not projected. */
  static NDArray exp(BallCurvature curvature, NDArray x, NDArray v) {
    NDArray gap = BallNorms.gap(curvature, x);
    NDArray tangent = x.zerosLike().add(Casts.to(v, x.getDataType()));
    NDArray scaled = Edge.limitAt(curvature, tangent, gap).div(gap);
    NDArray square = Rows.squaredNorm(scaled).mul(curvature.c(x));
    return add(curvature, x, scaled.mul(Functions.tanhc(square)));
  }

  /**
   * With {@code n = m_x δ − c‖δ‖² x} and {@code den = m_x m_y + c‖δ‖²}, {@code δ = y − x}: {@code
   * (−x) ⊕ y = n/den} and {@code ‖n‖² = ‖δ‖² den}, whence {@code log = n √(m_x/m_y) asinhc(q) /
   * √den} with {@code q = c‖δ‖²/(m_x m_y)} and {@code asinhc} as in {@link Functions#asinhc}.
   */
  static NDArray log(BallCurvature curvature, NDArray x, NDArray y) {
    NDArray back = x.sub(y);
    NDArray gapX = BallNorms.gap(curvature, x);
    NDArray gapY = BallNorms.gap(curvature, y);
    NDArray product = gapX.mul(gapY);
    NDArray square = Rows.squaredNorm(back).mul(curvature.c(x));
    NDArray length =
        Functions.asinhc(square.div(product))
            .mul(gapX.div(gapY).sqrt())
            .div(product.add(square).sqrt());
    return back.mul(gapX).add(x.mul(square)).neg().mul(length);
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
