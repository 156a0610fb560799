package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.objective.MaskedTokens;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.text.MaskedTexts;

/** The masked-token loss of a model on given texts. */
public final class MaskedLoss {

  private static final int BLOCK = 128;

  private MaskedLoss() {}

  /**
   * Measures the loss.
   *
   * @param manager on the model's device
   * @param model a model whose parameters are initialised
   * @param texts token ids, at least one text
   * @param share the share of tokens that is hidden
   * @param seed decides which
   * @return nats per hidden token, each token counting alike
   */
  public static double of(
      NDManager manager, ConceptModel model, int[][] texts, double share, long seed) {
    double sum = 0;
    long count = 0;
    for (int start = 0; start < texts.length; start += BLOCK) {
      int[][] block = Arrays.copyOfRange(texts, start, Math.min(texts.length, start + BLOCK));
      MaskedTexts masked = MaskedTexts.of(block, share, seed + start);
      try (ModelPass pass = ModelPass.inference(manager)) {
        ConceptSet concepts = model.encode(pass, Batches.of(pass.manager(), masked));
        double[] losses =
            HostCopies.toDoubles(MaskedTokens.of(pass, model, concepts, masked).perText());
        for (int i = 0; i < losses.length; i++) {
          sum += losses[i] * masked.counts()[i];
          count += masked.counts()[i];
        }
      }
    }
    return sum / count;
  }
}
