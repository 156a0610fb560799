package org.conceptspaces.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.testkit.StandaloneContext;
import org.conceptspaces.testkit.StandalonePass;
import org.junit.jupiter.api.Test;

/** The head learns from one noisy loss a text, at a random count, what more concepts would save. */
class PrefixCountsTest {

  private static final int TEXTS = 64;
  private static final int TOKENS = 10;
  private static final int HIDDEN = 8;
  private static final int MAXIMUM = 16;
  private static final double NOISE = 0.3;

  /** Simple texts need a concept or two; the others gain for long. Nats per token. */
  private static double loss(boolean simple, double count) {
    return simple ? 3 + 2 * Math.pow(2, -count) : 4 + 3 * Math.pow(2, -count / 4);
  }

  private static double saved(boolean simple, int count) {
    return TOKENS * (loss(simple, count) - loss(simple, count + 1));
  }

  @Test
  void textsStopWhereTheNextConceptSavesTooLittle() {
    double[] counts = counts(new Budget(1, MAXIMUM, 0, 1), 1500, false);
    assertStopsWhereLittleIsSaved(counts);
  }

  /** A level of a stack is dropped in some texts, and saves nothing there. */
  @Test
  void whereSlotsAreClosedFromAboveNothingIsLearned() {
    assertStopsWhereLittleIsSaved(counts(new Budget(1, MAXIMUM, 0, 1), 1500, true));
  }

  private static void assertStopsWhereLittleIsSaved(double[] counts) {
    for (int kind = 0; kind < 2; kind++) {
      int wanted = 1;
      while (wanted < MAXIMUM && saved(kind == 0, wanted) > 1) {
        wanted++;
      }
      assertEquals(wanted, counts[kind], 1, "kind " + kind);
    }
  }

  /** Half of the texts are simple: as many concepts as the budget gives go to the others. */
  @Test
  void aBudgetGoesToThoseThatGain() {
    double[] counts = counts(new Budget(1, MAXIMUM, 6, 0.01), 1500, false);
    assertEquals(6, (counts[0] + counts[1]) / 2, 0.6, Arrays.toString(counts));
    double adaptive = loss(true, counts[0]) + loss(false, counts[1]);
    double fixed = loss(true, 6) + loss(false, 6);
    assertTrue(adaptive < fixed - 0.1, Arrays.toString(counts) + ": " + adaptive);
  }

  /** At first a text has concepts in proportion to what it tells, and texts the budget. */
  @Test
  void trainingBeginsWithTheBudget() {
    try (StandaloneContext context = new StandaloneContext(Device.cpu(), 1, HIDDEN, List.of());
        NDManager manager = NDManager.newBaseManager()) {
      for (int budget : new int[] {2, 4, 8}) {
        Scope scope = context.in("budget" + budget);
        PrefixCounts method = new PrefixCounts(scope, HIDDEN, new Budget(1, 64, budget, 1), 0);
        Pass pass = new StandalonePass(manager, true);
        NDArray weights = method.decide(pass, texts(manager, 0)).weights();
        float[] counts = weights.sum(new int[] {1}).toFloatArray();
        // Simple texts tell 20 nats, others 60: half as much as usual, and half more.
        for (int b = 0; b < TEXTS; b++) {
          assertEquals(budget * (b % 2 == 0 ? 0.5 : 1.5), counts[b], 1);
        }
      }
    }
  }

  /** What is usual is learned, so that later a text needs no batch to be held against. */
  @Test
  void whatIsUsualIsLearned() {
    double[] counts = counts(new Budget(1, MAXIMUM, 6, 0.01), 300, false);
    assertEquals(6, (counts[0] + counts[1]) / 2, 0.75, Arrays.toString(counts));
    assertTrue(counts[1] > counts[0] + 2, Arrays.toString(counts));
  }

  @Test
  void trainingTriesEveryCount() {
    try (StandaloneContext context = new StandaloneContext(Device.cpu(), 1, HIDDEN, List.of());
        NDManager manager = NDManager.newBaseManager()) {
      PrefixCounts method = new PrefixCounts(context, HIDDEN, new Budget(3, 7, 4, 1), 0.25);
      Pass pass = new StandalonePass(manager, true, new SplittableRandom(5));
      int[] times = new int[8];
      for (int i = 0; i < 10; i++) {
        NDArray weights = method.decide(pass, texts(manager, i)).weights();
        for (float count : weights.sum(new int[] {1}).toFloatArray()) {
          times[(int) count]++;
        }
        boolean falls = true;
        for (float[] row : rows(weights)) {
          for (int j = 1; j < row.length; j++) {
            falls &= row[j] <= row[j - 1];
          }
        }
        assertTrue(falls, "a text uses its first slots");
      }
      assertEquals(640, Arrays.stream(times).sum());
      assertEquals(0, times[0] + times[1] + times[2]);
      // A quarter of the draws is uniform over five counts: 32 of 640 each, give or take 4σ = 22.
      for (int count = 3; count <= 7; count++) {
        assertTrue(times[count] > 10, Arrays.toString(times));
      }
    }
  }

