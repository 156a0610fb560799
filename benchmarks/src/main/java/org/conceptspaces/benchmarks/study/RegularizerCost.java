package org.conceptspaces.benchmarks.study;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.conceptspaces.benchmarks.PeakMemory;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigReader;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.experiment.TrainingJob;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.train.StepReport;

/**
 * What each regulariser costs: short trainings of a config, without any and with each in turn,
 * round after round so that all meet the same machine; prints the median time of a step and its
 * excess over a step without, as a share of that.
 */
public final class RegularizerCost {

  private static final List<String> CONTENDERS =
      List.of(
          "none",
          "{regularizer: orthogonality}",
          "{regularizer: soft-orthogonality}",
          "{regularizer: variance}",
          "{regularizer: covariance}",
          "{regularizer: variance}, {regularizer: covariance}",
          "{regularizer: uniformity}",
          "{regularizer: t-regs}",
          "{regularizer: attention-entropy}",
          "{regularizer: vne}",
          "{regularizer: vne, over: concepts}",
          "{regularizer: orthogonality, at: midpoint}");

  private RegularizerCost() {}

  /**
   * Runs the trainings.
   *
   * @param arguments a config without regularisers, how many steps a training has (the first third
   *     warms up), and how many rounds there are
   */
  public static void main(String[] arguments) {
    Plugins plugins = Plugins.load(RegularizerCost.class.getClassLoader());
    ConfigReader reader = ExperimentSections.reader(plugins);
    Config config = reader.read(Path.of(arguments[0]));
    int steps = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    // Compiled once, before anything counts.
    time(TrainingJob.open(config, plugins, Map.of()), steps);
    Map<String, double[]> milliseconds = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String contender : CONTENDERS) {
        Config with = reader.fromMap(with(config, reader, contender), contender);
        double[] all = milliseconds.computeIfAbsent(contender, any -> new double[rounds]);
        all[round] = time(TrainingJob.open(with, plugins, Map.of()), steps);
      }
    }
    double[] none = milliseconds.getOrDefault("none", new double[rounds]);
    milliseconds.forEach(
        (contender, all) -> {
          double[] shares = new double[rounds];
          Arrays.setAll(shares, round -> 100 * (all[round] / none[round] - 1));
          System.out.printf("%-52s %7.1f ms %+6.1f%%%n", contender, median(all), median(shares));
        });
    System.out.printf("peak memory %s MiB%n", PeakMemory.of(ProcessHandle.current().pid()));
  }

  private static Map<String, Object> with(Config config, ConfigReader reader, String contender) {
    Map<String, Object> map = config.toMap();
    if (!contender.equals("none")) {
      String yaml = "{data: {source: x}, spaces: [{space: euclidean}], regularizers: [%s]}";
      Map<String, Object> other = reader.read(yaml.formatted(contender), contender).toMap();
      map.put("regularizers", other.get("regularizers"));
    }
    return map;
  }

  /** The processor time of a step, in ms. */
  private static double time(TrainingJob job, int steps) {
    Watch watch = new Watch(steps);
    try (NDManager manager = NDManager.newBaseManager()) {
      job.run(manager, null, watch);
    } catch (CancellationException e) {
      // As told.
    }
    return watch.milliseconds;
  }

  private static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** Times the later two thirds of some steps, and ends training after them. */
  private static final class Watch implements Experiment.Listener {
    private final int steps;
    private Duration warm = Duration.ZERO;
    private double milliseconds;

    Watch(int steps) {
      this.steps = steps;
    }

    @Override
    public void stepped(StepReport report) {
      if (report.step() == steps / 3) {
        warm = processor();
      }
      if (report.step() == steps) {
        milliseconds = processor().minus(warm).toMillis() / (double) (steps - steps / 3);
        throw new CancellationException("as told");
      }
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
      // Nothing is kept.
    }
  }
}
