package org.conceptspaces.encoder.experiment;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.encoder.train.Trainer;
import org.conceptspaces.encoder.train.TrainingOptions;

/** One run: one space, one seed; trained, then measured. */
public final class Experiment {

  private static final int CHECKPOINT_EVERY = 100;

  private final Corpus corpus;
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
    this.corpus = corpus;
    this.options = options;
    this.plugins = plugins;
  }

  /** Hears how a run is going. */
  public interface Listener extends Trainer.Listener {

    /**
     * Called before the first step, every hundred steps and at the end, each time when the model
     * has proved good: its loss and gradients are finite. It may be saved.
     *
     * @param step how many steps the model has been trained
     * @param model the model as it is now
     */
    void checkpoint(int step, ConceptModel model);
  }

  /**
   * What a run has yielded.
   *
   * @param parameters the number of parameters
   * @param seconds training alone, by the wall clock
   * @param metrics measurements by name, in snake case
   * @param curve losses over training
   */
  public record Outcome(
      long parameters, double seconds, Map<String, Double> metrics, LossCurve curve) {}

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
      model.initialize(own, description.seed(), corpus.frequencies());
      LossCurve curve = new LossCurve(options.steps());
      long start = System.nanoTime();
      Trainer trainer = new Trainer(corpus, options, description.seed());
      trainer.train(own, model, new Steps(model, listener, curve, start));
      double seconds = (System.nanoTime() - start) / 1e9;
      Map<String, Double> metrics = new LinkedHashMap<>();
      metrics.put(Metrics.TOKENS_PER_SECOND, curve.tokens() / seconds);
      metrics.putAll(Evaluation.of(own, model, corpus));
      return new Outcome(model.parameters().count(), seconds, metrics, curve);
    }
  }

  /** Passes on what happens, and keeps the curve. */
  private final class Steps implements Trainer.Listener {
    private final ConceptModel model;
    private final Listener listener;
    private final LossCurve curve;
    private final long start;

    Steps(ConceptModel model, Listener listener, LossCurve curve, long start) {
      this.model = model;
      this.listener = listener;
      this.curve = curve;
      this.start = start;
    }

    @Override
    public void stepped(StepReport report) {
      curve.add(report, (System.nanoTime() - start) / 1e9);
      listener.stepped(report);
    }

    @Override
    public void proved(int steps) {
      if (steps % CHECKPOINT_EVERY == 0 || steps == options.steps()) {
        listener.checkpoint(steps, model);
      }
    }
  }
}