  private static List<float[]> rows(NDArray weights) {
    float[] all = weights.toFloatArray();
    int width = (int) weights.getShape().get(1);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < all.length; i += width) {
      rows.add(Arrays.copyOfRange(all, i, i + width));
    }
    return rows;
  }

  /** The mean counts of simple and other texts after some steps. */
  private static double[] counts(Budget budget, int steps, boolean closed) {
    try (StandaloneContext context = new StandaloneContext(Device.cpu(), 1, HIDDEN, List.of());
        NDManager manager = NDManager.newBaseManager()) {
      PrefixCounts method = new PrefixCounts(context, HIDDEN, budget, 0.25);
      Optimizer adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.01f)).build();
      SplittableRandom random = new SplittableRandom(9);
      for (int step = 0; step < steps; step++) {
        try (NDManager scratch = manager.newSubManager()) {
          step(method, new StandalonePass(scratch, true, random), step, closed);
          context
              .parameters()
              .forEach(
                  (path, parameter) -> {
                    NDArray gradient = parameter.getArray().getGradient();
                    gradient.attach(scratch);
                    adam.update(path, parameter.getArray(), gradient);
                    gradient.subi(gradient);
                  });
        }
      }
      Pass pass = new StandalonePass(manager, false);
      float[] used =
          method.decide(pass, texts(manager, 0)).weights().sum(new int[] {1}).toFloatArray();
      double[] means = new double[2];
      for (int b = 0; b < TEXTS; b++) {
        means[b % 2] += used[b] / (TEXTS / 2.0);
      }
      return means;
    }
  }

  private static void step(PrefixCounts method, Pass pass, int step, boolean closed) {
    Random noise = new Random(1000 + step);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      float[] open = open(closed);
      NDArray live = pass.manager().create(open, new Shape(TEXTS, MAXIMUM));
      Tokens texts = texts(pass.manager(), step).withLive(closed ? List.of(live) : null);
      CountMethod.Decision decision = method.decide(pass, texts);
      float[] counts = decision.weights().sum(new int[] {1}).toFloatArray();
      float[] losses = new float[TEXTS];
      for (int b = 0; b < TEXTS; b++) {
        double used = open[b * MAXIMUM] * counts[b];
        losses[b] = (float) (loss(b % 2 == 0, used) + NOISE * noise.nextGaussian());
      }
      NDArray observed = pass.manager().create(losses);
      NDArray total = pass.manager().zeros(new Shape(), DataType.FLOAT32);
      for (Term term : decision.terms()) {
        total = total.add(term.loss().apply(observed));
      }
      collector.backward(total);
    }
  }

  /** Slots that may be used: all, or none in every third text. */
  private static float[] open(boolean closed) {
    float[] open = new float[TEXTS * MAXIMUM];
    for (int i = 0; i < open.length; i++) {
      open[i] = closed && i / MAXIMUM % 3 == 0 ? 0 : 1;
    }
    return open;
  }

  /** Every other text is simple: its tokens point another way and tell less. */
  private static Tokens texts(NDManager manager, int seed) {
    Random random = new Random(seed);
    float[] states = new float[TEXTS * TOKENS * HIDDEN];
    float[] information = new float[TEXTS * TOKENS];
    for (int i = 0; i < information.length; i++) {
      boolean simple = i / TOKENS % 2 == 0;
      information[i] = simple ? 2 : 6;
      for (int h = 0; h < HIDDEN; h++) {
        double mean = h == 0 ? (simple ? -1 : 1) : 0;
        states[i * HIDDEN + h] = (float) (mean + random.nextGaussian());
      }
    }
    Shape shape = new Shape(TEXTS, TOKENS);
    NDArray mask = manager.ones(shape);
    return new Tokens(
        manager.create(states, shape.add(HIDDEN)), mask, manager.create(information, shape), null);
  }
}
