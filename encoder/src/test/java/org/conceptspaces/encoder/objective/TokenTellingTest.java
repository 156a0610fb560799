package org.conceptspaces.encoder.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.encoder.text.Vocabulary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTellingTest {

  private static final int[][] TEXTS = {{3, 9, 4, 12, 7, 5}, {5}, {6, 8, 3}};

  private final NDManager manager = Small.manager();
  private final ConceptModel model = Spaces.POINCARE.model(manager);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void isTheMeanOfMinusLogSoftmaxAtTheHiddenPlaces() {
    MaskedTexts masked = MaskedTexts.of(TEXTS, 0.5, 3);
    assertArrayEquals(new int[] {3, 1, 2}, masked.counts());
    try (ModelPass pass = ModelPass.inference(manager)) {
      ConceptSet concepts = model.encode(pass, Batches.of(pass.manager(), masked));
      double[] losses =
          Small.numbers(
              TokenTelling.of(pass, model, concepts, masked, TokenTelling.Weights.HIDDEN)
                  .perText());
      for (int text = 0; text < TEXTS.length; text++) {
        double wanted = 0;
        for (int place = 0; place < masked.counts()[text]; place++) {
          int position = masked.hiddenAt()[text][place];
          double[] scores = scores(pass, concepts, text, position);
          wanted += logSumExp(scores) - scores[TEXTS[text][position]];
        }
        wanted /= masked.counts()[text];
        assertEquals(wanted, losses[text], 2e-6 * wanted, "text " + text);
      }
    }
  }

  /** What was read is told as what was hidden is; the total weighs both. */
  @Test
  void reconstructionAsksForWhatWasRead() {
    MaskedTexts masked = MaskedTexts.of(TEXTS, 0.5, 3);
    try (ModelPass pass = ModelPass.inference(manager)) {
      ConceptSet concepts = model.encode(pass, Batches.of(pass.manager(), masked));
      TokenTelling.Loss loss =
          TokenTelling.of(pass, model, concepts, masked, new TokenTelling.Weights(2, 0.5));
      double[] hidden = losses(masked);
      double[] both = Small.numbers(loss.perText());
      double meanHidden = 0;
      double visible = 0;
      for (int text = 0; text < TEXTS.length; text++) {
        double wanted = 0;
        // The one token of the second text is hidden: nothing was read that could be told.
        assertEquals(new int[] {3, 0, 1}[text], masked.left(text));
        for (int place = 0; place < masked.left(text); place++) {
          int position = masked.visibleAt()[text][place];
          double[] scores = scores(pass, concepts, text, position);
          wanted += logSumExp(scores) - scores[TEXTS[text][position]];
        }
        double mean = wanted / Math.max(1, masked.left(text));
        assertEquals(2 * hidden[text] + 0.5 * mean, both[text], 1e-5, "text " + text);
        meanHidden += hidden[text] / TEXTS.length;
        visible += wanted / 4;
      }
      assertEquals(meanHidden, Small.numbers(loss.hidden())[0], 1e-5);
      assertEquals(visible, Small.numbers(loss.visible())[0], 1e-5);
      assertEquals(2 * meanHidden + 0.5 * visible, Small.numbers(loss.total())[0], 1e-5);
    }
  }

  @Test
  void wholeTextsHaveNothingHidden() {
    MaskedTexts whole = MaskedTexts.of(TEXTS, 0, 3);
    assertArrayEquals(TEXTS, whole.visible());
    assertArrayEquals(new int[3], whole.counts());
    assertEquals(10, whole.tokens());
    assertArrayEquals(new double[3], losses(whole));
  }

  /** Decodes one position of all texts, and takes those of one. */
  private double[] scores(ModelPass pass, ConceptSet concepts, int text, int position) {
    long[] mask = new long[TEXTS.length];
    long[] at = new long[TEXTS.length];
    Arrays.fill(mask, Vocabulary.MASK);
    Arrays.fill(at, position);
    Shape shape = new Shape(TEXTS.length, 1);
    NDArray states =
        model.decode(
            pass, concepts, pass.manager().create(mask, shape), pass.manager().create(at, shape));
    NDArray logits = model.logits(pass, states);
    double[] all = Small.numbers(logits);
    int vocabulary = all.length / TEXTS.length;
    return Arrays.copyOfRange(all, text * vocabulary, (text + 1) * vocabulary);
  }

  private static double logSumExp(double[] scores) {
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score);
    }
    return Math.log(sum);
  }

  @Test
  void padsOfAnotherTextCountNothing() {
    MaskedTexts together = MaskedTexts.of(TEXTS, 0.5, 3);
    MaskedTexts alone =
        new MaskedTexts(
            new int[][] {together.visible()[1]},
            new int[][] {together.visibleAt()[1]},
            new int[][] {{together.hidden()[1][0]}},
            new int[][] {{together.hiddenAt()[1][0]}},
            new int[] {1});
    assertEquals(losses(alone)[0], losses(together)[1], 2e-6);
  }

  private double[] losses(MaskedTexts masked) {
    try (ModelPass pass = ModelPass.inference(manager)) {
      ConceptSet concepts = model.encode(pass, Batches.of(pass.manager(), masked));
      return Small.numbers(
          TokenTelling.of(pass, model, concepts, masked, TokenTelling.Weights.HIDDEN).perText());
    }
  }
}
