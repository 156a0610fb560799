/** A ranking of candidates that is learned, and its probabilities. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.placement.rank;
