package org.conceptspaces.cli;

import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.train.StepReport;

/** Shows a training's progress, keeps its checkpoints, and at the end its model. */
final class TrainingListener implements Experiment.Listener {

  private final TrainingFolder folder;
  private final int steps;
  private final ProgressMeter progress;
  private final StopRequest stop;

  TrainingListener(TrainingFolder folder, int steps, ProgressMeter progress, StopRequest stop) {
    this.folder = folder;
    this.steps = steps;
    this.progress = progress;
    this.stop = stop;
  }

  @Override
  public void stepped(StepReport report) {
    progress.stepped(report.loss(), "");
  }

  @Override
  public void checkpoint(Checkpoint checkpoint) {
    folder.checkpoints().save(checkpoint);
    if (checkpoint.state().steps() == steps) {
      ModelDirectory.save(folder.path(), checkpoint.description(), checkpoint.model());
    }
  }

  @Override
  public boolean stopped() {
    return stop.wanted();
  }
}
