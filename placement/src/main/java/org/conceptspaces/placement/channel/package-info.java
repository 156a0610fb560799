/** Which nodes' texts are nearest to a text. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.placement.channel;
