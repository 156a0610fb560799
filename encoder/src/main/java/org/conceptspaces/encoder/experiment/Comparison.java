package org.conceptspaces.encoder.experiment;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.network.TokenInput;
import org.conceptspaces.encoder.placement.OutsideTexts;
import org.conceptspaces.encoder.placement.PlacementSettings;
import org.conceptspaces.encoder.placement.PlacementTask;
import org.conceptspaces.encoder.pretrained.StateCache;
import org.conceptspaces.encoder.regularize.RegularizerSpec;
import org.conceptspaces.encoder.text.TokenStates;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.TrainingOptions;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.jspecify.annotations.Nullable;

/**
 * Every space of a config with every recipe of regularisers and every seed, at matched parameter
 * counts. Opening one reads and checks everything that can be wrong with config and data; running
 * it only computes.
 */
public final class Comparison {

  private final TextTaxonomy taxonomy;
  private final TrainingOptions training;
  private final Plugins plugins;
  private final Gates gates;
  private final List<Planned> planned;
  private final Map<Integer, Map<String, Map<String, Double>>> baselines;

  /** A run made ready. */
  record Planned(
      Column column, Corpus corpus, @Nullable PlacementTask placement, ModelDescription model) {}

  private Comparison(
      TextTaxonomy taxonomy,
      TrainingOptions training,
      Plugins plugins,
      Gates gates,
      List<Planned> planned,
      Map<Integer, Map<String, Map<String, Double>>> baselines) {
    this.taxonomy = taxonomy;
    this.training = training;
    this.plugins = plugins;
    this.gates = gates;
    this.planned = planned;
    this.baselines = baselines;
  }

  /**
   * Checks a config, reads its data and plans the runs.
   *
   * @param config a config read with {@link ExperimentSections#ALL}
   * @param plugins what its spaces' names mean
   * @param versions versions to write into models, by name
   * @return the comparison, ready to run
   * @throws org.conceptspaces.config.ConfigException if options contradict each other, or the
   *     models cannot be made equally large
   * @throws org.conceptspaces.api.InputException if the data cannot be read or used, or a
   *     pretrained encoder cannot
   */
  public static Comparison open(Config config, Plugins plugins, Map<String, String> versions) {
    return open(config, plugins, versions, (encoder, done, all) -> {});
  }

  /**
   * Checks a config, reads its data and plans the runs, and tells how the states of a pretrained
   * encoder are coming along.
   *
   * @param config a config read with {@link ExperimentSections#ALL}
   * @param plugins what its spaces' names mean
   * @param versions versions to write into models, by name
   * @param listener hears of states that are computed before the runs
   * @return the comparison, ready to run
   * @throws org.conceptspaces.config.ConfigException if options contradict each other, or the
   *     models cannot be made equally large
   * @throws org.conceptspaces.api.InputException if the data cannot be read or used, or a
   *     pretrained encoder cannot
   */
  public static Comparison open(
      Config config, Plugins plugins, Map<String, String> versions, StateCache.Listener listener) {
    DataOptions data = ExperimentSections.data(config);
    EncoderShape shape = ExperimentSections.encoder(config);
    TrainingOptions training = ExperimentSections.training(config);
    PlacementSettings placement = ExperimentSections.placement(config);
    Gates gates = gates(config, plugins);
    List<Column> columns = gates.columns();
    TextTaxonomy taxonomy = data.open(ExperimentSections.folder(config));
    List<String> outside = OutsideTexts.of(placement, ExperimentSections.folder(config), taxonomy);
    List<Planned> planned = new ArrayList<>();
    Map<Integer, Map<String, Map<String, Double>>> baselines = new LinkedHashMap<>();
    try (TokenSource tokens = tokens(config, data, shape, training, plugins)) {
      TokenStates states = tokens.states(taxonomy, outside, listener);
      String fingerprint = tokens.fingerprint(taxonomy);
      for (int seed : config.seeds()) {
        Split split = data.split(taxonomy, seed);
        checkDepth(split);
        if (split.heldOut().length > 0) {
          baselines.put(seed, Baselines.of(split));
        }
        Corpus corpus = Corpus.of(split, tokens.vocabulary(split), shape.maximumTokens(), states);
        PlacementTask task =
            placement.wanted()
                ? PlacementTask.of(placement, split.training(), seed, outside)
                : null;
        TokenInput input = ModelDescription.input(shape, corpus.vocabulary(), tokens.input());
        List<EncoderShape> shapes = match(config, shape, input, plugins);
        for (Column column : columns) {
          ModelDescription model =
              new ModelDescription(
                  shapes.get(config.spaces().indexOf(column.space())),
                  column.space(),
                  corpus.vocabulary(),
                  seed,
                  config.hash(),
                  fingerprint,
                  versions,
                  tokens.input());
          checkRegularizers(config, column, model.declare(plugins), 2 * training.pairs(), corpus);
          planned.add(new Planned(column, corpus, task, model));
        }
      }
    }
    // Runs of a column take equally long: one after the other they leave no core idle at the end.
    planned.sort(Comparator.comparingInt(run -> columns.indexOf(run.column())));
    return new Comparison(taxonomy, training, plugins, gates, planned, baselines);
  }

