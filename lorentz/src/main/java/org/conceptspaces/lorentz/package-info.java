/**
 * The hyperboloid, or Lorentz, model of hyperbolic space.
 *
 * <p>Points of curvature {@code -c} are {@code x = (t, s)} with {@code t > 0} and {@code ⟨x,x⟩ =
 * ‖s‖² − t² = −1/c}: one coordinate more than dimensions, time first. Since {@code t = √(1/c +
 * ‖s‖²)}, a point is given by its space coordinates {@code s}, and a tangent {@code (⟨s,u⟩/t, u)}
 * by its own; operations read these alone. To read time as it was rounded would lose twice as many
 * digits: {@code t² − ‖s‖²} is noise from 19.06 on in float64, from 9.0 on in float32.
 *
 * <p>Throughout, {@code C = √c t = √(1 + c‖s‖²)} is the hyperbolic cosine of the distance from the
 * origin. Formulas: Nickel and Kiela, "Learning continuous hierarchies in the Lorentz model of
 * hyperbolic geometry" (2018); Law et al., "Lorentzian distance learning for hyperbolic
 * representations" (2019).
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.lorentz;
