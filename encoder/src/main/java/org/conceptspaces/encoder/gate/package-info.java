/** Gates: what the numbers of a run must be like. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.gate;
