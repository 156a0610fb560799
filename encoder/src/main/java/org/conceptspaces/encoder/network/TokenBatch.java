package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;

/**
 * Texts, or what is left of them, as token ids.
 *
 * @param ids token ids, int64, {@code [B, T]}; anything in the vocabulary where padded
 * @param positions the place of each in its text, int64, {@code [B, T]}; any place where padded
 * @param mask 1 for a token, 0 for padding, float32, {@code [B, T]}; at least one token a text
 */
public record TokenBatch(NDArray ids, NDArray positions, NDArray mask) {}
