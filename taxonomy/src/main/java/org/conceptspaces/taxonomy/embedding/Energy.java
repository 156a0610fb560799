package org.conceptspaces.taxonomy.embedding;

/** What the objective makes of a distance. */
public enum Energy {
  /** The geodesic distance itself, as Nickel and Kiela have it. */
  DISTANCE,
  /** Its square: gentle near by, strong far away. */
  SQUARED_DISTANCE
}
