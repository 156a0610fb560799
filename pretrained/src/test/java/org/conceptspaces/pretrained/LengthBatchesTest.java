package org.conceptspaces.pretrained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthBatchesTest {

  @Test
  void theLongestComeFirstAndLongOnesFewAtATime() {
    Random random = new Random(1);
    int[][] texts = new int[200][];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = new int[1 + random.nextInt(900)];
    }
    List<int[]> batches = LengthBatches.of(texts);
    int[] all = batches.stream().flatMapToInt(IntStream::of).toArray();
    assertArrayEquals(IntStream.range(0, 200).toArray(), IntStream.of(all).sorted().toArray());
    int last = Integer.MAX_VALUE;
    for (int text : all) {
      assertTrue(texts[text].length <= last);
      last = texts[text].length;
    }
    for (int[] batch : batches) {
      long longest = texts[batch[0]].length;
      assertTrue(batch.length <= 32);
      assertTrue(batch.length == 1 || batch.length * longest * longest <= 1 << 19);
    }
  }

  @Test
  void shortTextsAreThirtyTwoAtATime() {
    assertEquals(4, LengthBatches.of(new int[100][7]).size());
    assertEquals(0, LengthBatches.of(new int[0][]).size());
  }
}
