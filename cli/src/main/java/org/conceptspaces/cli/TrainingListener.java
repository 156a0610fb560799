package org.conceptspaces.cli;

import java.util.Locale;
import java.util.stream.Collectors;
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
    progress.stepped(report.loss(), regularizers(report));
  }

  /** What each adds to the loss of the step. */
  static String regularizers(StepReport report) {
    return report.regularizers().entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    ", %s %.3g",
                    entry.getKey(),
                    entry.getValue().loss() * entry.getValue().weight()))
        .collect(Collectors.joining());
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
