package org.conceptspaces.api;

/** What a geometry is built from: a scope for what it learns, and other geometries. */
public interface GeometryContext extends Scope {

  /**
   * Builds another geometry that this one is made of.
   *
   * @param key the scope of its parameters below this one's
   * @param config the geometry, from an option of type {@link Option#geometries}
   * @return the geometry, not bound to a pass
   */
  Geometry geometry(String key, SpaceConfig config);
}
