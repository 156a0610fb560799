package org.conceptspaces.benchmarks.study;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;
import org.conceptspaces.benchmarks.PeakMemory;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigReader;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.experiment.TrainingJob;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.network.TokenBatch;
import org.conceptspaces.encoder.regularize.Regularization;
import org.conceptspaces.encoder.regularize.RegularizerSpec;
import org.conceptspaces.encoder.regularize.RegularizerTerm;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.optim.Autograd;

/**
 * What each regulariser costs, in processor time: a step of a config without any, then each
 * regulariser's losses and gradients by themselves on concepts of as many texts, in one run. The
 * difference of steps with and without is no measure: it is less than the noise of a step.
 */
public final class RegularizerCost {

  /** As many as a step of 48 pairs reads, of about as many tokens as definitions have. */
  private static final int TEXTS = 96;

  private static final int TOKENS = 16;

  private static final List<String> CONTENDERS =
      List.of(
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

  private final Plugins plugins = Plugins.load(RegularizerCost.class.getClassLoader());
  private final ConfigReader reader = ExperimentSections.reader(plugins);

  private RegularizerCost() {}

  /**
   * Measures.
   *
   * @param arguments a config without regularisers, how many steps to make (the first third warms
   *     up), and how often to compute each regulariser's loss and gradient (half as often before)
   */
  public static void main(String[] arguments) {
    new RegularizerCost()
        .measure(
            Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
  }

  private void measure(Path file, int steps, int times) {
    TrainingJob job = TrainingJob.open(reader.read(file), plugins, Map.of());
    double step = step(job, steps);
    System.out.printf("%-52s %7.2f ms%n", "a step", step);
    try (NDManager manager = NDManager.newBaseManager()) {
      ModelDescription description = job.description();
      ConceptModel model = description.declare(plugins);
      model.initialize(manager, 1, new long[description.vocabulary().size()]);
      for (String contender : CONTENDERS) {
        double cost = cost(manager, model, description, regularizers(contender), times);
        System.out.printf("%-52s %7.2f ms %5.2f%%%n", contender, cost, 100 * cost / step);
      }
    }
    System.out.printf("peak memory %s MiB%n", PeakMemory.of(ProcessHandle.current().pid()));
  }

  private List<RegularizerSpec> regularizers(String list) {
    String yaml = "{data: {source: x}, spaces: [{space: euclidean}], regularizers: [%s]}";
    Config config = reader.read(yaml.formatted(list), list);
    return RegularizerSpec.of(
        config.options().get(RegularizerSpec.OPTION).get(0),
        problem -> {
          throw new IllegalArgumentException(problem);
        });
  }

  /** The processor time of the losses and their gradients towards points and attention, in ms. */
  private static double cost(
      NDManager manager,
      ConceptModel model,
      ModelDescription description,
      List<RegularizerSpec> specs,
      int times) {
    Regularization regularization = new Regularization(specs, 1, 0, Map.of());
    Random random = new Random(1);
    int[][] texts = new int[TEXTS][TOKENS];
    for (int[] text : texts) {
      Arrays.setAll(text, t -> 3 + random.nextInt(description.vocabulary().size() - 3));
    }
    try (ModelPass outer = ModelPass.inference(manager);
        Autograd autograd = Autograd.open()) {
      TokenBatch read = Batches.of(outer.manager(), MaskedTexts.of(texts, 0, 1));
      ConceptSet concepts = model.encode(outer, read);
      Duration from = Duration.ZERO;
      for (int time = 0; time < times + times / 2; time++) {
        if (time == times / 2) {
          from = processor();
        }
        try (ModelPass pass = ModelPass.training(manager, 1)) {
          ConceptSet own =
              new ConceptSet(concepts.levels().stream().map(l -> leaf(pass, l)).toList());
          NDArray total = pass.manager().create(0.0);
          for (RegularizerTerm term : regularization.terms(pass, own, read.mask(), 1)) {
            total = total.add(term.weighted());
          }
          autograd.backward(total);
          // Waits for the device.
          total.getDouble();
        }
      }
      return processor().minus(from).toMillis() / (double) times;
    }
  }

  /** The same level, whose points and attention gradients flow to. */
  private static Level leaf(ModelPass pass, Level level) {
    NDArray points = level.points().duplicate();
    NDArray attention = level.attention().duplicate();
    points.attach(pass.manager());
    attention.attach(pass.manager());
    points.setRequiresGradient(true);
    attention.setRequiresGradient(true);
    return new Level(level.spec(), level.bound(), points, level.mask(), attention, level.hidden());
  }

  /** The processor time of a step, in ms. */
  private static double step(TrainingJob job, int steps) {
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
