package org.conceptspaces.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.conceptspaces.encoder.experiment.Comparison;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.Metrics;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.train.StepReport;

/** Shows a comparison's progress, keeps each model, and passes on the wish to stop. */
final class ComparisonListener implements Comparison.Listener {

  private final ModelFolders folders;
  private final SavedModels models;
  private final int runs;
  private final ProgressMeter progress;
  private final StopRequest stop;
  private final AtomicInteger begun = new AtomicInteger();
  private final List<String> ended = new ArrayList<>();

  ComparisonListener(
      ModelFolders folders,
      SavedModels models,
      int runs,
      ProgressMeter progress,
      StopRequest stop) {
    this.folders = folders;
    this.models = models;
    this.runs = runs;
    this.progress = progress;
    this.stop = stop;
  }

  @Override
  public Experiment.Listener begins(String label, ModelDescription model, int steps) {
    String name = name(label, model.seed());
    progress.line("[%d/%d] %s".formatted(begun.incrementAndGet(), runs, name));
    return new Steps(label, model);
  }

  @Override
  public void ended(RunResult result) {
    String name = name(result.label(), result.seed());
    SavedModels.savePlacer(folders.of(result.label(), result.seed()), result);
    models.finished(folders.of(result.label(), result.seed()));
    synchronized (ended) {
      ended.add(name);
    }
    Double mrr = result.outcome().metrics().get(Metrics.PARENT_MRR);
    progress.line(
        String.format(Locale.ROOT, "%s: done in %.1f s", name, result.outcome().seconds())
            + (mrr == null ? "" : String.format(Locale.ROOT, ", parent MRR %.3f", mrr)));
  }

  @Override
  public boolean stopped() {
    return stop.wanted();
  }

  /** The runs that have ended, in words. */
  List<String> ended() {
    synchronized (ended) {
      return List.copyOf(ended);
    }
  }

  private static String name(String label, long seed) {
    return label + ", seed " + seed;
  }

  /** One run; called by one thread. */
  private final class Steps implements Experiment.Listener {
    private final String label;
    private final ModelDescription model;

    Steps(String label, ModelDescription model) {
      this.label = label;
      this.model = model;
    }

    @Override
    public void stepped(StepReport report) {
      progress.stepped(
          report.loss(),
          TrainingListener.regularizers(report) + ", %d/%d runs".formatted(ended().size(), runs));
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
      models.save(folders.of(label, model.seed()), checkpoint);
    }
  }
}
