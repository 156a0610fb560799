package org.conceptspaces.lorentz;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.curvature.Curvature;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Rows;

/**
 * The straight line between two points {@code (t, s)} and {@code (t', s')} of the hyperboloid, of
 * which distance, logarithm and transport are made.
 *
 * <p>With {@code δ = s − s'}, the rise {@code e = C − C'} is {@code c⟨δ, s + s'⟩/(C + C')}, free of
 * cancellation, and {@code ⟨x − y, x − y⟩ = ‖δ‖² − e²/c}. Far out that is still a small difference:
 * of neighbours along a ray at distance {@code R} all but {@code exp(−2√c R)} cancels.
 * Stereographic projection, {@code s/(1 + C)}, turns it into the single square {@code ‖δ − s' e/(1
 * + C')‖² (1 + C')/(1 + C)}, which keeps all but {@code exp(√c R)} units in the last place. It is
 * written from the nearer of the two points to the origin, as its error is the least there.
 *
 * @param space {@code s}, {@code [..., d]}
 * @param other {@code s'}, {@code [..., d]}
 * @param cosh {@code C}, {@code [..., 1]}
 * @param otherCosh {@code C'}, {@code [..., 1]}
 * @param difference {@code δ}, {@code [..., d]}
 * @param rise {@code e}, {@code [..., 1]}
 * @param square {@code ⟨x − y, x − y⟩}, at least 0, {@code [..., 1]}
 */
record Chord(
    NDArray space,
    NDArray other,
    NDArray cosh,
    NDArray otherCosh,
    NDArray difference,
    NDArray rise,
    NDArray square) {

  /** Between points of one type, {@code [..., d + 1]} each. */
  static Chord of(Curvature curvature, NDArray x, NDArray y) {
    NDArray s = Sheet.space(x);
    NDArray other = Sheet.space(y);
    NDArray cosh = Sheet.cosh(curvature, s);
    NDArray otherCosh = Sheet.cosh(curvature, other);
    NDArray difference = s.sub(other);
    NDArray sum = cosh.add(otherCosh);
    NDArray rise = Rows.dot(difference, s.add(other)).mul(curvature.c(s)).div(sum);
    NDArray none = sum.zerosLike();
    NDArray one = cosh.add(none).add(1);
    NDArray two = otherCosh.add(none).add(1);
    NDArray isOuter = one.stopGradient().gte(two.stopGradient());
    NDArray slope = rise.div(Functions.choose(isOuter, two, one));
    NDArray single =
        difference
            .sub(s.mul(Functions.choose(isOuter, none, slope)))
            .sub(other.mul(Functions.choose(isOuter, slope, none)));
    NDArray ratio = Functions.choose(isOuter, two.div(one), one.div(two));
    NDArray square = Rows.squaredNorm(single).mul(ratio);
    return new Chord(s, other, cosh, otherCosh, difference, rise, square);
  }
}
