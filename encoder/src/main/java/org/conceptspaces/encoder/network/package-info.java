/** The network: one trunk for every geometry, geometric heads, and the decoder. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.network;
