/**
 * Trees and graphs in the Poincaré ball without training: {@link
 * org.conceptspaces.poincare.construction.Sarkar Sarkar's construction} places a tree edge by edge,
 * with as many digits as it takes; {@link org.conceptspaces.poincare.construction.HyperbolicScaling
 * hyperbolic multidimensional scaling} finds points from distances. Plain Java, curvature −1.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.poincare.construction;
