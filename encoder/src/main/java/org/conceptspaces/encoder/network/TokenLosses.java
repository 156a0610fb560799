package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;

/**
 * Cross-entropies of some tokens.
 *
 * @param each nats of each token, without gradient, {@code [B, M]}
 * @param weighted their weighted sum, a scalar that gradients flow from
 */
public record TokenLosses(NDArray each, NDArray weighted) {}
