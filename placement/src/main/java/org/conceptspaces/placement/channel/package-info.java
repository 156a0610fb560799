/** Texts to place, and which nodes' texts are nearest to them. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.placement.channel;
