package org.conceptspaces.taxonomy.vectors;

/**
 * Points of a hierarchy's nodes, and what they are.
 *
 * @param description the geometry, and where the points come from
 * @param vectors the points in the geometry's coordinates
 */
public record Embedding(EmbeddingDescription description, NodeVectors vectors) {}
