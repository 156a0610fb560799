package org.conceptspaces.encoder.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Pass;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.encoder.text.Vocabulary;

/** Hidden tokens are to be told from the concepts of the rest of the text. */
public final class MaskedTokens {

  private MaskedTokens() {}

  /**
   * The mean cross-entropy of the hidden tokens of each text.
   *
   * @param pass the pass
   * @param model the model
   * @param concepts the concepts of the masked texts
   * @param texts the masked texts
   * @return nats per hidden token, {@code [B]}
   */
  public static NDArray perText(
      Pass pass, ConceptModel model, ConceptSet concepts, MaskedTexts texts) {
    int width = texts.width();
    int batch = texts.size();
    Shape shape = new Shape(batch, width);
    long[] positions = new long[batch * width];
    long[] targets = new long[batch * width];
    float[] weights = new float[batch * width];
    for (int i = 0; i < batch; i++) {
      for (int j = 0; j < width; j++) {
        positions[i * width + j] = texts.hiddenAt()[i][j];
        targets[i * width + j] = texts.hidden()[i][j];
        weights[i * width + j] = j < texts.counts()[i] ? 1f / texts.counts()[i] : 0;
      }
    }
    NDManager manager = pass.manager();
    NDArray at = manager.create(positions, shape);
    NDArray masks = at.zerosLike().add(Vocabulary.MASK);
    NDArray scores = model.decode(pass, concepts, masks, at).logSoftmax(-1);
    NDArray found = scores.gather(manager.create(targets, shape).expandDims(-1), -1).squeeze(-1);
    return found.mul(manager.create(weights, shape)).sum(new int[] {1}).neg();
  }
}
