/**
 * Hierarchies and their texts as data: an immutable {@link org.conceptspaces.taxonomy.Hierarchy
 * directed acyclic graph}, its {@link org.conceptspaces.taxonomy.Closure transitive closure} and
 * the {@link org.conceptspaces.taxonomy.TextTaxonomy text of each node}. Plain Java, no tensors.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.taxonomy;
