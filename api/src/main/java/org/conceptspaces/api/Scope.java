package org.conceptspaces.api;

import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;

/**
 * Where a component declares its parameters. Names are joined with dots into paths ({@code
 * spaces.fine.head.queries}); a path names one parameter in the model, its checkpoint and its
 * optimiser state, so it must not change from release to release, nor be declared twice.
 */
public interface Scope {

  /**
   * Declares a parameter of flat space.
   *
   * @param name its name in this scope, {@code [a-zA-Z0-9_-]+}
   * @param type {@code FLOAT32} or {@code FLOAT64}
   * @param initial its distribution before training, drawn from the model's seed and the path
   * @param shape its shape
   * @return the parameter; read it through {@link Pass#value}
   */
  Parameter parameter(String name, DataType type, Initial initial, long... shape);

  /**
   * Declares points that live on a manifold and are trained by a Riemannian optimiser.
   *
   * @param name their name in this scope, {@code [a-zA-Z0-9_-]+}
   * @param geometry where they live; they are stored in its {@link Geometry#type()}
   * @param initial the distribution of the components of {@link Geometry#logOrigin} before training
   * @param dimension the dimension of the manifold
   * @param leading the leading axes
   * @return the points, {@code [leading..., geometry.coordinates(dimension)]}
   */
  Parameter points(String name, Geometry geometry, Initial initial, int dimension, long... leading);

  /**
   * A scope below this one.
   *
   * @param name its name, {@code [a-zA-Z0-9_-]+}
   * @return the scope
   */
  Scope in(String name);
}
