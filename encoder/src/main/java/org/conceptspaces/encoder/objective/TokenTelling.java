package org.conceptspaces.encoder.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.TokenLosses;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.encoder.text.Vocabulary;

/**
 * Tokens are to be told from the concepts alone, by their places: those that were hidden from the
 * encoder, and those that it has seen. The first asks what a text is about, the second how much of
 * it the concepts hold.
 */
public final class TokenTelling {

  private final MaskedTexts texts;
  private final int width;
  private final long[] places;
  private final long[] targets;

  /** For each place its share in the mean over its text's hidden tokens; 0 for others. */
  private final float[] hiddenShares;

  /** For each place its share in the mean over its text's visible tokens; 0 for others. */
  private final float[] visibleShares;

  /** For each place its share in the mean over all visible tokens; 0 for others. */
  private final float[] visibleAlike;

  private TokenTelling(MaskedTexts texts, boolean visible) {
    this.texts = texts;
    int widest = 1;
    for (int i = 0; i < texts.size(); i++) {
      widest = Math.max(widest, texts.counts()[i] + (visible ? texts.left(i) : 0));
    }
    width = widest;
    int all = texts.size() * width;
    places = new long[all];
    targets = new long[all];
    hiddenShares = new float[all];
    visibleShares = new float[all];
    visibleAlike = new float[all];
    int left = IntStream.range(0, texts.size()).map(texts::left).sum();
    for (int i = 0; i < texts.size(); i++) {
      int hidden = texts.counts()[i];
      ask(i * width, texts.hidden()[i], texts.hiddenAt()[i], hidden, hiddenShares);
      if (visible) {
        ask(
            i * width + hidden,
            texts.visible()[i],
            texts.visibleAt()[i],
            texts.left(i),
            visibleShares);
        int from = i * width + hidden;
        Arrays.fill(visibleAlike, from, from + texts.left(i), 1f / Math.max(1, left));
      }
    }
  }

  private void ask(int from, int[] ids, int[] at, int count, float[] shares) {
    for (int j = 0; j < count; j++) {
      targets[from + j] = ids[j];
      places[from + j] = at[j];
    }
    Arrays.fill(shares, from, from + count, 1f / Math.max(1, count));
  }

  /**
   * What the two losses count.
   *
   * @param hidden the weight of tokens hidden from the encoder, at least 0
   * @param visible the weight of tokens that it has seen, at least 0; with 0 they are not asked for
   */
  public record Weights(double hidden, double visible) {

    /** Hidden tokens alone. */
    public static final Weights HIDDEN = new Weights(1, 0);

    /** Visible tokens alone. */
    public static final Weights VISIBLE = new Weights(0, 1);
  }

  /**
   * The losses of a batch, in nats per token; without gradient but for the total.
   *
   * @param total the weighted sum of the next two, a scalar that gradients flow from
   * @param hidden of hidden tokens: the mean over texts of each text's mean, a scalar
   * @param visible of visible tokens, each counting alike, whatever its text: with it the loss is
   *     the length of a code for the texts; a scalar, 0 if they are not asked for
   * @param perText of each text: the weighted sum of the means over its hidden and over its visible
   *     tokens, {@code [B]}; that of hidden tokens if neither counts
   */
  public record Loss(NDArray total, NDArray hidden, NDArray visible, NDArray perText) {}

  /**
   * The cross-entropy of tokens.
   *
   * @param pass the pass
   * @param model the model
   * @param concepts the concepts of what is visible of the texts
   * @param texts the texts, some tokens hidden
   * @param weights what the losses count
   * @return nats per token
   */
  public static Loss of(
      Pass pass, ConceptModel model, ConceptSet concepts, MaskedTexts texts, Weights weights) {
    return new TokenTelling(texts, weights.visible() > 0).loss(pass, model, concepts, weights);
  }

  /**
   * The losses of a model that tells no tokens.
   *
   * @param pass the pass
   * @param texts the number of texts, {@code B}
   * @return zeros
   */
  public static Loss none(Pass pass, int texts) {
    NDArray zero = pass.manager().zeros(new Shape(), DataType.FLOAT64);
    return new Loss(zero, zero, zero, pass.manager().zeros(new Shape(texts)));
  }

  private Loss loss(Pass pass, ConceptModel model, ConceptSet concepts, Weights weights) {
    NDManager manager = pass.manager();
    int batch = texts.size();
    Shape shape = new Shape(batch, width);
    NDArray at = manager.create(places, shape);
    NDArray masks = at.zerosLike().add(Vocabulary.MASK);
    NDArray states = model.decode(pass, concepts, masks, at);
    TokenLosses losses =
        model.losses(
            pass,
            states,
            manager.create(targets, shape),
            manager.create(
                sum(hiddenShares, weights.hidden() / batch, visibleAlike, weights.visible()),
                shape));
    NDArray hidden = mean(losses, manager.create(hiddenShares, shape));
    NDArray visible = mean(losses, manager.create(visibleAlike, shape));
    boolean neither = weights.hidden() == 0 && weights.visible() == 0;
    float[] each =
        neither
            ? hiddenShares
            : sum(hiddenShares, weights.hidden(), visibleShares, weights.visible());
    return new Loss(
        losses.weighted(),
        Casts.detached(hidden, DataType.FLOAT64).mean(),
        Casts.detached(visible, DataType.FLOAT64).sum(),
        mean(losses, manager.create(each, shape)));
  }

  private static NDArray mean(TokenLosses losses, NDArray shares) {
    return losses.each().mul(shares).sum(new int[] {1});
  }

  private static float[] sum(float[] one, double weight, float[] other, double otherWeight) {
    float[] sum = new float[one.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (weight * one[i] + otherWeight * other[i]);
    }
    return sum;
  }
}
