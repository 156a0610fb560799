package org.conceptspaces.optim;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * What keeps a state from step to step that a checkpoint must hold: after {@link #restore} with
 * what {@link #state()} and {@link #updates()} gave, training goes on with the same bits as if it
 * had never stopped.
 */
public interface Checkpointed extends AutoCloseable {

  /**
   * The arrays of the state, for all parameters updated so far.
   *
   * @return a snapshot of the map, sorted by key, keys {@code <parameter id>/<slot>} such as {@code
   *     head/prototypes/first-moment}. The arrays are the live ones, owned by the optimiser: the
   *     next update changes them, so write or duplicate them before it and never close them
   */
  Map<String, NDArray> state();

  /**
   * How often each parameter was updated.
   *
   * @return a snapshot, sorted by parameter id, each count at least 1
   */
  Map<String, Integer> updates();

  /**
   * Replaces the whole state.
   *
   * @param state arrays as {@link #state()} gave them; they are copied, on any device
   * @param updates counts as {@link #updates()} gave them
   * @throws IllegalArgumentException if the two do not fit together or are another optimiser's;
   *     nothing is changed then
   */
  void restore(Map<String, NDArray> state, Map<String, Integer> updates);

  /** Releases the arrays of the state. */
  @Override
  void close();
}
