package org.conceptspaces.encoder.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.TokenLosses;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.encoder.text.Vocabulary;

/** Hidden tokens are to be told from the concepts of the rest of the text. */
public final class MaskedTokens {

  private MaskedTokens() {}

  /**
   * The losses of a batch.
   *
   * @param perText the mean over the hidden tokens of each text, in nats, without gradient, {@code
   *     [B]}
   * @param mean the mean over texts, a scalar that gradients flow from
   */
  public record Loss(NDArray perText, NDArray mean) {}

  /**
   * The cross-entropy of hidden tokens.
   *
   * @param pass the pass
   * @param model the model
   * @param concepts the concepts of the masked texts
   * @param texts the masked texts
   * @return nats per hidden token
   */
  public static Loss of(Pass pass, ConceptModel model, ConceptSet concepts, MaskedTexts texts) {
    int width = texts.width();
    int batch = texts.size();
    Shape shape = new Shape(batch, width);
    long[] positions = new long[batch * width];
    long[] targets = new long[batch * width];
    float[] shares = new float[batch * width];
    for (int i = 0; i < batch; i++) {
      for (int j = 0; j < width; j++) {
        positions[i * width + j] = texts.hiddenAt()[i][j];
        targets[i * width + j] = texts.hidden()[i][j];
        shares[i * width + j] = j < texts.counts()[i] ? 1f / texts.counts()[i] : 0;
      }
    }
    NDManager manager = pass.manager();
    NDArray at = manager.create(positions, shape);
    NDArray masks = at.zerosLike().add(Vocabulary.MASK);
    NDArray share = manager.create(shares, shape);
    NDArray weights = share.div(Constants.of(share, batch));
    NDArray states = model.decode(pass, concepts, masks, at);
    TokenLosses losses = model.losses(pass, states, manager.create(targets, shape), weights);
    return new Loss(losses.each().mul(share).sum(new int[] {1}), losses.weighted());
  }
}
