package org.conceptspaces.api;

/** Makes a concept space from its options. */
public interface SpaceProvider extends Plugin {

  /**
   * Makes a concept space.
   *
   * @param values the checked values of {@link #options()}
   * @param context levels and other spaces to build on, and the scope of the space's parameters
   * @return the space
   */
  ConceptSpace create(Values values, SpaceContext context);
}
