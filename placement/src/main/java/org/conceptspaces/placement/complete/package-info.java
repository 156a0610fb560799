/**
 * What a taxonomy lacks: parents of nodes that have none, and nodes between a parent and many
 * children.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.placement.complete;
