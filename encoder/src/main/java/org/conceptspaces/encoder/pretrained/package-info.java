/** Frozen states of texts' tokens: what gives them, and where they are kept. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.pretrained;
