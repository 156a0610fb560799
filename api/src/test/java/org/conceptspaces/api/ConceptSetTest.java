package org.conceptspaces.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConceptSetTest {

  private static final LevelSpec SPEC = new LevelSpec("level", 3, 1, new Line());

  @Test
  void aSpecificationChangesInOneThing() {
    LevelSpec changed = SPEC.withName("other").withCount(2);
    assertEquals(new LevelSpec("other", 2, SPEC.dimension(), SPEC.geometry()), changed);
    assertThrows(IllegalArgumentException.class, () -> SPEC.withCount(0));
  }

  @Test
  void theCoarsestLevelIsTheSummaryUnlessToldOtherwise() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Level fine = level(manager);
      Level coarse = level(manager);
      assertSame(coarse, new ConceptSet(List.of(fine, coarse)).summary());
      assertSame(fine, new ConceptSet(List.of(fine, coarse), 0, List.of()).summary());
      assertThrows(
          IllegalArgumentException.class, () -> new ConceptSet(List.of(fine), 1, List.of()));
      assertThrows(IllegalArgumentException.class, () -> new ConceptSet(List.of()));
    }
  }

  @Test
  void poolingCountsLiveConceptsAlone() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertArrayEquals(new float[] {1.5f, 0}, level(manager).pooled().toFloatArray());
    }
  }

  @Test
  void poolingWeighsGates() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Level full = level(manager);
      NDArray gates = manager.create(new float[] {1, 0.25f, 0, 0, 0, 0.5f}).reshape(2, 3);
      Level level =
          new Level(SPEC, full.bound(), full.points(), gates, full.attention(), full.hidden());
      assertArrayEquals(new float[] {1.2f, 6}, level.pooled().toFloatArray(), 1e-6f);
    }
  }

  @Test
  void dimensionsAreCutFromOneToAll() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Level level = level(manager);
      assertEquals(level.points(), level.truncated(1).points());
      assertThrows(IllegalArgumentException.class, () -> level.truncated(0));
      assertThrows(IllegalArgumentException.class, () -> level.truncated(2));
    }
  }

  @Test
  void aSetIsCutWhereItIsWider() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Level narrow = level(manager);
      LevelSpec plane = new LevelSpec("plane", 1, 2, new Line());
      NDArray points = manager.create(new float[] {3, 4}).reshape(1, 1, 2);
      Level wide = new Level(plane, plane.geometry(), points, points, points, points);
      ConceptSet cut = new ConceptSet(List.of(narrow, wide), 0, List.of()).truncated(1);
      assertSame(narrow, cut.summary());
      assertArrayEquals(new float[] {3, 0}, cut.levels().get(1).points().toFloatArray());
    }
  }

  @Test
  void aConfigKnowsWhatIsBelow() {
    SpaceConfig flat = new SpaceConfig("flat", Values.of(Map.of("curvature", 1.0)));
    SpaceConfig line = new SpaceConfig("line", Values.of(Map.of()));
    SpaceConfig stack = new SpaceConfig("stack", Values.of(Map.of("levels", List.of(line, flat))));
    SpaceConfig all = new SpaceConfig("all", Values.of(Map.of("child", stack, "name", "ball")));
    assertEquals(Optional.of(""), all.find("all"));
    assertEquals(Optional.of(".child.levels[1]"), all.find("flat"));
    assertEquals(Optional.empty(), all.find("ball"));
  }

  @Test
  void livenessIsTakenLevelByLevel() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray one = manager.ones(new ai.djl.ndarray.types.Shape(1, 1));
      NDArray two = manager.zeros(new ai.djl.ndarray.types.Shape(1, 2));
      assertEquals(List.of(two), new Tokens(one, one).withLive(List.of(one, two)).only(1).live());
      assertNull(new Tokens(one, one).only(1).live());
    }
  }

  @Test
  void specsRefuseWhatIsNoLevel() {
    assertEquals(1, SPEC.coordinates());
    assertThrows(IllegalArgumentException.class, () -> new LevelSpec("x", 0, 1, new Line()));
    assertThrows(IllegalArgumentException.class, () -> new LevelSpec("x", 1, 0, new Line()));
    assertThrows(IllegalArgumentException.class, () -> new Initial(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> Initial.normal(-1));
    assertEquals(new Initial(2, 0), Initial.constant(2));
  }

  /** Two texts: concepts 1, 2 live and 9 dead; none live. */
  private static Level level(NDManager manager) {
    NDArray points = manager.create(new float[] {1, 2, 9, 4, 5, 6}).reshape(2, 3, 1);
    NDArray mask = manager.create(new float[] {1, 1, 0, 0, 0, 0}).reshape(2, 3);
    return new Level(SPEC, SPEC.geometry(), points, mask, mask, points);
  }
}
