package org.conceptspaces.encoder.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.measure.LevelConcepts;
import org.conceptspaces.encoder.measure.LevelConcepts.Concept;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextEncoderTest {

  @TempDir private Path folder;

  private TrainedModel model(NDManager manager, Spaces spaces) {
    Plugins plugins = Spaces.plugins();
    ConceptModel model = spaces.model(manager);
    ModelDescription description =
        new ModelDescription(
            spaces.shape(),
            spaces.config(plugins),
            Animals.corpus().vocabulary(),
            7,
            "c0ffee",
            "f00d",
            Map.of());
    ModelDirectory.save(folder, description, model);
    return ModelDirectory.load(folder, plugins, manager);
  }

  private static List<EncodedText> encoded(TrainedModel model, List<String> texts) {
    List<EncodedText> results = new ArrayList<>();
    TextEncoder encoder = new TextEncoder(model, results::add);
    texts.forEach(text -> encoder.add("id of " + text, text));
    encoder.flush();
    return results;
  }

  private static double[] row(NDArray array, int row) {
    double[] all = Small.numbers(array);
    int width = Math.toIntExact(array.size() / array.getShape().get(0));
    return Arrays.copyOfRange(all, row * width, (row + 1) * width);
  }

  /** The same numbers, to the bit, as what the pass itself holds. */
  @ParameterizedTest
  @EnumSource(names = {"EUCLIDEAN", "LEARNED_CURVATURE", "MULTISCALE"})
  void tellsWhatThePassHolds(Spaces spaces) {
    List<String> texts = Animals.taxonomy().texts();
    try (NDManager manager = Small.manager()) {
      TrainedModel model = model(manager, spaces);
      List<EncodedText> results = encoded(model, texts);
      try (ModelPass pass = model.pass()) {
        ConceptSet set = model.concepts(pass, texts);
        for (int i = 0; i < texts.size(); i++) {
          EncodedText text = results.get(i);
          assertEquals(texts.get(i), text.text());
          assertEquals("id of " + texts.get(i), text.id());
          assertArrayEquals(row(set.summary().pooled(), i), text.concepts().pooled());
          assertEquals(set.levels().size(), text.concepts().levels().size());
          for (int l = 0; l < set.levels().size(); l++) {
            same(set.levels().get(l), i, text.concepts().levels().get(l), text.tokens().size());
          }
        }
      }
    }
  }

  private static void same(Level level, int text, LevelConcepts copy, int tokens) {
    assertEquals(level.spec(), copy.spec());
    assertEquals(level.bound().parameters(), copy.parameters());
    double[] points = row(level.points(), text);
    assertEquals(level.spec().count(), copy.concepts().size());
    int at = 0;
    for (Concept concept : copy.concepts()) {
      for (double x : concept.point()) {
        assertEquals(points[at++], x);
      }
      assertEquals(tokens, concept.attention().length);
      assertEquals(1, Arrays.stream(concept.attention()).sum(), 1e-6);
    }
  }

  /** More texts than a batch takes, of very different lengths; a batch changes only rounding. */
  @ParameterizedTest
  @EnumSource(names = {"EUCLIDEAN", "MULTISCALE"})
  void aTextAloneHasThePointsThatItHasAmongOthers(Spaces spaces) {
    List<String> texts =
        IntStream.range(0, 600).mapToObj(i -> "a dog " + "and a cat ".repeat(i % 4) + i).toList();
    try (NDManager manager = Small.manager()) {
      TrainedModel model = model(manager, spaces);
      List<EncodedText> together = encoded(model, texts);
      assertEquals(texts, together.stream().map(EncodedText::text).toList());
      for (int i : new int[] {0, 1, 255, 256, 599}) {
        EncodedText alone = encoded(model, List.of(texts.get(i))).get(0);
        EncodedText among = together.get(i);
        assertArrayEquals(alone.concepts().pooled(), among.concepts().pooled(), 1e-6);
        assertEquals(alone.tokens(), among.tokens());
        for (int l = 0; l < alone.concepts().levels().size(); l++) {
          List<Concept> one = alone.concepts().levels().get(l).concepts();
          List<Concept> other = among.concepts().levels().get(l).concepts();
          assertEquals(one.size(), other.size());
          for (int c = 0; c < one.size(); c++) {
            assertArrayEquals(one.get(c).point(), other.get(c).point(), 1e-6);
            assertArrayEquals(one.get(c).attention(), other.get(c).attention(), 1e-6);
          }
        }
      }
    }
  }

  @Test
  void unknownTokensAreCounted() {
    try (NDManager manager = Small.manager()) {
      TrainedModel model = model(manager, Spaces.POINCARE);
      List<EncodedText> results = encoded(model, List.of("a cat", "a zebra", "Zzyzx", "\u00a0"));
      assertEquals(
          List.of(0, 2), results.subList(0, 2).stream().map(EncodedText::unknown).toList());
      assertFalse(results.get(1).allUnknown());
      assertTrue(results.get(2).allUnknown());
      assertEquals("Zzyzx", String.join("", results.get(2).tokens()));
      for (EncodedText text : results) {
        for (double x : text.concepts().pooled()) {
          assertTrue(Double.isFinite(x));
        }
      }
    }
  }

  /** The model reads twelve tokens. */
  @Test
  void ofALongTextTheFirstTokensAreRead() {
    try (NDManager manager = Small.manager()) {
      TrainedModel model = model(manager, Spaces.EUCLIDEAN);
      String start = "a dog and a cat and a dog and a cat and";
      List<EncodedText> results =
          encoded(model, List.of(start, start + " a bird".repeat(200_000), "a bird"));
      assertEquals(12, results.get(1).tokens().size());
      assertEquals(results.get(0).tokens(), results.get(1).tokens());
      assertArrayEquals(
          results.get(0).concepts().pooled(), results.get(1).concepts().pooled(), 1e-6);
    }
  }
}
