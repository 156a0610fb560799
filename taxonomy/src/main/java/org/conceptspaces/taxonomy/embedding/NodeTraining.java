package org.conceptspaces.taxonomy.embedding;

import java.util.Arrays;

/** A training of points from one epoch to the last. */
public final class NodeTraining {

  private NodeTraining() {}

  /** Hears of every epoch, between epochs. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Called after each epoch.
     *
     * @param done how many epochs are done, those before a resumption included
     * @param loss the epoch's mean loss over pairs
     */
    void epoch(int done, double loss);
  }

  /**
   * Trains to the end.
   *
   * @param engine an engine, at its start or restored
   * @param schedule the whole training's schedule
   * @param done how many epochs the engine has made
   * @param listener hears of every epoch; may break off by throwing
   * @throws DivergedException if a loss or a coordinate is not finite
   */
  public static void run(NodeEngine engine, Schedule schedule, int done, Listener listener) {
    for (int epoch = done; epoch < schedule.epochs(); epoch++) {
      double loss = engine.epoch(epoch, schedule.step(epoch));
      if (!Double.isFinite(loss)) {
        throw new DivergedException(epoch, "the mean loss is " + loss);
      }
      listener.epoch(epoch + 1, loss);
    }
    if (!Arrays.stream(engine.coordinates()).allMatch(Double::isFinite)) {
      throw new DivergedException(schedule.epochs() - 1, "a coordinate is not finite");
    }
  }
}
