package org.conceptspaces.encoder.experiment;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.pretrained.PretrainedInput;
import org.conceptspaces.encoder.pretrained.StateCache;
import org.jspecify.annotations.Nullable;

/**
 * One training that can be stopped and taken up again: the first space of a config with its first
 * recipe of regularisers and its first seed.
 */
public final class TrainingJob {

  private final Config config;
  private final Comparison comparison;

  private TrainingJob(Config config, Comparison comparison) {
    this.config = config;
    this.comparison = comparison;
  }

  /**
   * Checks a config and reads its data.
   *
   * @param config a config read with {@link ExperimentSections#ALL}
   * @param plugins what its spaces' names mean
   * @param versions versions to write into models, by name
   * @return the job, ready to run
   * @throws org.conceptspaces.config.ConfigException if options contradict each other
   * @throws org.conceptspaces.api.InputException if the data cannot be read or used, or a
   *     pretrained encoder cannot
   */
  public static TrainingJob open(Config config, Plugins plugins, Map<String, String> versions) {
    return open(config, plugins, versions, (encoder, done, all) -> {});
  }

  /**
   * Checks a config and reads its data, and tells how the states of a pretrained encoder are coming
   * along.
   *
   * @param config a config read with {@link ExperimentSections#ALL}
   * @param plugins what its spaces' names mean
   * @param versions versions to write into models, by name
   * @param listener hears of states that are computed before training
   * @return the job, ready to run
   * @throws org.conceptspaces.config.ConfigException if options contradict each other
   * @throws org.conceptspaces.api.InputException if the data cannot be read or used, or a
   *     pretrained encoder cannot
   */
  public static TrainingJob open(
      Config config, Plugins plugins, Map<String, String> versions, StateCache.Listener listener) {
    Comparison.gates(config, plugins); // a config is checked as a whole, whatever is trained
    Config one =
        new Config(
            config.file(),
            config.sections(),
            ExperimentSections.firstRecipe(config.options()),
            Values.of(Map.of()), // gates are for comparisons
            config.seeds().subList(0, 1),
            config.spaces().subList(0, 1));
    return new TrainingJob(one, Comparison.open(one, plugins, versions, listener));
  }

  /**
   * The config of this one training.
   *
   * @return a config with one space, one recipe and one seed
   */
  public Config config() {
    return config;
  }

  /**
   * What is trained in short.
   *
   * @return the label of space and recipe
   */
  public String label() {
    return comparison.first().column().label();
  }

  /**
   * What is trained.
   *
   * @return the model without its weights
   */
  public ModelDescription description() {
    return comparison.first().model();
  }

  /**
   * The number of training steps, from the very start.
   *
   * @return above 0
   */
  public int steps() {
    return comparison.steps();
  }

  /**
   * Makes sure that a checkpoint is one of this training.
   *
   * @param checkpoint the checkpoint
   * @throws IllegalArgumentException if config, tokenizer or data are not those with which it began
   */
  public void check(Checkpoint checkpoint) {
    ModelDescription began = checkpoint.description();
    same("config", "it", began.configHash(), description().configHash());
    same("tokenizer", "it", tokenizer(began), tokenizer(description()));
    same("pretrained encoder", "it", pretrained(began), pretrained(description()));
    same("data", "it", began.dataFingerprint(), description().dataFingerprint());
    int made = checkpoint.state().steps();
    if (began.seed() != description().seed() || made > steps()) {
      throw new IllegalArgumentException(
          ("the checkpoint is of seed %d and step %d, the config of seed %d and %d steps; train anew"
                  + " into another folder")
              .formatted(began.seed(), made, description().seed(), steps()));
    }
  }

  private static String tokenizer(ModelDescription model) {
    return model.vocabulary().tokenizer().fingerprint();
  }

  private static String pretrained(ModelDescription model) {
    PretrainedInput input = model.pretrained();
    return input == null ? "none" : input.fingerprint();
  }

  private static void same(String what, String with, String began, String now) {
    if (!began.equals(now)) {
      throw new IllegalArgumentException(
          ("the %s is not that with which the training began (hash %s, now %s); give %s as it was,"
                  + " or train anew into another folder")
              .formatted(what, shortened(began), shortened(now), with));
    }
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(16, hash.length()));
  }

  /**
   * Trains, from the start or from a checkpoint, and measures the model.
   *
   * @param manager on the wanted device, that of the checkpoint
   * @param from a checkpoint that passes {@link #check}, or null to begin
   * @param listener hears of every step
   * @return the findings, of one run
   * @throws org.conceptspaces.encoder.train.NonFiniteLossException if training breaks down
   * @throws java.util.concurrent.CancellationException if the listener had it stopped
   */
  public Comparison.Findings run(
      NDManager manager, @Nullable Checkpoint from, Experiment.Listener listener) {
    Comparison.Planned run = comparison.first();
    Experiment experiment = comparison.experiment(run);
    Experiment.Outcome outcome =
        from == null
            ? experiment.run(manager, run.model(), listener)
            : experiment.resume(manager, from, listener);
    return comparison.findings(List.of(Comparison.result(run, outcome)));
  }
}
