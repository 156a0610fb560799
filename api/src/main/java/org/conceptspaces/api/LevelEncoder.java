package org.conceptspaces.api;

/** The encoder's own way from tokens to one level of concepts. */
@FunctionalInterface
public interface LevelEncoder {

  /**
   * Encodes a batch of texts.
   *
   * @param pass the pass
   * @param tokens the texts; {@code live}, where given, has one mask
   * @return their concepts
   */
  Level encode(Pass pass, Tokens tokens);
}
