package org.conceptspaces.encoder.measure;

import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;

/** Counts, batch by batch, how many concepts texts have, of all levels. */
public final class LiveCount implements PointBank.Observer {

  private long live;
  private long texts;

  /** Starts with nothing counted. */
  public LiveCount() {}

  @Override
  public void encoded(ConceptSet concepts) {
    for (Level level : concepts.levels()) {
      live += level.mask().gt(level.mask().zerosLike()).countNonzero().getLong();
    }
    texts += concepts.summary().mask().getShape().get(0);
  }

  /**
   * How many concepts a text has.
   *
   * @return the mean number of live concepts
   */
  public double mean() {
    return (double) live / texts;
  }
}
