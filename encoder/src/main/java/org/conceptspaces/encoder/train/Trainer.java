package org.conceptspaces.encoder.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.sampling.PairBatch;
import org.conceptspaces.taxonomy.sampling.PairSampler;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/**
 * Trains a model on a corpus. What a step sees follows from the seed and the step alone, so that
 * every model of a comparison sees the same batches, and a step can be repeated.
 */
public final class Trainer {

  /** Hears of every step. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Called after each step, between steps: the model may be read and saved.
     *
     * @param report what the step has to report
     */
    void stepped(StepReport report);

    /**
     * Called before the first step, before each later one and after the last, each time when the
     * model has proved good: its loss and gradients are finite. It may be read and saved; to stop
     * training, throw.
     *
     * @param state where training stands, with which it can be taken up again
     */
    default void proved(TrainingState state) {}
  }

  private final Corpus corpus;
  private final TrainingOptions options;
  private final long seed;
  private final PairSampler sampler;
  private final HardNegatives negatives;
  private final Hierarchy hierarchy;

  /**
   * Prepares training.
   *
   * @param corpus the texts and their hierarchy
   * @param options how to train
   * @param seed decides what each step sees
   */
  public Trainer(Corpus corpus, TrainingOptions options, long seed) {
    this.corpus = corpus;
    this.options = options;
    this.seed = seed;
    this.hierarchy = corpus.split().training().hierarchy();
    this.negatives =
        new HardNegatives(
            corpus.split().training(), options.further(), options.shares().siblings() == 0, seed);
    this.sampler = new PairSampler(hierarchy, options.pairs(), options.shares(), seed);
  }

  /**
   * Trains from the start.
   *
   * @param manager on the model's device
   * @param model a model whose parameters are initialised
   * @param listener hears of every step
   * @throws NonFiniteLossException if a loss or gradient is not finite; the model is then as it was
   *     before that step
   */
  public void train(NDManager manager, ConceptModel model, Listener listener) {
    train(manager, model, TrainingState.START, listener);
  }

  /**
   * Trains on from the model's present parameters.
   *
   * @param manager on the model's device
   * @param model a model whose parameters are those of the state
   * @param from where training stands: {@link TrainingState#START}, or as read from a checkpoint;
   *     its arrays are closed once the optimisers have copies
   * @param listener hears of every step
   * @throws NonFiniteLossException if a loss or gradient is not finite; the model is then as it was
   *     before that step
   * @throws IllegalArgumentException if the state is not of such a training
   */
  public void train(NDManager manager, ConceptModel model, TrainingState from, Listener listener) {
    if (from.steps() > options.steps()) {
      throw new IllegalArgumentException(
          "%d steps were made already, of %d".formatted(from.steps(), options.steps()));
    }
    try (TrainingStep training = new TrainingStep(manager, model, options, from)) {
      from.arrays().values().forEach(NDArray::close);
      for (int step = from.steps() + 1; step <= options.steps(); step++) {
        int made = step - 1;
        StepReport report =
            training.run(step, batch(step), () -> listener.proved(training.state(made)));
        listener.stepped(report);
      }
      training.check(options.steps(), batch(options.steps()));
      listener.proved(training.state(options.steps()));
    }
  }

  /** What a step sees: the nodes and partners of its pairs and hard negatives, each once. */
  TrainingBatch batch(int step) {
    PairBatch pairs = sampler.batch(step - 1);
    int[] nodes =
        Stream.of(pairs.nodes(), pairs.partners(), negatives.of(pairs.nodes(), step))
            .flatMapToInt(IntStream::of)
            .distinct()
            .toArray();
    int[][] texts = IntStream.of(nodes).mapToObj(n -> corpus.training()[n]).toArray(int[][]::new);
    long maskSeed = new SeededRandom(seed, 2, step).nextLong();
    MaskedTexts masked =
        corpus.states() == null
            ? MaskedTexts.of(texts, options.maskShare(), maskSeed)
            : MaskedTexts.dropped(texts, options.maskShare(), maskSeed);
    long passSeed = new SeededRandom(seed, 3, step).nextLong();
    TrainingBatch batch =
        TrainingBatch.of(hierarchy, nodes, masked, options.shares(), passSeed)
            .withStates(corpus.states());
    FurtherObjectives further = options.further();
    return batch.with(
        further.asksForAncestry() ? Ancestry.of(hierarchy.closure(), nodes) : null,
        further.contrast() > 0
            ? TextHalves.of(corpus, pairs.nodes(), new SeededRandom(seed, 5, step))
            : null);
  }
}
