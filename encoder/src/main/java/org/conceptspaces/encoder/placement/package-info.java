/** Placing texts in a taxonomy by the concepts of a trained model, beside their words and names. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.placement;
