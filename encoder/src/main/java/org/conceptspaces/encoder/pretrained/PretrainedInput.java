package org.conceptspaces.encoder.pretrained;

/**
 * The pretrained encoder whose states a model reads, as the model's description keeps it.
 *
 * @param name a name that the suite knows, or the absolute path of a folder
 * @param fingerprint of the encoder, see {@link PretrainedTokens#fingerprint}
 * @param width how many numbers a state has
 * @param told whether the model has a head that tells tokens
 */
public record PretrainedInput(String name, String fingerprint, int width, boolean told) {}
