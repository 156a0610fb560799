/** The training loop. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.train;
