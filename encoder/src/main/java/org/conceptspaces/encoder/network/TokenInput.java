package org.conceptspaces.encoder.network;

/**
 * What a model reads of tokens, and whether it tells them.
 *
 * @param vocabulary the number of token ids, above 0
 * @param learned whether tokens are read as vectors that are learned
 * @param width how many numbers a given state has that is read of each token; 0 if none is
 * @param told whether the model has a head that tells tokens from concepts
 */
public record TokenInput(int vocabulary, boolean learned, int width, boolean told) {

  /** Refuses a model that would read nothing. */
  public TokenInput {
    if (!learned && width < 1) {
      throw new IllegalArgumentException("a model wants tokens to be learned, or states of them");
    }
  }

  /**
   * Learned vectors alone.
   *
   * @param vocabulary the number of token ids
   * @return the input of a model that reads ids, and tells them
   */
  public static TokenInput learned(int vocabulary) {
    return new TokenInput(vocabulary, true, 0, true);
  }
}
