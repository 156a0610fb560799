/** Layers of flat states, for the encoder and for spaces that learn something of their own. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.api.layer;
