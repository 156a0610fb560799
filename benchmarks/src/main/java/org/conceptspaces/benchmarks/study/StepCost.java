package org.conceptspaces.benchmarks.study;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.conceptspaces.benchmarks.PeakMemory;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.experiment.TrainingJob;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.train.StepReport;

/**
 * What training costs: makes some steps with the first space of a config in this process, and
 * prints the most memory that the process had, and the processor time of a step. Nothing is
 * measured or saved besides.
 */
public final class StepCost {

  private StepCost() {}

  /**
   * Runs the steps.
   *
   * @param arguments a config, of more steps than are made, and how many to make; the first half
   *     warms up
   */
  public static void main(String[] arguments) {
    Plugins plugins = Plugins.load(StepCost.class.getClassLoader());
    Config config = ExperimentSections.reader(plugins).read(Path.of(arguments[0]));
    TrainingJob job = TrainingJob.open(config, plugins, Map.of());
    int steps = Integer.parseInt(arguments[1]);
    Stop stop = new Stop(steps);
    try (NDManager manager = NDManager.newBaseManager()) {
      job.run(manager, null, stop);
    } catch (CancellationException e) {
      System.out.printf(
          "%s MiB, %.1f ms%n",
          PeakMemory.of(ProcessHandle.current().pid()),
          processor().minus(stop.warm).toMillis() / (double) (steps - steps / 2));
    }
  }

  private static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Ends training after some steps. */
  private static final class Stop implements Experiment.Listener {
    private final int steps;
    private Duration warm = Duration.ZERO;

    Stop(int steps) {
      this.steps = steps;
    }

    @Override
    public void stepped(StepReport report) {
      if (report.step() == steps / 2) {
        warm = processor();
      }
      if (report.step() == steps) {
        throw new CancellationException("as told");
      }
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
      // Nothing is kept.
    }
  }
}
