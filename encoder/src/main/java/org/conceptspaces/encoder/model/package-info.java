/** Trained models as things to keep: saved, loaded, and asked about texts. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.model;
