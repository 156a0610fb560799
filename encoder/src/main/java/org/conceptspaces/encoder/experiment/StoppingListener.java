package org.conceptspaces.encoder.experiment;

import java.util.function.BooleanSupplier;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.train.StepReport;

/** Passes on what happens, and stops the run between two steps when its comparison is to stop. */
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
  }

  @Override
  public void checkpoint(Checkpoint checkpoint) {
    listener.checkpoint(checkpoint);
  }

  @Override
  public boolean stopped() {
    return stop.getAsBoolean();
  }
}
