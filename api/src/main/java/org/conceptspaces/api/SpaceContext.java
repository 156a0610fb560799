package org.conceptspaces.api;

/** What a concept space is built from. */
public interface SpaceContext extends Scope {

  /**
   * The width {@code H} of token states.
   *
   * @return the width
   */
  int hidden();

  /**
   * The encoder's own level: its trunk of layers, then a head in the level's geometry. Levels of
   * one model share the trunk, so that a stack of levels is not a stack of models.
   *
   * @param spec the level; its name is unique in this scope
   * @return the level's encoder
   */
  LevelEncoder level(LevelSpec spec);

  /**
   * Builds another space below this one, whatever it is.
   *
   * @param key the scope of its parameters below this one's
   * @param config the space, from an option of type {@link Option#space}
   * @return the space
   */
  ConceptSpace child(String key, SpaceConfig config);
}
