package org.conceptspaces.encoder.experiment;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.train.StepReport;

/** Passes on what happens, and stops the run between two steps once another has failed. */
final class StoppingListener implements Experiment.Listener {

  private final Experiment.Listener listener;
  private final BooleanSupplier stop;

  StoppingListener(Experiment.Listener listener, BooleanSupplier stop) {
    this.listener = listener;
    this.stop = stop;
  }

  @Override
  public void stepped(StepReport report) {
    listener.stepped(report);
    if (stop.getAsBoolean()) {
      throw new CancellationException("stopped, since another run failed");
    }
  }

  @Override
  public void checkpoint(Checkpoint checkpoint) {
    listener.checkpoint(checkpoint);
  }
}
