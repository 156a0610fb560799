package org.conceptspaces.encoder.train;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.conceptspaces.encoder.regularize.WeightState;

/**
 * Where training stands between two steps, beside the weights. With both it can go on with the same
 * bits as if it had never stopped: what a step sees follows from the seed and its number alone.
 *
 * @param steps how many steps were made
 * @param arrays the optimisers' arrays, by parameter and slot; live ones while training goes on, so
 *     to be read at once
 * @param updates how often each parameter was updated
 * @param regularizers where the weights of regularisers stand, of those that follow what training
 *     finds, by name
 */
public record TrainingState(
    int steps,
    Map<String, NDArray> arrays,
    Map<String, Integer> updates,
    Map<String, WeightState> regularizers) {

  /** Before the first step. */
  public static final TrainingState START = new TrainingState(0, Map.of(), Map.of(), Map.of());

  /** Refuses a negative number of steps. */
  public TrainingState {
    if (steps < 0) {
      throw new IllegalArgumentException("steps " + steps + " are below 0");
    }
  }
}
