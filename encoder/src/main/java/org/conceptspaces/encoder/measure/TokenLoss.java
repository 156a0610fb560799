package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.objective.TokenTelling;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.encoder.text.TokenStates;
import org.jspecify.annotations.Nullable;

/**
 * How well a model tells tokens from concepts, or from a part of them.
 *
 * @param manager on the model's device
 * @param model a model whose parameters are initialised
 * @param states the states of the texts' tokens; null if the model reads none
 * @param part what is read of the concepts
 */
public record TokenLoss(
    NDManager manager, ConceptModel model, @Nullable TokenStates states, Part part) {

  private static final int BLOCK = 128;

  /**
   * The loss of a whole model.
   *
   * @param manager on the model's device
   * @param model a model whose parameters are initialised
   * @param states the states of the texts' tokens; null if the model reads none
   */
  public TokenLoss(NDManager manager, ConceptModel model, @Nullable TokenStates states) {
    this(manager, model, states, new Part.All());
  }

  /**
   * The masked-token loss: of tokens that were hidden.
   *
   * @param texts token ids, at least one text
   * @param share the share of tokens that is hidden, above 0
   * @param seed decides which
   * @return nats per hidden token, each token counting alike
   */
  public double masked(int[][] texts, double share, long seed) {
    return mean(texts, share, seed, TokenTelling.Weights.HIDDEN);
  }

  /**
   * The reconstruction loss: of the tokens that were read, each told from its place in the text.
   *
   * @param texts token ids, at least one text
   * @return nats per token, each token counting alike
   */
  public double reconstruction(int[][] texts) {
    return mean(texts, 0, 0, TokenTelling.Weights.VISIBLE);
  }

  private double mean(int[][] texts, double share, long seed, TokenTelling.Weights weights) {
    double sum = 0;
    long count = 0;
    for (int start = 0; start < texts.length; start += BLOCK) {
      int[][] block = Arrays.copyOfRange(texts, start, Math.min(texts.length, start + BLOCK));
      MaskedTexts masked = MaskedTexts.of(block, share, seed + start);
      double[] losses = losses(masked, weights);
      for (int i = 0; i < losses.length; i++) {
        int asked = weights.visible() > 0 ? masked.left(i) : masked.counts()[i];
        sum += losses[i] * asked;
        count += asked;
      }
    }
    return sum / count;
  }

  private double[] losses(MaskedTexts masked, TokenTelling.Weights weights) {
    try (ModelPass pass = ModelPass.inference(manager)) {
      List<NDArray> live = part.live(pass, model.space().levels(), masked.size());
      ConceptSet concepts = model.encode(pass, Batches.of(pass.manager(), masked, states), live);
      return HostCopies.toDoubles(
          TokenTelling.of(pass, model, part.read(concepts), masked, weights).perText());
    }
  }
}
