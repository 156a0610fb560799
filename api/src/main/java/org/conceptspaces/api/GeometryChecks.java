package org.conceptspaces.api;

/** Where {@link GeometryProvider#check} tells what is wrong. Paths are below the geometry. */
public interface GeometryChecks {

  /**
   * Something is wrong.
   *
   * @param path of what is wrong, {@code parts[1].share} say
   * @param message what, and what to do, to follow {@code path: }
   */
  void problem(String path, String message);

  /**
   * Checks a geometry that this one is made of.
   *
   * @param path its path, {@code parts[1]} say
   * @param config the geometry
   * @param dimension the dimension it will have
   */
  void geometry(String path, SpaceConfig config, int dimension);
}
