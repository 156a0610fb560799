package org.conceptspaces.taxonomy.embedding;

/** What stands for a point in training. */
public enum Parametrisation {
  /** The point itself, moved along geodesics: Riemannian stochastic gradient descent. */
  POINTS,

  /**
   * Its tangent at the origin, by plain stochastic gradient descent in this chart. No edge keeps
   * points from going far out, but the farther out, the longer a step across the radius is.
   */
  TANGENTS
}