  /**
   * Reads columns and gates of a config, and checks all that needs no data.
   *
   * @throws org.conceptspaces.config.ConfigException with all that is wrong with recipes and gates
   */
  static Gates gates(Config config, Plugins plugins) {
    DataOptions data = ExperimentSections.data(config);
    EncoderShape shape = ExperimentSections.encoder(config);
    TrainingOptions training = ExperimentSections.training(config);
    List<String> problems = new ArrayList<>();
    List<Column> columns = Column.of(config, plugins, problems::add);
    problems.addAll(
        TokenSource.problems(data, shape, training, ExperimentSections.placement(config)));
    try {
      GateNames names =
          new GateNames(
              columns,
              shape,
              training,
              ExperimentSections.placement(config),
              data.heldOut() > 0,
              plugins);
      Gates gates = new Gates(config, columns, names, problems::add);
      ExperimentSections.refuse(config, problems);
      return gates;
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
      throw ExperimentSections.refusal(config, problems, e);
    }
  }

  /** Training keeps all pairs of a node and an ancestor; there may be too many. */
  private static void checkDepth(Split split) {
    TextTaxonomy training = split.training();
    try {
      training.hierarchy().closure();
    } catch (DataException e) {
      throw new DataException(training.name() + ": " + e.getMessage(), e);
    }
  }

  /** What regularisers ask for by names and sizes of levels, only a space built can tell. */
  private static void checkRegularizers(
      Config config, Column column, ConceptModel model, int texts, Corpus corpus) {
    List<LevelSpec> levels = model.space().levels();
    List<String> names = levels.stream().map(LevelSpec::name).toList();
    try {
      for (RegularizerSpec regularizer : column.recipe().regularizers()) {
        regularizer.checkLevel(column.spaceLabel(), names);
        regularizer.checkPairs(
            column.spaceLabel(), levels, Math.min(texts, corpus.training().length));
      }
    } catch (IllegalArgumentException e) {
      throw ExperimentSections.refusal(config, e);
    }
  }

  private static TokenSource tokens(
      Config config,
      DataOptions data,
      EncoderShape shape,
      TrainingOptions training,
      Plugins plugins) {
    try {
      return TokenSource.open(config, data, shape, training, plugins);
    } catch (IllegalArgumentException e) {
      throw ExperimentSections.refusal(config, e);
    }
  }

  private static List<EncoderShape> match(
      Config config, EncoderShape shape, TokenInput input, Plugins plugins) {
    try {
      return ParameterMatch.match(shape, input, config.spaces(), plugins);
    } catch (IllegalArgumentException e) {
      throw ExperimentSections.refusal(config, e);
    }
  }

  /**
   * What is trained in short, as tables call it.
   *
   * @return a label for each space with each recipe, in order, all different
   */
  public List<String> labels() {
    return gates.columns().stream().map(Column::label).toList();
  }

