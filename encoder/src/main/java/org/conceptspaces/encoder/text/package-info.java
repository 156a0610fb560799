/** From texts to token ids and masked batches. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.text;
