/** What an encoder is trained for. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.objective;
