/**
 * What a hierarchy looks like before anything is trained on it: distances in its undirected graph,
 * how tree-like they are, depth and branching, and which geometry that speaks for.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.taxonomy.shape;
