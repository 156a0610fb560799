/** Flat space, the baseline that every other geometry is compared with. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.euclidean;
