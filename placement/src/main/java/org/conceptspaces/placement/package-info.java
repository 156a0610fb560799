/**
 * Where a text belongs in a taxonomy, how sure that is, and why. Channels ({@link
 * org.conceptspaces.placement.channel}) name the nodes whose texts are nearest, aspects ({@link
 * org.conceptspaces.placement.aspect}) turn them, names and the taxonomy's shape into features of
 * candidate parents, and a ranking learned from the taxonomy's own leaves ({@link
 * org.conceptspaces.placement.rank}) weighs them. Plain Java, no tensors.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.placement;
