package org.conceptspaces.api.pairs;

/**
 * A geometry that also knows exact distances and gradients of single pairs of points on plain
 * arrays. A capability that a {@link org.conceptspaces.api.Geometry} may implement beside; those
 * without it train and rank through tensors, more slowly.
 */
public interface PairGradients {

  /**
   * The pairs of one of the family's manifolds.
   *
   * @param dimension the dimension of the manifold, at least 1
   * @return what computes with its pairs; of the same distance as the geometry's
   */
  PairKernel pairs(int dimension);
}
