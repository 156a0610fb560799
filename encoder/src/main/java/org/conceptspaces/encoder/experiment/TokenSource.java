package org.conceptspaces.encoder.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.placement.DistanceChannel;
import org.conceptspaces.encoder.placement.PlacementSettings;
import org.conceptspaces.encoder.pretrained.CacheFolder;
import org.conceptspaces.encoder.pretrained.PretrainedEncoders;
import org.conceptspaces.encoder.pretrained.PretrainedInput;
import org.conceptspaces.encoder.pretrained.PretrainedTokens;
import org.conceptspaces.encoder.pretrained.StateCache;
import org.conceptspaces.encoder.text.TokenStates;
import org.conceptspaces.encoder.text.Tokenizer;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.encoder.train.TrainingOptions;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.jspecify.annotations.Nullable;

/** What the texts of an experiment become: tokens, and the states that a pretrained encoder has. */
final class TokenSource implements AutoCloseable {

  private final DataOptions data;
  private final EncoderShape shape;
  private final Tokenizer tokenizer;
  private final @Nullable PretrainedTokens encoder;
  private final @Nullable PretrainedInput input;

  private TokenSource(
      DataOptions data,
      EncoderShape shape,
      Tokenizer tokenizer,
      @Nullable PretrainedTokens encoder,
      @Nullable PretrainedInput input) {
    this.data = data;
    this.shape = shape;
    this.tokenizer = tokenizer;
    this.encoder = encoder;
    this.input = input;
  }

  /** What is wrong with a config that reads states, told without opening anything. */
  static List<String> problems(
      DataOptions data, EncoderShape shape, TrainingOptions training, PlacementSettings placement) {
    List<String> problems = new ArrayList<>();
    if (shape.readsStates() && training.maskedTokens() > 0) {
      problems.add(
          ("training.maskedTokens = %s: with encoder.tokens: %s a hidden token's neighbours have seen"
                  + " it, so telling it asks nothing of the concepts; write maskedTokens: 0"
                  + " (reconstruction may have a weight)")
              .formatted(training.maskedTokens(), shape.tokens()));
    }
    if (shape.readsStates() && data.hasTokenizer()) {
      problems.add(
          ("data.tokenizer = %s: with encoder.tokens: %s the pretrained encoder's own tokenizer cuts"
                  + " texts; leave it out")
              .formatted(data.tokenizer(), shape.tokens()));
    }
    if (placement.channels().contains(DistanceChannel.STATES) && !shape.readsStates()) {
      problems.add(
          ("placement.channels: %s are a pretrained encoder's, and encoder.tokens is %s; write"
                  + " encoder.tokens: pretrained, or leave the channel out")
              .formatted(DistanceChannel.STATES, shape.tokens()));
    }
    return problems;
  }

  /**
   * Opens tokenizer and encoder.
   *
   * @throws org.conceptspaces.api.InputException if one cannot be opened
   * @throws IllegalArgumentException if the encoder reads no texts as long as the config's
   */
  static TokenSource open(
      Config config,
      DataOptions data,
      EncoderShape shape,
      TrainingOptions training,
      Plugins plugins) {
    Path folder = ExperimentSections.folder(config);
    if (!shape.readsStates()) {
      return new TokenSource(data, shape, data.openTokenizer(folder), null, null);
    }
    PretrainedEncoders encoders = new PretrainedEncoders(plugins);
    PretrainedTokens encoder = encoders.open(shape.pretrained(), folder);
    if (shape.maximumTokens() > encoder.maximumTokens()) {
      encoder.close();
      throw new IllegalArgumentException(
          "encoder.maximumTokens = %d: encoder %s reads %d tokens at most; lower it"
              .formatted(shape.maximumTokens(), encoder.name(), encoder.maximumTokens()));
    }
    PretrainedInput input =
        new PretrainedInput(
            encoders.kept(shape.pretrained(), folder),
            encoder.fingerprint(),
            encoder.width(),
            training.reconstruction() > 0);
    return new TokenSource(data, shape, encoder.tokenizer(), encoder, input);
  }

  /** What models keep of the encoder; null without one. */
  @Nullable PretrainedInput input() {
    return input;
  }

  /** Tells data apart by its content and its tokens. */
  String fingerprint(TextTaxonomy taxonomy) {
    return DataOptions.fingerprint(taxonomy, tokenizer);
  }

  /** The vocabulary of a split: that of an encoder's tokenizer is whole. */
  Vocabulary vocabulary(Split split) {
    return encoder == null ? data.vocabulary(tokenizer, split) : Vocabulary.whole(tokenizer);
  }

  /** The states of all texts, whatever is held out, and of some others; null without an encoder. */
  @Nullable TokenStates states(
      TextTaxonomy taxonomy, List<String> others, StateCache.Listener listener) {
    if (encoder == null) {
      return null;
    }
    Vocabulary vocabulary = Vocabulary.whole(tokenizer);
    List<int[]> texts =
        Stream.concat(taxonomy.texts().stream(), others.stream())
            .map(text -> vocabulary.encode(text, shape.maximumTokens()))
            .toList();
    return new StateCache(CacheFolder.get()).of(encoder, vocabulary, texts, listener);
  }

  @Override
  public void close() {
    if (encoder != null) {
      encoder.close();
    }
  }
}
