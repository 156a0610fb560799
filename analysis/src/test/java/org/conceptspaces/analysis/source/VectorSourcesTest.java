package org.conceptspaces.analysis.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.api.InputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorSourcesTest {

  private static final double[] SIX = {1.5, -2, 0.25, 4, 5, 6};

  @TempDir Path folder;

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static double[] all(VectorSource source, int atOnce) {
    double[] all = new double[(int) source.rows() * source.width()];
    int[] at = {0};
    source.read(
        atOnce,
        (block, rows) -> {
          System.arraycopy(block, 0, all, at[0], rows * source.width());
          at[0] += rows * source.width();
        });
    assertEquals(all.length, at[0]);
    return all;
  }

  private static void holdsSix(VectorSource source, int slots) {
    assertEquals(slots, source.slots());
    assertEquals(6, source.rows() * source.width());
    for (int atOnce : new int[] {1, 2, 100}) {
      assertArrayEquals(SIX, all(source, atOnce));
    }
  }

  private void refused(Path file, @Nullable String array, @Nullable String mask, String... parts) {
    String message =
        assertThrows(
                InputException.class,
                () -> {
                  VectorSource source = VectorSources.open(file, array, mask);
                  source.read(1, (block, rows) -> {});
                })
            .getMessage();
    assertEquals(1, message.lines().count(), message);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void numbersOfAllTypesAreRead() throws IOException {
    byte[] single = ArrayBytes.numbers("f4", SIX);
    holdsSix(VectorSources.open(write("d.npy", ArrayBytes.npy("(2, 3)", SIX)), null, null), 0);
    holdsSix(
        VectorSources.open(write("f.npy", ArrayBytes.npy("<f4", "(1, 3, 2)", single)), null, null),
        3);
    byte[] swapped = single.clone();
    for (int i = 0; i < swapped.length; i++) {
      swapped[i] = single[i / 4 * 4 + 3 - i % 4];
    }
    holdsSix(
        VectorSources.open(write("b.npy", ArrayBytes.npy(">f4", "(3, 2)", swapped)), null, null),
        0);
    // 1.5, −2, 0.25, 4, 5, 6 in half precision
    byte[] half = {0, 0x3e, 0, (byte) 0xc0, 0, 0x34, 0, 0x44, 0, 0x45, 0, 0x46};
    holdsSix(
        VectorSources.open(write("h.npy", ArrayBytes.npy("<f2", "(3, 2)", half)), null, null), 0);
  }

  @Test
  void halvesOfAllKinds() throws IOException {
    byte[] half = {1, 0, (byte) 0xff, 0x7b, 0, (byte) 0x80, 0, 0x7c, 1, 0x7e, (byte) 0xff, 3};
    double[] read =
        all(
            VectorSources.open(write("h.npy", ArrayBytes.npy("<f2", "(1, 6)", half)), null, null),
            1);
    assertArrayEquals(
        new double[] {0x1p-24, 65504, -0.0, Double.POSITIVE_INFINITY, Double.NaN, 1023 * 0x1p-24},
        read);
  }

  @Test
  void archivesHoldSeveralArraysAndMasks() throws IOException {
    Path file =
        write(
            "x.npz",
            ArrayBytes.npz(
                Map.of(
                    "concepts",
                    ArrayBytes.npy("(2, 3, 1)", SIX),
                    "live",
                    ArrayBytes.npy("|b1", "(2, 3)", ArrayBytes.numbers("b1", 1, 0, 1, 1, 1, 0)))));
    VectorSource masked = VectorSources.open(file, null, "live");
    holdsSix(masked, 3);
    BitSet live = new BitSet();
    for (int row : new int[] {0, 2, 3, 4}) {
      live.set(row);
    }
    assertEquals(live, masked.mask());
    refused(file, "nosuch", null, "no array 'nosuch'", "'concepts'");
    refused(file, "live", null, "type BOOLEAN");
    refused(file, null, "nosuch", "mask 'nosuch': is neither");
    Path other =
        write("m.npy", ArrayBytes.npy("<i8", "(5,)", ArrayBytes.numbers("i8", 1, 1, 1, 1, 1)));
    refused(file, null, other.toString(), "masks (5,) vectors", "holds 6");
    Path two =
        write(
            "y.npz",
            ArrayBytes.npz(
                Map.of("a", ArrayBytes.npy("(2, 3)", SIX), "b", ArrayBytes.npy("(3, 2)", SIX))));
    refused(two, null, null, "holds 2 arrays", "--array", "'a'", "'b'");
    holdsSix(VectorSources.open(two, "b", null), 0);
    holdsSix(VectorSources.open(two + ":b"), 0);
    holdsSix(VectorSources.open(write("a:b.npy", ArrayBytes.npy("(2, 3)", SIX)).toString()), 0);
    assertEquals(
        two + ": holds 2 arrays that may be vectors; name one as FILE:ARRAY: 'a', 'b'",
        assertThrows(InputException.class, () -> VectorSources.open(two.toString()))
            .getMessage()
            .replace("'b', 'a'", "'a', 'b'"));
    assertTrue(
        assertThrows(InputException.class, () -> VectorSources.open(two + ":c"))
            .getMessage()
            .contains("holds no array 'c'"));
  }

  /** Texts, objects, other orders and empty arrays spoil no array but themselves. */
  @Test
  void oddArraysOfAnArchiveAreToldWhenChosen() throws IOException {
    byte[] fortran =
        new String(ArrayBytes.npy("(2, 3)", SIX), ISO_8859_1)
            .replace("'fortran_order': False", "'fortran_order': True ")
            .getBytes(ISO_8859_1);
    Map<String, byte[]> arrays =
        new LinkedHashMap<>(
            Map.of(
                "x",
                ArrayBytes.npy("(2, 3)", SIX),
                "names",
                ArrayBytes.npy("<U3", "(2,)", new byte[24]),
                "objects",
                ArrayBytes.npy("|O", "(2,)", new byte[9]),
                "empty",
                ArrayBytes.npy("(0, 3)"),
                "cut",
                ArrayBytes.npy("<i8", "(9,)", new byte[8])));
    Path file = write("odd.npz", ArrayBytes.npz(arrays));
    holdsSix(VectorSources.open(file, null, null), 0);
    refused(file, "names", null, "array 'names': has numbers of type '<U3'", "'|b1'");
    refused(file, "objects", null, "'|O'");
    refused(file, "empty", null, "holds no vectors");
    refused(file, null, "cut", "array 'cut': promises 9 numbers, but has only 1");
    arrays.put("y", fortran);
    Path two = write("two.npz", ArrayBytes.npz(arrays));
    refused(two, null, null, "holds 2 arrays", "'x'", "'y'");
    refused(two, "y", null, "array 'y': is in Fortran order");
    holdsSix(VectorSources.open(two, "x", null), 0);
    refused(write("f.npy", fortran), null, null, "Fortran order");
    arrays.keySet().removeAll(Set.of("x", "y", "objects", "empty", "cut"));
    arrays.put("i", ArrayBytes.npy("<i8", "(1,)", new byte[8]));
    refused(write("no.npz", ArrayBytes.npz(arrays)), null, null, "holds no array", "'names'");
  }

  @Test
  void masksOfWholeNumbers() throws IOException {
    Path file = write("x.npy", ArrayBytes.npy("(3, 2)", SIX));
    BitSet live = new BitSet();
    live.set(1);
    live.set(2);
    byte[] bytes = new byte[24];
    for (String type : new String[] {"|i1", "|u1", "<i2", ">u2", "<u4", ">i4", "<i8"}) {
      int size = type.charAt(2) - '0';
      Arrays.fill(bytes, (byte) 0);
      bytes[size] = (byte) 0x80;
      bytes[3 * size - 1] = (byte) 0xff;
      byte[] mask = Arrays.copyOf(bytes, 3 * size);
      Path at = write("mask.npy", ArrayBytes.npy(type, "(3,)", mask));
      assertEquals(live, VectorSources.open(file, null, at.toString()).mask(), type);
    }
  }

  /** Gates may be half open; but what is no number tells nothing, whatever the vector holds. */
  @Test
  void masksOfNoNumbersAreRefused() throws IOException {
    double[] numbers = {1.5, -2, Double.NaN, 4, 5, 6};
    byte[] vectors = ArrayBytes.npy("(3, 2)", numbers);
    Path file = write("x.npy", vectors);
    Path half = write("half.npy", ArrayBytes.npy("(3,)", 0.25, 0, -1e-300));
    BitSet live = new BitSet();
    live.set(0);
    live.set(2);
    assertEquals(live, VectorSources.open(file, null, half.toString()).mask());
    String wanted = "; a mask wants finite numbers, 0 for vectors that are not live and any other";
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      byte[] mask = ArrayBytes.npy("<f4", "(3,)", ArrayBytes.numbers("f4", 1, bad, 1));
      String told = ": as a mask holds " + bad + " for vector 2, ";
      Path other = write("mask.npy", mask);
      refused(file, null, other.toString(), other + told, wanted);
      Path archive = write("x.npz", ArrayBytes.npz(Map.of("x", vectors, "live", mask)));
      refused(archive, "x", "live", "array 'live'" + told, wanted);
    }
  }

  /** A mask that promises more than its bytes would go on with another tensor's. */
  @Test
  void aMaskOfSafetensorsReadsItsOwnBytes() throws IOException {
    String header =
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[1,25]},"
            + "\"live\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,1]}}";
    byte[] six = ArrayBytes.numbers("f4", SIX);
    Path file = write("m.safetensors", ArrayBytes.safetensors(header, new byte[] {1}, six));
    holdsSix(VectorSources.open(file, "x", null), 0);
    refused(file, "x", "live", "tensor 'live': promises 3 numbers, but has only 1");
  }

  @Test
  void safetensors() throws IOException {
    byte[] brain = {(byte) 0xc0, 0x3f, 0, (byte) 0xc0, (byte) 0x80, 0x3e, (byte) 0x80, 0x40};
    byte[] six = ArrayBytes.numbers("f4", SIX);
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},\"x\":{\"dtype\":\"F32\",\"shape\":[2,3],"
            + "\"data_offsets\":[0,24]},\"y\":{\"dtype\":\"BF16\",\"shape\":[2,2],"
            + "\"data_offsets\":[24,32]},\"bias\":{\"dtype\":\"F32\",\"shape\":[6],"
            + "\"data_offsets\":[0,24]},\"odd\":{\"dtype\":\"F8_E4M3\",\"shape\":[1,1],"
            + "\"data_offsets\":[0,1]}}";
    byte[] content = ArrayBytes.safetensors(header, six, brain);
    Path file = write("x.safetensors", content);
    holdsSix(VectorSources.open(file, "x", null), 0);
    assertArrayEquals(new double[] {1.5, -2, 0.25, 4}, all(VectorSources.open(file, "y", null), 5));
    refused(file, null, null, "holds 2 arrays", "'x', 'y'");
    refused(file, "bias", null, "shape (6,)");
    write("x.safetensors", Arrays.copyOf(content, content.length - 1));
    refused(file, "y", null, "tensor 'y'", "cut off");
    write("x.safetensors", ArrayBytes.safetensors(header.replace("[2,3]", "[2,4]"), six, brain));
    refused(file, "x", null, "promises 2 × 4 numbers, but has only 6");
    for (String broken :
        new String[] {
          "{ ", "[]", "{\"x\":3}", "{\"x\":{\"dtype\":\"F32\"}}", "nul", "{\"x\":{}}"
        }) {
      write("x.safetensors", ArrayBytes.safetensors(broken));
      refused(file, null, null, "damaged header");
    }
  }

  /** What a header promises is never believed. */
  @Test
  void headersThatPromiseTooMuch() throws IOException {
    byte[] claim = {0, (byte) 0xe4, 0x0b, 0x54, 2, 0, 0, 0, '{', '}'}; // 10 GB
    refused(write("x.safetensors", claim), null, null, "would take 10000000000 bytes");
    refused(write("x.safetensors", new byte[3]), null, null, "no length");
    refused(write("x.safetensors", new byte[0]), null, null, "no length");
    refused(
        write("x.npy", ArrayBytes.npy("(10000000, 256)", SIX)),
        null,
        null,
        "promises 10000000 × 256 numbers, but has only 6");
    byte[] longHeader = ArrayBytes.npy("(2, 3)", SIX);
    longHeader[6] = 2;
    longHeader[11] = 0x7f;
    refused(write("x.npy", longHeader), null, null, "damaged header of ");
    refused(
        write("x.npz", ArrayBytes.npz(Map.of("a", ArrayBytes.npy("(1000000, 900)", SIX)))),
        null,
        null,
        "array 'a': promises 1000000 × 900");
    refused(write("x.txt", "999999 2000\na 1\n".getBytes(UTF_8)), null, null, "line 2: has 2 ");
  }

  @Test
  void filesThatAreNotWhatTheirNameSays() throws IOException {
    byte[] npz = ArrayBytes.npz(Map.of("a", ArrayBytes.npy("(2, 3)", SIX)));
    refused(write("x.npz", Arrays.copyOf(npz, npz.length - 30)), null, null, "no .npz archive");
    refused(write("x.npz", new byte[40]), null, null, "no .npz archive");
    refused(write("x.npz", new byte[0]), null, null, "no .npz archive");
    refused(write("x.npy", npz), null, null, "is no .npy file");
    refused(write("y.npz", ArrayBytes.npz(Map.of())), null, null, "holds no array");
    refused(write("x.csv", npz), null, null, "unknown format");
    refused(folder, null, null, "unknown format");
    refused(folder.resolve("nosuch.npy"), null, null, "there is no such file");
    refused(write("x.npy", ArrayBytes.npy("(0, 3)")), null, null, "holds no vectors");
    refused(write("x.npy", ArrayBytes.npy("(6,)", SIX)), null, null, "shape (6,)");
  }

  @Test
  void textsOfWord2vec() throws IOException {
    Path file = write("x.vec", "3 2\na 1.5 -2\nb .25 4\nc 5 6\n".getBytes(UTF_8));
    holdsSix(VectorSources.open(file, null, null), 0);
    refused(file, "a", null, "without names");
    refused(write("y.vec", new byte[] {(byte) 0xff, (byte) 0xfe}), null, null, "UTF-8");
  }
}
