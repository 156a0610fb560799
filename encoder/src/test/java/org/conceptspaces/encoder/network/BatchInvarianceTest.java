package org.conceptspaces.encoder.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.text.Batches;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a text becomes depends on the text alone, neither on padding nor on its neighbours. */
class BatchInvarianceTest {

  private static final int[][] TEXTS = {{3, 9, 4, 12, 7}, {5}, {6, 8, 3}, {11, 11, 10, 4}};

  /** Pooled points of each level, then decoded logits, of one text. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Encoded(double[] pooled, double[] logits) {}

  @ParameterizedTest
  @EnumSource
  void paddingChangesNothing(Spaces spaces) {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = spaces.model(manager);
      Encoded[] together = encode(manager, model, TEXTS);
      for (int i = 0; i < TEXTS.length; i++) {
        same(together[i], encode(manager, model, new int[][] {TEXTS[i]})[0], "text " + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void batchOrderChangesNothing(Spaces spaces) {
    int[] order = {2, 0, 3, 1};
    try (NDManager manager = Small.manager()) {
      ConceptModel model = spaces.model(manager);
      Encoded[] straight = encode(manager, model, TEXTS);
      int[][] permuted = Arrays.stream(order).mapToObj(i -> TEXTS[i]).toArray(int[][]::new);
      Encoded[] shuffled = encode(manager, model, permuted);
      for (int i = 0; i < order.length; i++) {
        same(straight[order[i]], shuffled[i], "text " + order[i]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void attentionIsADistributionOverTokensThatAreNoPadding(Spaces spaces) {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = spaces.model(manager);
      try (ModelPass pass = ModelPass.inference(manager)) {
        ConceptSet concepts = model.encode(pass, Batches.of(pass.manager(), TEXTS));
        for (Level level : concepts.levels()) {
          int used = (int) level.mask().getShape().get(1);
          assertTrue(used <= level.spec().count());
          assertEquals(new Shape(4, 2, used, 5), level.attention().getShape());
          check(Small.numbers(level.attention()), 2 * used);
        }
      }
    }
  }

  private static void check(double[] attention, int rowsOfText) {
    int width = 5;
    for (int row = 0; row * width < attention.length; row++) {
      int length = TEXTS[row / rowsOfText].length;
      double sum = 0;
      for (int t = 0; t < width; t++) {
        double weight = attention[row * width + t];
        assertTrue(weight >= 0, "row " + row + ": weight " + weight);
        sum += weight;
        if (t >= length) {
          assertEquals(0, weight, "row " + row + " looks at padding");
        }
      }
      assertEquals(1, sum, 1e-6, "row " + row);
    }
  }

  private static Encoded[] encode(NDManager manager, ConceptModel model, int[][] texts) {
    try (ModelPass pass = ModelPass.inference(manager)) {
      NDManager mine = pass.manager();
      ConceptSet concepts = model.encode(pass, Batches.of(mine, texts));
      long[] places = new long[2 * texts.length];
      for (int i = 0; i < texts.length; i++) {
        places[2 * i + 1] = 1;
      }
      NDArray positions = mine.create(places, new Shape(texts.length, 2));
      NDArray known = positions.zerosLike().add(1);
      NDArray logits = model.logits(pass, model.decode(pass, concepts, known, positions));
      Encoded[] encoded = new Encoded[texts.length];
      for (int i = 0; i < texts.length; i++) {
        double[] pooled = {};
        for (Level level : concepts.levels()) {
          double[] more = row(level.pooled(), i);
          double[] all = Arrays.copyOf(pooled, pooled.length + more.length);
          System.arraycopy(more, 0, all, pooled.length, more.length);
          pooled = all;
        }
        encoded[i] = new Encoded(pooled, row(logits, i));
      }
      return encoded;
    }
  }

  private static double[] row(NDArray array, int row) {
    double[] all = Small.numbers(array);
    int width = Math.toIntExact(array.size() / array.getShape().get(0));
    return Arrays.copyOfRange(all, row * width, (row + 1) * width);
  }

  private static void same(Encoded one, Encoded other, String what) {
    assertTrue(
        Small.difference(one.pooled(), other.pooled()) <= 1e-6,
        () -> what + ": pooled points differ");
    assertTrue(
        Small.difference(one.logits(), other.logits()) <= 5e-6, () -> what + ": logits differ");
  }
}
