package org.conceptspaces.encoder.experiment;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.placement.PlacementTask;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.LossCurve;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.encoder.train.Trainer;
import org.conceptspaces.encoder.train.TrainingOptions;
import org.conceptspaces.encoder.train.TrainingState;
import org.jspecify.annotations.Nullable;

/** One run: one space, one seed; trained, then measured. */
public final class Experiment {

  /** Slow steps are saved more often, so that whatever ends a run costs half a minute at most. */
  private static final int CHECKPOINT_STEPS = 100;

  private static final double CHECKPOINT_SECONDS = 30;

  private final Corpus corpus;
  private final @Nullable PlacementTask placement;
  private final TrainingOptions options;
  private final Plugins plugins;

  /**
   * Prepares runs on a corpus.
   *
   * @param corpus the texts and their hierarchy
   * @param options how to train
   * @param plugins what the spaces' names mean
   */
  public Experiment(Corpus corpus, TrainingOptions options, Plugins plugins) {
    this(corpus, null, options, plugins);
  }

  /**
   * Prepares runs on a corpus whose held-out texts are to be placed.
   *
   * @param corpus the texts and their hierarchy
   * @param placement how to place texts, and which training leaves models must hence not see; null
   *     if texts are not to be placed
   * @param options how to train
   * @param plugins what the spaces' names mean
   */
  public Experiment(
      Corpus corpus, @Nullable PlacementTask placement, TrainingOptions options, Plugins plugins) {
    this.corpus = corpus;
    this.placement = placement;
    this.options = options;
    this.plugins = plugins;
  }

  /** Hears how a run is going. */
  public interface Listener extends Trainer.Listener {

    /**
     * Called before the first step, every hundred steps or half a minute and at the end, each time
     * when the model has proved good: its loss and gradients are finite. It may be saved.
     *
     * @param checkpoint all it takes to go on from here; its arrays change with the next step
     */
    void checkpoint(Checkpoint checkpoint);

    /**
     * Asked at each step whether to stop. If so, {@link #checkpoint} is called once more, and the
     * run ends with a {@link CancellationException}.
     *
     * @return whether to stop
     */
    default boolean stopped() {
      return false;
    }
  }

  /**
   * What a run has yielded.
   *
   * @param parameters the number of parameters
   * @param seconds training alone, by the wall clock
   * @param metrics measurements by name, in snake case
   * @param curve losses over training
   * @param measured some metrics over training, those at its end last
   * @param concepts what the concepts of a sample of training texts hold, whose metrics are among
   *     the others; or why that is not known
   * @param map where the nodes are, or null if the model has put one nowhere
   * @param attention what concepts look at in a few texts; null where nothing was encoded
   * @param placement what places texts; null if nothing is to
   */
  public record Outcome(
      long parameters,
      double seconds,
      Map<String, Double> metrics,
      LossCurve curve,
      MetricCurve measured,
      ConceptFindings concepts,
      @Nullable TaxonomyMap map,
      @Nullable AttentionSamples attention,
      PlacementTask.@Nullable Fitted placement) {}

  /**
   * Trains and measures a model.
   *
   * @param manager on the wanted device; everything is made below it and released at the end
   * @param description the model
   * @param listener hears of every step
   * @return the outcome
   * @throws org.conceptspaces.encoder.train.NonFiniteLossException if training breaks down
   */
  public Outcome run(NDManager manager, ModelDescription description, Listener listener) {
    try (NDManager own = manager.newSubManager()) {
      ConceptModel model = description.declare(plugins);
      model.initialize(own, description.seed(), seen(description).frequencies());
      LossCurve curve = new LossCurve(options.steps());
      return resume(
          own,
          new Checkpoint(description, model, TrainingState.START, curve, new MetricCurve()),
          listener);
    }
  }

  /** What models see in training: nothing of the leaves that a placer will be fitted to. */
  private Corpus seen(ModelDescription description) {
    return placement == null
        ? corpus
        : corpus.of(placement.unseen(), description.shape().maximumTokens());
  }

