package org.conceptspaces.api.pairs;

import java.util.Optional;
import org.conceptspaces.api.Geometry;

/**
 * A geometry that also knows exact distances and gradients of single pairs of points on plain
 * arrays. A capability that a {@link Geometry} may implement beside; those without it train and
 * rank through tensors, more slowly. Ask {@link #of} rather than by type: a geometry made of others
 * has it only if they do.
 */
public interface PairGradients {

  /**
   * The capability of a geometry.
   *
   * @param geometry any
   * @return empty if it has none
   */
  static Optional<PairGradients> of(Geometry geometry) {
    return geometry instanceof PairGradients pairs && pairs.hasPairs()
        ? Optional.of(pairs)
        : Optional.empty();
  }

  /**
   * Whether this geometry does have it, where that depends on what it is made of.
   *
   * @return true unless overridden
   */
  default boolean hasPairs() {
    return true;
  }

  /**
   * The pairs of one of the family's manifolds.
   *
   * @param dimension the dimension of the manifold, at least 1
   * @return what computes with its pairs; of the same distance as the geometry's
   * @throws IllegalStateException if it {@linkplain #hasPairs() has none}
   */
  PairKernel pairs(int dimension);
}
