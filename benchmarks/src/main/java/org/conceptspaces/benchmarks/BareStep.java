package org.conceptspaces.benchmarks;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.tracker.Tracker;
import java.util.Map;
import java.util.SplittableRandom;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.optim.AdamSettings;
import org.conceptspaces.optim.AdamW;
import org.conceptspaces.optim.GradientClip;

/**
 * The same flat model as a loop over DJL: no plugins, no masks, one shape, every array of a step
 * kept till its end. What generality costs the suite, less what its blocked softmax and early
 * release save, is what it is slower than this.
 */
final class BareStep implements Contender {

  private static final int SEEN = RealSize.TOKENS - RealSize.MASKED;

  private final Corpus corpus = RealSize.corpus();
  private final SplittableRandom random = new SplittableRandom(1);

  @Override
  public void run(Gate gate) {
    try (NDManager manager = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector();
        AdamW adam =
            new AdamW(
                AdamSettings.of(Tracker.fixed(1e-4f)), 0.01, name -> name.endsWith(".weight"))) {
      BareModel model = new BareModel(manager);
      do {
        try (NDManager step = manager.newSubManager()) {
          NDArray loss = loss(model, step);
          collector.backward(loss);
          update(model.parameters().arrays(), adam, step, loss);
        }
      } while (gate.await());
    }
  }

  private NDArray loss(BareModel model, NDManager step) {
    int[][] texts = new int[RealSize.TEXTS][];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = corpus.training()[random.nextInt(corpus.training().length)];
    }
    MaskedTexts masked = MaskedTexts.of(texts, RealSize.MASK_SHARE, random.nextLong());
    return model.loss(
        array(step, masked.visible(), SEEN),
        array(step, masked.visibleAt(), SEEN),
        array(step, masked.hidden(), RealSize.MASKED),
        array(step, masked.hiddenAt(), RealSize.MASKED));
  }

  private static NDArray array(NDManager manager, int[][] rows, int width) {
    long[] flat = new long[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        flat[i * width + j] = rows[i][j];
      }
    }
    return manager.create(flat, new Shape(rows.length, width));
  }

  private static void update(
      Map<String, NDArray> parameters, AdamW adam, NDManager step, NDArray loss) {
    NDList gradients = new NDList();
    for (NDArray parameter : parameters.values()) {
      NDArray gradient = parameter.getGradient();
      gradient.attach(step);
      gradients.add(gradient);
    }
    NDArray norm = GradientClip.clip(step, gradients, 1);
    if (!Double.isFinite(loss.getFloat() + norm.getDouble())) {
      throw new IllegalStateException("not finite");
    }
    int i = 0;
    for (Map.Entry<String, NDArray> parameter : parameters.entrySet()) {
      NDArray gradient = gradients.get(i++);
      adam.update(parameter.getKey(), parameter.getValue(), gradient);
      gradient.subi(gradient);
    }
  }
}
