package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.conceptspaces.encoder.experiment.Comparison;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.Metrics;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.train.StepReport;

/** Plain lines on standard error while a comparison runs, and a checkpoint of each model. */
final class Progress implements Comparison.Listener {

  private static final int EVERY = 100;

  private final PrintWriter err;
  private final ModelFolders folders;
  private final Checkpoints checkpoints;
  private final int runs;
  private final AtomicInteger begun = new AtomicInteger();

  Progress(PrintWriter err, ModelFolders folders, Checkpoints checkpoints, int runs) {
    this.err = err;
    this.folders = folders;
    this.checkpoints = checkpoints;
    this.runs = runs;
  }

  @Override
  public Experiment.Listener begins(String label, ModelDescription model, int steps) {
    String name =
        String.format(
            Locale.ROOT, "[%d/%d] %s, seed %d", begun.incrementAndGet(), runs, label, model.seed());
    err.println(name);
    return new Steps(name, label, model, steps);
  }

  @Override
  public void ended(RunResult result) {
    Double mrr = result.outcome().metrics().get(Metrics.PARENT_MRR);
    err.printf(
        Locale.ROOT,
        "%s, seed %d: done in %.1f s%s%n",
        result.label(),
        result.seed(),
        result.outcome().seconds(),
        mrr == null ? "" : String.format(Locale.ROOT, ", parent MRR %.3f", mrr));
  }

  /** One run; called by one thread. */
  private final class Steps implements Experiment.Listener {
    private final String name;
    private final String label;
    private final ModelDescription model;
    private final int steps;
    private double masked;
    private double hierarchy;
    private int gathered;

    Steps(String name, String label, ModelDescription model, int steps) {
      this.name = name;
      this.label = label;
      this.model = model;
      this.steps = steps;
    }

    @Override
    public void stepped(StepReport report) {
      masked += report.maskedTokens();
      hierarchy += report.hierarchy();
      gathered++;
      if (report.step() % EVERY == 0 || report.step() == steps) {
        err.printf(
            Locale.ROOT,
            "%s: step %d/%d: masked tokens %.3f, hierarchy %.3f nats%n",
            name,
            report.step(),
            steps,
            masked / gathered,
            hierarchy / gathered);
        masked = 0;
        hierarchy = 0;
        gathered = 0;
      }
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
      checkpoints.save(folders.of(label, model.seed()), checkpoint);
    }
  }
}
