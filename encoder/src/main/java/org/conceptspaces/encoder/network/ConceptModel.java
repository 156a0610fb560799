package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.config.Plugins;
import org.jspecify.annotations.Nullable;

/**
 * The encoder and decoder around one concept space. Everything but the space is the same in every
 * geometry. Can be built with {@code new}; has no state but its parameters.
 */
public final class ConceptModel {

  /**
   * Pooled texts of a fresh model lie within a few tenths of each other, whatever the geometry; at
   * this sharpness their distances mean something from the first step.
   */
  private static final double LOG_SHARPNESS = Math.log(5);

  private final Parameters parameters = new Parameters();
  private final @Nullable TokenTable table;
  private final @Nullable TokenTable read;
  private final @Nullable StateProjection projection;
  private final @Nullable VocabularyHead head;
  private final Unigrams unigrams;
  private final ConceptSpace space;
  private final @Nullable PointDecoder decoder;
  private final Parameter logSharpness;

  /**
   * Declares a model that learns all it knows of tokens.
   *
   * @param shape the encoder's sizes
   * @param vocabulary the number of token ids
   * @param config the concept space
   * @param plugins what the config's names mean
   */
  public ConceptModel(EncoderShape shape, int vocabulary, SpaceConfig config, Plugins plugins) {
    this(shape, TokenInput.learned(vocabulary), config, plugins);
  }

  /**
   * Declares a model.
   *
   * @param shape the encoder's sizes
   * @param input what it reads of tokens, and whether it tells them
   * @param config the concept space
   * @param plugins what the config's names mean
   */
  public ConceptModel(EncoderShape shape, TokenInput input, SpaceConfig config, Plugins plugins) {
    Scope scope = parameters.in("table");
    int vocabulary = input.vocabulary();
    // A head needs a table, which large vocabularies make large, whether it is read or not.
    table = input.learned() || input.told() ? new TokenTable(scope, shape, vocabulary) : null;
    read = input.learned() ? table : null;
    head =
        table != null && input.told() ? new VocabularyHead(scope, shape, table, vocabulary) : null;
    unigrams = head == null ? new Unigrams(scope, vocabulary) : head.unigrams();
    projection =
        input.width() > 0
            ? new StateProjection(parameters.in("pretrained"), shape, input.width())
            : null;
    Trunk trunk = new Trunk(parameters.in("trunk"), shape);
    space = new ModelContext(parameters.in("space"), shape, trunk, plugins).build(config);
    decoder =
        head == null ? null : new PointDecoder(parameters.in("decoder"), shape, space.levels());
    logSharpness =
        parameters
            .in("hierarchy")
            .parameter("log-sharpness", DataType.FLOAT32, Initial.constant(LOG_SHARPNESS), 1);
  }

  /**
   * The model's parameters; without arrays until they are initialised.
   *
   * @return the parameters
   */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * The concept space.
   *
   * @return the space
   */
  public ConceptSpace space() {
    return space;
  }

  /**
   * Draws the parameters. Scores of the vocabulary start at the tokens' frequencies, which would
   * else be the first thing that training has to find out.
   *
   * @param manager owns the parameters, on the wanted device
   * @param seed decides what is drawn
   * @param frequencies how often training texts have each token id, {@code [V]}
   */
  public void initialize(NDManager manager, long seed, long[] frequencies) {
    parameters.initialize(manager, seed);
    double total = LongStream.of(frequencies).sum() + frequencies.length;
    float[] bias = new float[frequencies.length];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = (float) Math.log((frequencies[i] + 1) / total);
    }
    parameters.overwrite(unigrams.bias(), bias);
  }

  /**
   * Encodes texts.
   *
   * @param pass the pass
   * @param batch {@code B} texts of up to {@code T} tokens; those that are hidden are left out
   * @return their concepts
   */
  public ConceptSet encode(Pass pass, TokenBatch batch) {
    return encode(pass, batch, null);
  }

  /**
   * Encodes texts in no more than some of the space's slots.
   *
   * @param pass the pass
   * @param batch {@code B} texts of up to {@code T} tokens; those that are hidden are left out
   * @param live for each level the slots that may be used, as {@link Tokens#live()}, or null for
   *     all
   * @return their concepts
   */
  public ConceptSet encode(Pass pass, TokenBatch batch, @Nullable List<NDArray> live) {
    NDArray states = states(pass, batch);
    NDArray information = unigrams.surprisal(pass, batch.ids()).mul(batch.first());
    return space.encode(pass, new Tokens(states, batch.mask(), information, live));
  }

  private NDArray states(Pass pass, TokenBatch batch) {
    NDArray learned = read == null ? null : read.states(pass, batch.ids(), batch.positions());
    NDArray given = projection == null ? null : projection.apply(pass, batch);
    if (learned == null || given == null) {
      return Objects.requireNonNull(given == null ? learned : given);
    }
    return learned.add(given);
  }

  /**
   * Whether the model has a head that tells tokens.
   *
   * @return false if {@link #decode}, {@link #logits} and {@link #losses} cannot be asked
   */
  public boolean tellsTokens() {
    return head != null;
  }

  private static <T> T told(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the model has no head that tells tokens");
    }
    return part;
  }

  /**
   * What distances between pooled texts are multiplied by in the hierarchy's softmax. Learned, so
   * that a space need not be stretched to its edge just to make differences count.
   *
   * @param pass the pass
   * @return a positive number, {@code [1]}
   */
  public NDArray sharpness(Pass pass) {
    return pass.value(logSharpness).exp();
  }

  /**
   * Tells from the concepts alone what is at some positions of the texts.
   *
   * @param pass the pass
   * @param concepts the texts' concepts
   * @param ids what is known at the positions (the mask token, as a rule), {@code [B, M]}
   * @param at the positions, int64, {@code [B, M]}
   * @return states, {@code [B, M, H]}
   */
  public NDArray decode(Pass pass, ConceptSet concepts, NDArray ids, NDArray at) {
    return told(decoder).apply(pass, concepts, told(table).states(pass, ids, at));
  }

  /**
   * Scores every token of the vocabulary.
   *
   * @param pass the pass
   * @param states what {@link #decode} gave, {@code [B, M, H]}
   * @return logits, {@code [B, M, V]}
   */
  public NDArray logits(Pass pass, NDArray states) {
    return told(head).logits(pass, states);
  }

  /**
   * How well tokens are told: cross-entropies under the softmax of {@link #logits}, in memory that
   * does not grow with tokens times vocabulary.
   *
   * @param pass the pass
   * @param states what {@link #decode} gave, {@code [B, M, H]}
   * @param targets the tokens' ids, int64, {@code [B, M]}
   * @param weights what each token's loss counts in the sum, {@code [B, M]}
   * @return losses in nats
   */
  public TokenLosses losses(Pass pass, NDArray states, NDArray targets, NDArray weights) {
    return told(head).losses(pass, states, targets, weights);
  }
}
