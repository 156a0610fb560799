package org.conceptspaces.api;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/**
 * An extra term of the training loss that a concept space brings along, for what it cannot learn
 * from its own output alone: a head that predicts how many concepts a text needs, say.
 *
 * @param name names the term in logs and reports
 * @param loss from what each text costs, {@code [B]}, to this term, a scalar that is added to the
 *     total. What a text costs is without gradient and in nats per token: for as many tokens as the
 *     {@link Tokens} that the space was given have.
 */
public record Term(String name, UnaryOperator<NDArray> loss) {}
