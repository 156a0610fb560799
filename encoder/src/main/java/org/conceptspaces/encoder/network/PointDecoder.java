package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;

/**
 * Turns query states into decoded states by reading any number of levels of any dimension and
 * geometry, coarse → fine, each read conditioned on the coarser ones.
 */
final class PointDecoder {

  private final List<LevelReader> readers = new ArrayList<>();
  private final LayerNorm norm;
  private final FeedForward feed;

  PointDecoder(Scope scope, EncoderShape shape, List<LevelSpec> levels) {
    for (LevelSpec level : levels) {
      readers.add(new LevelReader(scope.in(level.name()), shape, level));
    }
    norm = new LayerNorm(scope.in("feed-norm"), shape.hidden());
    feed = new FeedForward(scope.in("feed"), shape.hidden(), shape.hidden());
  }

  /**
   * Decodes.
   *
   * @param queries {@code [B, M, H]}
   * @return {@code [B, M, H]}
   */
  NDArray apply(Pass pass, ConceptSet concepts, NDArray queries) {
    NDArray states = queries;
    for (int i = readers.size() - 1; i >= 0; i--) {
      states = states.add(readers.get(i).apply(pass, concepts.levels().get(i), states));
    }
    return states.add(feed.apply(pass, norm.apply(pass, states)));
  }
}