  /**
   * Goes on with a training that was stopped, and measures the model. The outcome is that of a
   * training never stopped, but for its time.
   *
   * @param manager on the model's device; everything is made below it and released at the end
   * @param from where to go on, of a run on this corpus with these options
   * @param listener hears of every step
   * @return the outcome
   * @throws org.conceptspaces.encoder.train.NonFiniteLossException if training breaks down
   */
  public Outcome resume(NDManager manager, Checkpoint from, Listener listener) {
    ConceptModel model = from.model();
    LossCurve curve = from.curve();
    try (NDManager own = manager.newSubManager()) {
      Trainer trainer = new Trainer(seen(from.description()), options, from.description().seed());
      Steps steps = new Steps(own, from, listener);
      steps.measure(from.state().steps());
      trainer.train(own, model, from.state(), steps);
      Map<String, Double> metrics = new LinkedHashMap<>();
      metrics.put(Metrics.TOKENS_PER_SECOND, curve.tokens() / curve.seconds());
      Evaluation.Measured measured = Evaluation.of(own, model, corpus, options);
      metrics.putAll(measured.metrics());
      PlacementTask.Fitted placed =
          placement == null
              ? null
              : placement.run(own, model, corpus, from.description().shape().maximumTokens());
      if (placed != null) {
        metrics.putAll(placed.findings().metrics());
      }
      MetricCurve course = from.measured();
      if (options.measurements() > 0) {
        Map<String, Double> last = new LinkedHashMap<>(measured.metrics());
        last.keySet().retainAll(Snapshot.names());
        course.add(options.steps(), last);
      }
      return new Outcome(
          model.parameters().count(),
          curve.seconds(),
          metrics,
          curve,
          course,
          measured.concepts(),
          measured.map(),
          measured.attention(),
          placed);
    }
  }

  /** Whether to measure after so many steps: before the first, then evenly, but for the end. */
  static boolean isMoment(int made, int measurements, int steps) {
    long now = (long) made * measurements / steps;
    long before = made == 0 ? -1 : (long) (made - 1) * measurements / steps;
    return measurements > 0 && made < steps && now > before;
  }

  /** Passes on what happens, and keeps the curves. */
  private final class Steps implements Trainer.Listener {
    private final NDManager manager;
    private final Checkpoint from;
    private final Listener listener;
    private final double secondsBefore;
    private final long start = System.nanoTime();
    private double measuring;
    private double saved;

    Steps(NDManager manager, Checkpoint from, Listener listener) {
      this.manager = manager;
      this.from = from;
      this.listener = listener;
      this.secondsBefore = from.curve().seconds();
    }

    @Override
    public void stepped(StepReport report) {
      from.curve().add(report, secondsBefore + seconds() - measuring);
      listener.stepped(report);
      measure(report.step());
    }

    /** Measures the model, if now is a moment to do so. */
    void measure(int made) {
      if (isMoment(made, options.measurements(), options.steps())
          && from.measured().last() < made) {
        double before = seconds();
        from.measured().add(made, Snapshot.of(manager, from.model(), corpus, options));
        measuring += seconds() - before;
      }
    }

    @Override
    public void proved(TrainingState state) {
      boolean ended = state.steps() == options.steps();
      boolean stopped = listener.stopped();
      if (ended || (isNew(state) && (stopped || isDue(state)))) {
        saved = seconds();
        listener.checkpoint(
            new Checkpoint(from.description(), from.model(), state, from.curve(), from.measured()));
      }
      if (stopped && !ended) {
        throw new CancellationException("stopped after step " + state.steps());
      }
    }

    private double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    private boolean isDue(TrainingState state) {
      return state.steps() % CHECKPOINT_STEPS == 0 || seconds() - saved > CHECKPOINT_SECONDS;
    }

    private boolean isNew(TrainingState state) {
      return state.steps() == 0 || state.steps() > from.state().steps();
    }
  }
}
