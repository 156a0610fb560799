package org.conceptspaces.encoder.model;

import java.util.List;
import org.conceptspaces.encoder.measure.TextConcepts;
import org.jspecify.annotations.Nullable;

/**
 * A text and its concepts.
 *
 * @param id what it was given with, or null
 * @param text the text
 * @param tokens the tokens that were read, as pieces of text: the first, if there are too many
 * @param unknown how many of them the model's vocabulary does not have
 * @param concepts its concepts
 */
public record EncodedText(
    @Nullable String id, String text, List<String> tokens, int unknown, TextConcepts concepts) {

  /**
   * Whether the model has nothing to go by but the number of tokens.
   *
   * @return true if all tokens are unknown
   */
  public boolean allUnknown() {
    return unknown == tokens.size();
  }
}
