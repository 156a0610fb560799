package org.conceptspaces.api;

/** Makes a concept space from its options. */
public interface SpaceProvider extends Plugin {

  /**
   * Makes a concept space.
   *
   * @param values the checked values of {@link #options()}
   * @param context levels and other spaces to build on, and the scope of the space's parameters
   * @return the space
   * @throws IllegalArgumentException if its children do not go together, with a message for the
   *     config's author
   */
  ConceptSpace create(Values values, SpaceContext context);

  /**
   * Tells what is wrong with values of which each by itself is accepted, before anything is made.
   *
   * @param values the checked values of {@link #options()}
   * @param checks where to tell; nothing is told unless overridden
   */
  default void check(Values values, SpaceChecks checks) {}
}
