package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.text.TokenStates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateBankTest {

  private static final short ONE = 0x3c00; // of float16
  private static final short HALF = 0x3800;

  private final NDManager manager = Small.manager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Token t has the state (1, 0, 0), (0, 1, 0), (0, 0, ½) or none, by t mod 4. */
  private static final TokenStates STATES =
      new TokenStates() {
        @Override
        public int width() {
          return 3;
        }

        @Override
        public void read(int[][] texts, int[][] places, ByteBuffer target) {
          int perText = target.limit() / texts.length;
          for (int text = 0; text < texts.length; text++) {
            for (int i = 0; i < places[text].length; i++) {
              int axis = texts[text][places[text][i]] % 4;
              if (axis < 3) {
                target.putShort(text * perText + 6 * i + 2 * axis, axis == 2 ? HALF : ONE);
              }
            }
          }
        }
      };

  private StateBank bank(int[]... texts) {
    return StateBank.of(manager, texts, STATES);
  }

  @Test
  void directionsAreThoseOfMeansWhateverIsPaddedAndHowLong() {
    double root = Math.sqrt(0.5);
    try (StateBank bank =
        bank(new int[] {0}, new int[] {0, 1, 0, 1}, new int[] {3}, new int[] {2})) {
      double[][] expected = {{1, 0, 0}, {root, root, 0}, {0, 0, 0}, {0, 0, 1}};
      double[][] vectors = bank.vectors();
      for (int i = 0; i < expected.length; i++) {
        assertArrayEquals(expected[i], vectors[i], 1e-6);
      }
    }
  }

  @Test
  void distancesAreChordsAndInfiniteWhereATextHasNoStates() {
    try (StateBank some = bank(new int[] {0}, new int[] {3});
        StateBank all = bank(new int[] {0}, new int[] {0, 1}, new int[] {3})) {
      List<double[]> rows = new ArrayList<>();
      some.distancesTo(all, (row, distances) -> rows.add(distances));
      double none = Double.POSITIVE_INFINITY;
      assertArrayEquals(new double[] {0, Math.sqrt(2 - Math.sqrt(2)), none}, rows.get(0), 1e-3);
      assertArrayEquals(new double[] {none, none, none}, rows.get(1));
    }
  }

  @Test
  void manyTextsComeBlockByBlockInOrder() {
    Random random = new Random(1);
    int[][] texts =
        IntStream.range(0, 300)
            .mapToObj(i -> random.ints(1 + random.nextInt(5), 0, 3).toArray())
            .toArray(int[][]::new);
    try (StateBank all = bank(texts);
        StateBank one = bank(texts[299])) {
      List<Integer> order = new ArrayList<>();
      double[] last = new double[1];
      all.distancesTo(
          one,
          (row, distances) -> {
            order.add(row);
            last[0] = distances[0];
          });
      assertEquals(IntStream.range(0, 300).boxed().toList(), order);
      assertEquals(0, last[0], 1e-3);
      try (StateBank again =
          StateBank.saved(manager, owner -> owner.create(one.vectors()[0]).reshape(1, 3))) {
        assertArrayEquals(one.vectors(), again.vectors());
      }
    }
  }
}
