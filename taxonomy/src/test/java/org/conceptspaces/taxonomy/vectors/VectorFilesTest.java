package org.conceptspaces.taxonomy.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.conceptspaces.taxonomy.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFilesTest {

  @TempDir Path folder;

  private static NodeVectors random(int size, int width, long seed) {
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>();
    double[] values = new double[size * width];
    for (int node = 0; node < size; node++) {
      ids.add("näme." + node);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30);
    }
    values[0] = Double.MIN_VALUE;
    values[1] = -0.0;
    return new NodeVectors(ids, values, width);
  }

  @Test
  void whatIsWrittenIsReadBackBitForBit() throws IOException {
    for (int seed = 1; seed <= 5; seed++) {
      NodeVectors vectors = random(10 * seed, seed, seed);
      for (String name : List.of("points.npy", "points.txt", "points.vec")) {
        VectorFiles.write(folder.resolve(name), vectors);
        NodeVectors read = VectorFiles.read(folder.resolve(name));
        assertEquals(vectors.ids(), read.ids());
        assertEquals(vectors.width(), read.width());
        assertArrayEquals(vectors.rowMajor(), read.rowMajor());
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(4, files.count()); // with the ids of the npy file, and no parts
    }
  }

  @Test
  void singlePrecisionRounds() {
    NodeVectors vectors = random(20, 3, 1);
    double[] rounded = Arrays.stream(vectors.rowMajor()).map(x -> (float) x).toArray();
    for (String name : List.of("points.npy", "points.txt")) {
      VectorFiles.write(folder.resolve(name), vectors, Precision.FLOAT32);
      double[] read = VectorFiles.read(folder.resolve(name)).rowMajor();
      // the fewest digits that tell a float are not those of the same double
      assertArrayEquals(rounded, Arrays.stream(read).map(x -> (float) x).toArray());
    }
  }

  /** The header as numpy.save writes it, and numbers as they lie in memory. */
  private static byte[] npy(String dictionary, double... numbers) {
    ByteBuffer file = ByteBuffer.allocate(128 + 8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("\u0093NUMPY\u0001\0v\0".getBytes(ISO_8859_1));
    file.put((dictionary + " ".repeat(117 - dictionary.length()) + "\n").getBytes(ISO_8859_1));
    for (double number : numbers) {
      file.putDouble(number);
    }
    return file.array();
  }

  @Test
  void theBytesAreThoseOfNumPy() throws IOException {
    byte[] numpy =
        npy(
            "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }",
            1.5,
            -2,
            3e-300,
            4,
            5,
            6);
    NodeVectors vectors =
        new NodeVectors(List.of("a", "b"), new double[] {1.5, -2, 3e-300, 4, 5, 6}, 3);
    VectorFiles.write(folder.resolve("x.npy"), vectors);
    assertArrayEquals(numpy, Files.readAllBytes(folder.resolve("x.npy")));
    assertEquals("a\nb\n", Files.readString(folder.resolve("x.ids.txt")));
  }

  @Test
  void word2vecTextIsWrittenAsOthersReadIt() throws IOException {
    NodeVectors vectors = new NodeVectors(List.of("a", "b.n.01"), new double[] {1, .5, -2, 0}, 2);
    VectorFiles.write(folder.resolve("x.txt"), vectors);
    assertEquals("2 2\na 1.0 0.5\nb.n.01 -2.0 0.0\n", Files.readString(folder.resolve("x.txt")));
    // gensim ends lines with a newline alone, word2vec itself with a space before it
    Files.writeString(folder.resolve("y.vec"), "2 2\na 1 5e-1 \nb.n.01 -2 0 \n\n");
    assertArrayEquals(vectors.rowMajor(), VectorFiles.read(folder.resolve("y.vec")).rowMajor());
  }

  private void refused(String name, String... parts) {
    DataException refused =
        assertThrows(DataException.class, () -> VectorFiles.read(folder.resolve(name)));
    String message = refused.getMessage();
    assertTrue(message.startsWith(folder.toString()), message);
    assertEquals(1, message.lines().count(), message);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  private void refusedNpy(byte[] content, String... parts) throws IOException {
    Files.write(folder.resolve("x.npy"), content);
    refused("x.npy", parts);
  }

  private static byte[] shaped(String type, String order, String shape) {
    return npy(
        "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }",
        1,
        2,
        3,
        4,
        5,
        6);
  }

  @Test
  void arraysThatAreNotWhatTheyShouldBe() throws IOException {
    Files.writeString(folder.resolve("x.ids.txt"), "a\nb\n");
    byte[] sound = shaped("<f8", "False", "(2, 3)");
    Files.write(folder.resolve("x.npy"), sound);
    assertEquals(2, VectorFiles.read(folder.resolve("x.npy")).size());

    refusedNpy(new byte[0], "is no .npy file");
    refusedNpy(Arrays.copyOf(sound, 60), "cut off within its header");
    refusedNpy(Arrays.copyOf(sound, sound.length - 1), "promises 2 × 3 numbers, but has only 5");
    refusedNpy(Arrays.copyOf(sound, sound.length + 8), "but has 7");
    refusedNpy(shaped("<f8", "True", "(2, 3)"), "Fortran order", "ascontiguousarray");
    for (String type : List.of("|O", "<c16", "", "f8")) {
      refusedNpy(shaped(type, "False", "(2, 3)"), "type '" + type + "'", "astype");
    }
    refusedNpy(shaped("<i8", "False", "(2, 3)"), "type INT64", "astype");
    refusedNpy(shaped("<f8", "False", "(6,)"), "shape (6,)", "(vectors, coordinates)");
    refusedNpy(shaped("<f8", "False", "(1, 2, 3)"), "shape (1, 2, 3)");
    refusedNpy(shaped("<f8", "False", "(0, 3)"), "holds no vectors");
    refusedNpy(shaped("<f8", "False", "(1099511627776, 8)"), "promises 1099511627776 × 8");
    refusedNpy(shaped("<f8", "False", "(1099511627776, 16777216)"), "promises");
    refusedNpy(shaped("<f8", "False", "(99999999999999999999, 1)"), "too large");
    refusedNpy(npy("{'descr': '<f8'}"), "damaged header");
    sound[6] = 4;
    refusedNpy(sound, "version 4.0");
  }

  @Test
  void idsThatDoNotMatch() throws IOException {
    Files.write(folder.resolve("x.npy"), shaped("<f8", "False", "(2, 3)"));
    refused("x.npy", "x.ids.txt: there is no such file", "it holds the ids");
    for (String ids : List.of("a\n", "a\nb\nc\n")) {
      Files.writeString(folder.resolve("x.ids.txt"), ids);
      refused("x.npy", "x.ids.txt: holds ", "for the 2 vectors");
    }
    Files.writeString(folder.resolve("x.ids.txt"), "a\na\n");
    refused("x.npy", "vectors 1 and 2 have the same id 'a'");
    Files.writeString(folder.resolve("x.ids.txt"), "a\n \n");
    refused("x.npy", "the id of vector 2 is empty");
    Files.write(folder.resolve("x.ids.txt"), "ä\nb\n".getBytes(ISO_8859_1));
    refused("x.npy", "not valid UTF-8");
  }

  @Test
  void numbersThatAreNone() throws IOException {
    Files.writeString(folder.resolve("x.ids.txt"), "a\nb\n");
    String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }";
    refusedNpy(npy(dictionary, 1, 2, 3, 4, Double.NaN, 6), "coordinate 2 of 'b' (vector 2) is NaN");
    refusedNpy(npy(dictionary, 1, 2, Double.NEGATIVE_INFINITY, 4, 5, 6), "coordinate 3 of 'a'");
  }

  private void refusedText(String content, String... parts) throws IOException {
    Files.writeString(folder.resolve("x.txt"), content, UTF_8);
    refused("x.txt", parts);
  }

  @Test
  void brokenTexts() throws IOException {
    refusedText("", "line 1: is ''", "two whole numbers");
    refusedText("a 1 2\n", "line 1: is 'a 1 2'");
    refusedText("1099511627776 8\na 1\n", "line 1");
    refusedText("999999999 999999999\na 1\n", "line 1");
    refusedText("0 3\n", "line 1");
    refusedText("3 2\na 1 2\nb 1 2\n", "line 1: promises 3 vectors, but there are 2");
    refusedText("2 2\na 1 2\nb 1\n", "line 3: has 2 fields, but needs 3");
    refusedText("2 2\na 1 2\npolar bear 1 2\n", "line 3: has 4 fields", "id without spaces");
    refusedText("2 2\na 1 2\nb 1 x\n", "line 3: 'x' is no number");
    refusedText("2 2\na 1 2\na 1 2\n", "vectors 1 and 2 have the same id 'a'");
    refusedText("1 2\na 1 NaN\n", "coordinate 2 of 'a'", "NaN");
    Files.write(folder.resolve("x.txt"), "1 1\nä 1\n".getBytes(ISO_8859_1));
    refused("x.txt", "not valid UTF-8");
    refused("none.txt", "no such file");
    Files.writeString(folder.resolve("x.parquet"), "PAR1");
    refused("x.parquet", "unknown format", ".npy", "word2vec");
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
    NodeVectors spaced = new NodeVectors(List.of("polar bear"), new double[] {1}, 1);
    NodeVectors broken = new NodeVectors(List.of("a\nb"), new double[] {1}, 1);
    for (var refused :
        List.of(
            assertThrows(
                DataException.class, () -> VectorFiles.write(folder.resolve("x.txt"), spaced)),
            assertThrows(
                DataException.class, () -> VectorFiles.write(folder.resolve("x.npy"), broken)),
            assertThrows(
                DataException.class, () -> VectorFiles.write(folder.resolve("x.xls"), spaced)))) {
      assertTrue(refused.getMessage().startsWith(folder.toString()), refused.getMessage());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
    VectorFiles.write(folder.resolve("x.npy"), spaced);
    assertEquals("polar bear", VectorFiles.read(folder.resolve("x.npy")).ids().get(0));
  }

  @Test
  void damagedArraysAreReadOrRefused() throws IOException {
    Random random = new Random(1);
    Files.writeString(folder.resolve("x.ids.txt"), "a\nb\n");
    byte[] sound = shaped("<f8", "False", "(2, 3)");
    int read = 0;
    for (int trial = 0; trial < 3000; trial++) {
      byte[] damaged = sound.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(folder.resolve("x.npy"), damaged);
      try {
        assertEquals(2, VectorFiles.read(folder.resolve("x.npy")).size());
        read++;
      } catch (DataException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
    assertTrue(read > 0 && read < 3000, "read " + read);
  }
}
