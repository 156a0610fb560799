package org.conceptspaces.encoder.pretrained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.api.InputException;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.TokenStates;
import org.conceptspaces.encoder.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateCacheTest {

  private static final Vocabulary VOCABULARY = Vocabulary.whole(Cl100kBase.INSTANCE);
  private static final int[][] TEXTS = {{5, 6, 7}, {8}, {9, 5}, {Vocabulary.UNKNOWN}, {5, 6, 7}};

  @TempDir private Path folder = Path.of("");

  private final HashedEncoder encoder = new HashedEncoder("first");

  private TokenStates open(HashedEncoder by, int[]... texts) {
    return new StateCache(folder).of(by, VOCABULARY, List.of(texts), (name, done, all) -> {});
  }

  private TokenStates open() {
    return open(encoder, TEXTS);
  }

  /** The states of whole texts, {@code [texts, 3, W]}. */
  private static byte[] read(TokenStates states, int[]... texts) {
    byte[] rows = new byte[2 * texts.length * 3 * states.width()];
    int[][] places =
        Stream.of(texts)
            .map(text -> IntStream.range(0, text.length).toArray())
            .toArray(int[][]::new);
    states.read(texts, places, ByteBuffer.wrap(rows));
    return rows;
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".states")).findFirst().orElseThrow();
    }
  }

  @Test
  void keepsWhatTheEncoderTells() {
    byte[] rows = read(open(), TEXTS);
    ByteBuffer halves = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
    for (int[] text : TEXTS) {
      for (int place = 0; place < 3; place++) {
        boolean there = place < text.length && text[0] != Vocabulary.UNKNOWN;
        float[] state =
            there
                ? HashedEncoder.state("first", text[place] - 3, text.length)
                : new float[HashedEncoder.WIDTH];
        for (float number : state) {
          assertEquals(HalfFloats.of(number), halves.getShort());
        }
      }
    }
    assertEquals(3, encoder.encoded(), "each text once, and none without tokens");
  }

  @Test
  void aHitHasTheSameBitsAndAsksNoEncoder() {
    byte[] first = read(open(), TEXTS);
    List<int[]> shuffled = new ArrayList<>(List.of(TEXTS));
    Collections.reverse(shuffled);
    HashedEncoder again = new HashedEncoder("first");
    TokenStates hit = open(again, shuffled.toArray(int[][]::new));
    assertArrayEquals(first, read(hit, TEXTS));
    assertEquals(0, again.encoded());
    assertArrayEquals(first, read(new ComputedStates(again, VOCABULARY), TEXTS));
  }

  @Test
  void textsReadAgainAtOnceAreNotComputedAgain() {
    ComputedStates computed = new ComputedStates(encoder, VOCABULARY);
    byte[] first = read(computed, TEXTS);
    assertEquals(3, encoder.encoded());
    assertArrayEquals(first, read(computed, TEXTS));
    assertEquals(3, encoder.encoded());
    read(computed, TEXTS[1], new int[] {11, 12, 13});
    assertEquals(4, encoder.encoded(), "one was there");
    read(computed, TEXTS[0]);
    assertEquals(5, encoder.encoded(), "only the last texts are kept");
  }

  @Test
  void readsSomePlacesOfATextAlone() {
    TokenStates states = open();
    byte[] whole = read(states, TEXTS[0]);
    int row = 2 * HashedEncoder.WIDTH;
    byte[] last = new byte[2 * row];
    byte[] computed = new byte[2 * row];
    states.read(new int[][] {TEXTS[0]}, new int[][] {{2}}, ByteBuffer.wrap(last));
    new ComputedStates(encoder, VOCABULARY)
        .read(new int[][] {TEXTS[0]}, new int[][] {{2}}, ByteBuffer.wrap(computed));
    byte[] wanted = new byte[2 * row];
    System.arraycopy(whole, 2 * row, wanted, 0, row);
    assertArrayEquals(wanted, last);
    assertArrayEquals(wanted, computed);
  }

  @Test
  void whatIsTruncatedOrDamagedIsComputedAgain() throws IOException {
    byte[] rows = read(open(), TEXTS);
    long size = Files.size(file());
    for (long[] damage : new long[][] {{size - 1, -1}, {0, -1}, {size / 2, 1}, {3, 1}, {20, 1}}) {
      try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
        if (damage[1] < 0) {
          bytes.setLength(damage[0]);
        } else {
          bytes.seek(damage[0]);
          int one = bytes.read();
          bytes.seek(damage[0]);
          bytes.write(one ^ 1);
        }
      }
      int before = encoder.encoded();
      assertArrayEquals(rows, read(open(), TEXTS));
      assertEquals(before + 3, encoder.encoded(), "damage at " + damage[0]);
      assertEquals(size, Files.size(file()));
    }
  }

  @Test
  void anotherEncoderOrOtherTextsHaveAFileOfTheirOwn() throws IOException {
    byte[] first = read(open(), TEXTS);
    HashedEncoder second = new HashedEncoder("second");
    assertFalse(Arrays.equals(first, read(open(second, TEXTS), TEXTS)));
    assertEquals(3, second.encoded());
    open(encoder, TEXTS[0], TEXTS[1]);
    assertEquals(5, encoder.encoded());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count());
    }
  }

  @Test
  void tellsHowItIsGoing() {
    int[][] texts = IntStream.range(0, 900).mapToObj(i -> ids(i, 40)).toArray(int[][]::new);
    List<Integer> told = new ArrayList<>();
    new StateCache(folder)
        .of(
            encoder,
            VOCABULARY,
            List.of(texts),
            (name, done, all) -> {
              assertEquals("first", name);
              assertEquals(900, all);
              told.add(done);
            });
    assertEquals(List.of(410, 820, 900), told);
  }

  private static int[] ids(int seed, int length) {
    return IntStream.range(0, length).map(i -> 3 + 7 * seed + i).toArray();
  }

  @Test
  void removesWhatKilledProcessesLeft() throws IOException {
    Path old = Files.writeString(folder.resolve("x.states.1.part"), "half");
    Path fresh = Files.writeString(folder.resolve("y.states.1.part"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
    open();
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(fresh), "somebody may be writing it");
  }

  @Test
  void anEncoderThatFailsLeavesNothing() throws IOException {
    PretrainedTokens failing = new OverflowingEncoder();
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new StateCache(folder)
                    .of(failing, VOCABULARY, List.of(TEXTS), (name, done, all) -> {}));
    assertEquals(
        "encoder large: has a state of 70000.0, and float16, in which states are kept, ends at"
            + " 65504; use another encoder",
        refused.getMessage());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aFolderThatIsNoneIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new StateCache(file)
                    .of(encoder, VOCABULARY, List.of(TEXTS), (name, done, all) -> {}));
    assertTrue(refused.getMessage().startsWith(file + "/"), refused.getMessage());
    assertTrue(
        refused.getMessage().contains(": the states of 3 texts, 1 MB, cannot be kept there: "),
        refused.getMessage());
    assertTrue(
        refused
            .getMessage()
            .endsWith(
                "; make room, or name another folder in the environment variable CONCEPTS_CACHE_DIR"),
        refused.getMessage());
  }

  @Test
  void textsOfAnotherCorpusHaveNoStates() {
    TokenStates states = open();
    assertThrows(IllegalArgumentException.class, () -> read(states, new int[] {77}));
  }
}
