package org.conceptspaces.encoder.network;

import java.util.List;
import java.util.Map;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;

/**
 * The sizes of an encoder, the {@code encoder} section of a config.
 *
 * @param tokenDimension the width {@code d} of the token table
 * @param hidden the width {@code H} of the trunk
 * @param layers the number of trunk layers
 * @param heads the number of attention heads; divides {@code hidden}
 * @param feedForward the inner width of feed-forward layers
 * @param maximumTokens the longest text; the rest is cut off
 * @param projection how token vectors become states: {@code linear} or {@code mlp}
 * @param score how the heads score attention: {@code distance} or {@code dot}
 * @param tokens what is read of tokens: {@code learned} vectors, {@code pretrained} states, or
 *     both, {@code hybrid}
 * @param pretrained the encoder whose states are read: a name, or the path of a folder
 */
public record EncoderShape(
    int tokenDimension,
    int hidden,
    int layers,
    int heads,
    int feedForward,
    int maximumTokens,
    String projection,
    String score,
    String tokens,
    String pretrained) {

  private static final String LEARNED = "learned";
  private static final String USUAL_ENCODER = "minilm";

  private static final Option<Integer> TOKEN_DIMENSION =
      Option.integer("tokenDimension", 32, Range.between(1, 65536), "width of the token table");
  private static final Option<Integer> HIDDEN =
      Option.integer("hidden", 128, Range.between(1, 65536), "width of the trunk");
  private static final Option<Integer> LAYERS =
      Option.integer("layers", 2, Range.between(1, 256), "number of trunk layers");
  private static final Option<Integer> HEADS =
      Option.integer("heads", 4, Range.between(1, 1024), "attention heads; divides hidden");
  private static final Option<Integer> FEED_FORWARD =
      Option.integer(
          "feedForward",
          256,
          Range.between(1, 1 << 20),
          "inner width of feed-forward layers; widened where compare matches parameters");
  private static final Option<Integer> MAXIMUM_TOKENS =
      Option.integer(
          "maximumTokens", 48, Range.between(1, 1 << 16), "longest text; the rest is cut off");
  private static final Option<String> PROJECTION =
      Option.choice("projection", List.of("linear", "mlp"), "how token vectors become states");
  private static final Option<String> SCORE =
      Option.choice(
          "score",
          List.of("distance", "dot"),
          "what attention in the heads is scored by: geodesic distance, or the dot product of"
              + " tangents at the origin");

  private static final Option<String> TOKENS =
      Option.choice(
          "tokens",
          List.of(LEARNED, "pretrained", "hybrid"),
          "what is read of tokens: vectors that are learned, frozen states of a pretrained encoder,"
              + " or both added up");
  private static final Option<String> PRETRAINED =
      Option.text(
          "pretrained",
          USUAL_ENCODER,
          "the encoder whose states are read: "
              + USUAL_ENCODER
              + ", or a folder of model.onnx (or a .pt of TorchScript) and tokenizer.json; its path"
              + " starts at the config's folder");

  /** The options of the {@code encoder} section. */
  public static final List<Option<?>> OPTIONS =
      List.of(
          TOKEN_DIMENSION,
          HIDDEN,
          LAYERS,
          HEADS,
          FEED_FORWARD,
          MAXIMUM_TOKENS,
          PROJECTION,
          SCORE,
          TOKENS,
          PRETRAINED);

  /** Refuses heads that do not divide the width, and an encoder that would not be read. */
  public EncoderShape {
    if (hidden % heads != 0) {
      throw new IllegalArgumentException(
          "encoder.heads = "
              + heads
              + ": wants a divisor of encoder.hidden = "
              + hidden
              + ", since each head has hidden/heads numbers");
    }
    if (tokens.equals(LEARNED) && !pretrained.equals(USUAL_ENCODER)) {
      throw new IllegalArgumentException(
          "encoder.pretrained = "
              + pretrained
              + ": is not read with encoder.tokens: learned; write tokens: pretrained, or hybrid, or"
              + " leave it out");
    }
  }

  /**
   * Reads the section.
   *
   * @param values its checked values
   * @return the sizes
   * @throws IllegalArgumentException if {@code heads} does not divide {@code hidden}, or an encoder
   *     is named that is not read
   */
  public static EncoderShape of(Values values) {
    return new EncoderShape(
        values.get(TOKEN_DIMENSION),
        values.get(HIDDEN),
        values.get(LAYERS),
        values.get(HEADS),
        values.get(FEED_FORWARD),
        values.get(MAXIMUM_TOKENS),
        values.get(PROJECTION),
        values.get(SCORE),
        values.get(TOKENS),
        values.get(PRETRAINED));
  }

  /**
   * Whether tokens are read as learned vectors.
   *
   * @return false if they are read as states alone
   */
  public boolean learnsTokens() {
    return !tokens.equals("pretrained");
  }

  /**
   * Whether tokens are read as states of a pretrained encoder.
   *
   * @return whether there is one
   */
  public boolean readsStates() {
    return !tokens.equals(LEARNED);
  }

  /**
   * The same encoder with other feed-forward layers.
   *
   * @param width their inner width
   * @return the changed sizes
   */
  public EncoderShape withFeedForward(int width) {
    return new EncoderShape(
        tokenDimension,
        hidden,
        layers,
        heads,
        width,
        maximumTokens,
        projection,
        score,
        tokens,
        pretrained);
  }

  /**
   * The sizes as values of the section's options; {@link #of} reads them back.
   *
   * @return values for all options
   */
  public Values toValues() {
    return Values.of(
        Map.of(
            TOKEN_DIMENSION.name(), tokenDimension,
            HIDDEN.name(), hidden,
            LAYERS.name(), layers,
            HEADS.name(), heads,
            FEED_FORWARD.name(), feedForward,
            MAXIMUM_TOKENS.name(), maximumTokens,
            PROJECTION.name(), projection,
            SCORE.name(), score,
            TOKENS.name(), tokens,
            PRETRAINED.name(), pretrained));
  }
}
