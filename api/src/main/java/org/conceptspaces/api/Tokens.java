package org.conceptspaces.api;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of texts as a concept space sees it: {@code B} texts of at most {@code T} tokens. States
 * and masks are float32, on the pass's device.
 *
 * @param states token states, {@code [B, T, H]}
 * @param mask 1 for a token, 0 for padding, {@code [B, T]}; in between for what shall be seen the
 *     less: a level of a stack reads finer concepts as if they were tokens, with a gate's weight.
 *     Gradients may flow from it.
 * @param information how much each token tells, in nats: its surprisal among the tokens of training
 *     texts where it comes first in its text, 0 where it is there again; anything where padded,
 *     without gradient, {@code [B, T]}. The sum over a text is a measure of its complexity: where
 *     training hides tokens from it, the others stand for them.
 * @param live for each level of the space the mask of the slots that may be used, {@code [B, C]}
 *     with {@code C} from 1 to the level's count (slots beyond are cut off), or null where all are.
 *     1 is live, 0 is dead; a gate's weight in between is live, but seen the less. Liveness is an
 *     input: it is known before attention, so that a dead slot can neither be seen by a live one
 *     nor cost anything when it is cut off for the whole batch.
 */
public record Tokens(
    NDArray states, NDArray mask, NDArray information, @Nullable List<NDArray> live) {

  /**
   * Texts whose slots are all live, and whose tokens tell a nat each.
   *
   * @param states token states, {@code [B, T, H]}
   * @param mask 1 for a token, 0 for padding, {@code [B, T]}
   */
  public Tokens(NDArray states, NDArray mask) {
    this(states, mask, mask, null);
  }

  /**
   * The same texts with other live slots.
   *
   * @param slots for each level of a space the mask of the slots that may be used, or null for all
   * @return the changed tokens
   */
  public Tokens withLive(@Nullable List<NDArray> slots) {
    return new Tokens(states, mask, information, slots);
  }

  /**
   * The same texts for one level of a space.
   *
   * @param level the index of the level
   * @return tokens whose {@code live} holds that level's mask alone
   */
  public Tokens only(int level) {
    if (live == null) {
      return this;
    }
    if (level >= live.size()) {
      throw new IllegalArgumentException(
          "live has masks for %d levels; level %d was asked for. A space that sets live gives one mask for each level of its child"
              .formatted(live.size(), level));
    }
    return withLive(List.of(live.get(level)));
  }
}
