package org.conceptspaces.multiscale;

import static org.conceptspaces.multiscale.Fixture.child;
import static org.conceptspaces.multiscale.Fixture.levels;
import static org.conceptspaces.multiscale.Fixture.nested;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which dimensions training cuts off. */
class MatryoshkaTest {

  private static final int STEPS = 2000;

  private final Fixture fixture = new Fixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  /** How many dimensions of its tangents each text of a level has in use. */
  private static int[] used(Level level) {
    NDArray tangents = level.bound().logOrigin(level.points());
    Shape shape = tangents.getShape();
    double[] numbers =
        tangents.getDataType() == DataType.FLOAT64
            ? tangents.toDoubleArray()
            : tangents.toType(DataType.FLOAT64, true).toDoubleArray();
    int[] used = new int[Math.toIntExact(shape.get(0))];
    int dimension = level.spec().dimension();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != 0) {
        int text = i / Math.toIntExact(shape.get(1) * shape.get(2));
        used[text] = Math.max(used[text], i % dimension + 1);
      }
    }
    return used;
  }

  /** Frequencies within four standard deviations of a binomial; all texts of a step draw alike. */
  @Test
  void everyStepDrawsOneOfTheDimensionsForAllTexts() {
    ConceptSpace space = fixture.build(nested(child("flat", 2, 6), 1, 3));
    int[] counts = new int[7];
    for (int step = 0; step < STEPS; step++) {
      try (Fixture batch = new Fixture()) {
        int[] used = used(batch.train(space, batch.texts(2, 2), step).levels().get(0));
        assertEquals(used[0], used[1]);
        counts[used[0]]++;
      }
    }
    double deviation = Math.sqrt(STEPS * (1 / 3.0) * (2 / 3.0));
    for (int dimension : new int[] {1, 3, 6}) {
      assertEquals(STEPS / 3.0, counts[dimension], 4 * deviation, dimension + " dimensions");
    }
    assertEquals(STEPS, counts[1] + counts[3] + counts[6]);
  }

  @Test
  void inferenceCutsNothing() {
    SpaceConfig ball = child("poincare", 2, 4);
    ConceptSpace space = fixture.build(nested(ball, 1));
    Tokens texts = fixture.texts(2, 3);
    assertArrayEquals(new int[] {4, 4}, used(fixture.encode(space, texts).levels().get(0)));
    assertEquals(0, space.summaryLevel());
    assertEquals(1, space.levels().size());
  }

  /** What is cut in training is what is cut of the whole afterwards. */
  @Test
  void narrowLevelsStayAsTheyAre() {
    ConceptSpace space =
        fixture.build(
            nested(
                levels(child("flat", 3, 2), child("poincare", 2, 5))
                    .with(MultiscaleProvider.LEVEL_DROPOUT, 0.0),
                3));
    Tokens texts = fixture.texts(2, 3);
    ConceptSet whole = fixture.encode(space, texts);
    int[] seen = new int[6];
    for (long seed = 0; seed < 8; seed++) {
      ConceptSet trained = fixture.train(space, texts, seed);
      assertEquals(whole.levels().get(0).points(), trained.levels().get(0).points());
      int used = used(trained.levels().get(1))[0];
      seen[used]++;
      Level wanted = whole.truncated(used).levels().get(1);
      assertArrayEquals(
          wanted.points().toDoubleArray(), trained.levels().get(1).points().toDoubleArray(), 1e-9);
    }
    assertEquals(8, seen[3] + seen[5], Arrays.toString(seen));
    assertEquals(true, seen[3] > 0 && seen[5] > 0, Arrays.toString(seen));
  }

  @Test
  void theFullDimensionMayBeNamed() {
    ConceptSpace space = fixture.build(nested(child("flat", 2, 3), 2, 3));
    int whole = 0;
    for (int seed = 0; seed < 40; seed++) {
      whole +=
          used(fixture.train(space, fixture.texts(1, 2), seed).levels().get(0))[0] == 3 ? 1 : 0;
    }
    assertEquals(20, whole, 4 * Math.sqrt(10));
  }

  @Test
  void dimensionsThatMakeNoSenseAreRefused() {
    refuses(
        "dimensions[1] = 9 is more than the child has: 4 (level coarse); leave it out",
        nested(levels(child("flat", 2, 3), child("flat", 2, 4)), 2, 9));
    refuses(
        "dimensions[2]: is 2: wants more than the 2 before it",
        nested(child("flat", 2, 3), 1, 2, 2));
    refuses(
        "child.levels[1]: dimensions are nested already: list all of them in the outer matryoshka",
        nested(levels(child("flat", 2, 3), nested(child("flat", 2, 3), 1)), 2));
  }

  private void refuses(String message, SpaceConfig config) {
    assertEquals(
        "matryoshka: " + message,
        assertThrows(IllegalArgumentException.class, () -> fixture.build(config)).getMessage());
  }
}
