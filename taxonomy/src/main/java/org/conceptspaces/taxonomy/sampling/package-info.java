/** Splits and training batches, each a pure function of its seed. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.taxonomy.sampling;
