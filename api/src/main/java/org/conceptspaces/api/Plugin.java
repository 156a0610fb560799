package org.conceptspaces.api;

import java.util.List;

/**
 * What geometries and spaces of a jar have in common: a name that configs use, and options. Found
 * through {@link java.util.ServiceLoader} as a {@link GeometryProvider} or {@link SpaceProvider},
 * or bound by hand in a Guice module.
 */
public interface Plugin {

  /**
   * The name by which configs call it.
   *
   * @return {@code [a-z][a-z0-9-]*}, unique among all geometries and spaces installed
   */
  String name();

  /**
   * One sentence for the list of installed spaces.
   *
   * @return what it is and when to use it
   */
  String description();

  /**
   * The options it takes. Values are checked against them, all at once for a whole config, before
   * anything is built.
   *
   * @return the options, with distinct names
   */
  default List<Option<?>> options() {
    return List.of();
  }
}
