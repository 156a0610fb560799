package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.measure.LevelConcepts.Concept;
import org.conceptspaces.encoder.network.ConceptModel;
import org.junit.jupiter.api.Test;

class LevelConceptsTest {

  /** Two texts of two and one tokens, up to three slots, two heads, by hand. */
  private static Level level(NDManager manager, LevelSpec spec, Geometry bound, float[] mask) {
    NDArray points =
        manager.create(
            new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18},
            new Shape(2, 3, 3));
    float[] attention = new float[2 * 2 * 3 * 2];
    for (int head = 0; head < 2; head++) {
      for (int slot = 0; slot < 3; slot++) {
        // Text 0 looks at its first token by (head + slot + 1)/8, text 1 has only one.
        attention[(head * 3 + slot) * 2] = (head + slot + 1) / 8f;
        attention[(head * 3 + slot) * 2 + 1] = 1 - (head + slot + 1) / 8f;
        attention[(6 + head * 3 + slot) * 2] = 1;
      }
    }
    return new Level(
        spec,
        bound,
        points,
        manager.create(mask, new Shape(2, 3)),
        manager.create(attention, new Shape(2, 2, 3, 2)),
        manager.zeros(new Shape(2, 3, 16)));
  }

  @Test
  void deadSlotsNeverComeOut() {
    try (NDManager manager = Small.manager()) {
      ConceptModel model = Spaces.EUCLIDEAN.model(manager);
      LevelSpec spec = model.space().levels().get(0);
      Level level = level(manager, spec, spec.geometry(), new float[] {1, 0, 0.5f, 0, 0, 0});
      List<LevelConcepts> texts = LevelConcepts.of(level, new int[] {2, 1});
      assertEquals(Map.of(), texts.get(0).parameters());
      assertEquals("Euclidean", texts.get(0).geometryName());
      List<Concept> live = texts.get(0).concepts();
      assertEquals(List.of(0, 2), live.stream().map(Concept::slot).toList());
      assertEquals(List.of(1.0, 0.5), live.stream().map(Concept::weight).toList());
      assertArrayEquals(new double[] {7, 8, 9}, live.get(1).point());
      assertArrayEquals(new double[] {1.5 / 8, 6.5 / 8}, live.get(0).attention());
      assertArrayEquals(new double[] {3.5 / 8, 4.5 / 8}, live.get(1).attention());
      assertEquals(List.of(), texts.get(1).concepts(), "a text may have no live concept");
      TextConcepts all = TextConcepts.of(new ConceptSet(List.of(level)), new int[] {2, 1}).get(0);
      // (1·(1, 2, 3) + ½·(7, 8, 9)) / 1½
      assertArrayEquals(new double[] {3, 4, 5}, all.pooled(), 1e-6);
    }
  }

  @Test
  void attentionIsCutToTheTokensOfTheText() {
    try (NDManager manager = Small.manager()) {
      LevelSpec spec = Spaces.EUCLIDEAN.model(manager).space().levels().get(0);
      Level level = level(manager, spec, spec.geometry(), new float[] {0, 0, 0, 0, 1, 0});
      Concept only = LevelConcepts.of(level, new int[] {2, 1}).get(1).concepts().get(0);
      assertArrayEquals(new double[] {1}, only.attention());
      assertArrayEquals(new double[] {13, 14, 15}, only.point());
    }
  }
}