  /**
   * How many runs there are to make.
   *
   * @return spaces times recipes times seeds
   */
  public int runs() {
    return planned.size();
  }

  /** Hears how a comparison is going. */
  public interface Listener {

    /**
     * Called before each run.
     *
     * @param label the space and recipe in short
     * @param model what is to be trained
     * @param steps the number of training steps
     * @return hears how the run is going
     */
    Experiment.Listener begins(String label, ModelDescription model, int steps);

    /**
     * Called after each run.
     *
     * @param result its result
     */
    void ended(RunResult result);

    /**
     * Asked before each run and at each step whether to stop. If so, all runs end there, and the
     * comparison with a {@link CancellationException}.
     *
     * @return whether to stop
     */
    default boolean stopped() {
      return false;
    }
  }

  /**
   * Everything that a comparison has found.
   *
   * @param taxonomy the name of the data
   * @param dataFingerprint its fingerprint
   * @param nodes how many nodes it has
   * @param runs the runs, in the order in which they were made
   * @param baselines for each seed, metrics of each baseline; empty if nothing is held out
   * @param gates how each column stands at each gate, gate by gate
   */
  public record Findings(
      String taxonomy,
      String dataFingerprint,
      int nodes,
      List<RunResult> runs,
      Map<Integer, Map<String, Map<String, Double>>> baselines,
      List<GateResult> gates) {}

  /**
   * Makes all runs.
   *
   * @param manager on the wanted device
   * @param jobs how many runs to make at a time; results depend on it by rounding alone, and that
   *     only if the engine's threads are shared out differently
   * @param listener hears how it is going, from several threads if there are several jobs
   * @return the findings
   * @throws RunFailedException if a run breaks down; those under way stop after their step
   * @throws CancellationException if the listener had it stopped before the last run ended
   */
  public Findings run(NDManager manager, int jobs, Listener listener) {
    AtomicBoolean failed = new AtomicBoolean();
    List<Callable<RunResult>> tasks = new ArrayList<>();
    for (Planned next : planned) {
      tasks.add(() -> run(manager, next, listener, failed));
    }
    return findings(Jobs.run(tasks, jobs));
  }

  /** What was found, with what is known without any run. */
  Findings findings(List<RunResult> runs) {
    return new Findings(
        taxonomy.name(),
        first().model().dataFingerprint(),
        taxonomy.size(),
        runs,
        baselines,
        gates.judge(runs));
  }

  /** The first run. */
  Planned first() {
    return planned.get(0);
  }

  /** How to make a run. */
  Experiment experiment(Planned run) {
    List<RegularizerSpec> regularizers = run.column().recipe().regularizers();
    return new Experiment(
        run.corpus(), run.placement(), training.withRegularizers(regularizers), plugins);
  }

  /** What a run has come to. */
  static RunResult result(Planned run, Experiment.Outcome outcome) {
    ModelDescription model = run.model();
    int seed = Math.toIntExact(model.seed());
    return new RunResult(run.column(), seed, model.shape().feedForward(), outcome);
  }

  /**
   * The number of training steps of each run.
   *
   * @return above 0
   */
  public int steps() {
    return training.steps();
  }

  private RunResult run(
      NDManager manager, Planned planned, Listener listener, AtomicBoolean failed) {
    ModelDescription model = planned.model();
    int seed = Math.toIntExact(model.seed());
    BooleanSupplier stop = () -> failed.get() || listener.stopped();
    try {
      if (stop.getAsBoolean()) {
        throw new CancellationException("stopped before it began");
      }
      Experiment.Listener steps =
          new StoppingListener(
              listener.begins(planned.column().label(), model, training.steps()), stop);
      RunResult result = result(planned, experiment(planned).run(manager, model, steps));
      listener.ended(result);
      return result;
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      failed.set(true);
      throw new RunFailedException(planned.column().label(), seed, e);
    } catch (Error e) {
      failed.set(true);
      throw e;
    }
  }
}
