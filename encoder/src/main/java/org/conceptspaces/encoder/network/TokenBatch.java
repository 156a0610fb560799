package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * Texts, or what is left of them, as token ids.
 *
 * @param ids token ids, int64, {@code [B, T]}; anything in the vocabulary where padded
 * @param positions the place of each in its text, int64, {@code [B, T]}; any place where padded
 * @param mask 1 for a token, 0 for padding, float32, {@code [B, T]}; at least one token a text
 * @param first where a token comes first in its text, how many tokens it stands for: 1, or more if
 *     others are hidden, so that a text tells as much as it does when it is whole; 0 where a token
 *     is there again and for padding; float32, {@code [B, T]}
 * @param states a pretrained encoder's states of the tokens as they are in the whole texts, 0 where
 *     there is none, float16, {@code [B, T, W]}; null if the model learns all it knows of tokens
 */
public record TokenBatch(
    NDArray ids, NDArray positions, NDArray mask, NDArray first, @Nullable NDArray states) {}
