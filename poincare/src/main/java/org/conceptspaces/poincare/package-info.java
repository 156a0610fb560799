/**
 * The Poincaré ball: hyperbolic space, in which a tree has room to branch.
 *
 * <p>The ball of curvature {@code -c} is the set of points with {@code c‖x‖² < 1}; its metric is
 * {@code λ²} times the flat one, {@code λ = 2/(1 − c‖x‖²)}. This is the convention of Ganea et al.
 * (2018) and Shimizu et al. (2021): lengths near the origin are twice the flat ones.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.poincare;
