package org.conceptspaces.multiscale;

import static org.conceptspaces.multiscale.Fixture.child;
import static org.conceptspaces.multiscale.Fixture.levels;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.testkit.FlatGeometry;
import org.conceptspaces.testkit.StandalonePass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which levels training leaves out. */
class LevelDropoutTest {

  private static final List<LevelSpec> SPECS =
      IntStream.of(4, 3, 2, 1).mapToObj(LevelDropoutTest::spec).toList();

  private final NDManager manager = NDManager.newBaseManager(Fixture.device());

  @AfterEach
  void close() {
    manager.close();
  }

  private static LevelSpec spec(int count) {
    return new LevelSpec("of" + count, count, 2, new FlatGeometry());
  }

  private Tokens texts(int count) {
    return new Tokens(manager.zeros(new Shape(count, 1, 1)), manager.ones(new Shape(count, 1)));
  }

  /** How many texts keep so many of the coarsest levels; fails where slots of a level differ. */
  private int[] kept(LevelDropout dropout, int texts, long seed) {
    StandalonePass pass = new StandalonePass(manager, true, new SplittableRandom(seed));
    Tokens dropped = dropout.apply(pass, texts(texts), SPECS);
    List<NDArray> live = dropped.live();
    assertNotNull(live);
    int[] counts = new int[SPECS.size() + 1];
    for (int text = 0; text < texts; text++) {
      boolean[] on = new boolean[SPECS.size()];
      for (int level = 0; level < on.length; level++) {
        NDArray mask = live.get(level);
        int columns = Math.toIntExact(mask.getShape().get(1));
        float[] row = Arrays.copyOfRange(mask.toFloatArray(), text * columns, (text + 1) * columns);
        on[level] = row[0] == 1;
        float[] same = new float[columns];
        Arrays.fill(same, on[level] ? 1 : 0);
        assertArrayEquals(same, row);
      }
      int alive = 0;
      for (int level = on.length - 1; level >= 0 && on[level]; level--) {
        alive++;
      }
      for (int level = 0; level < on.length - alive; level++) {
        assertEquals(false, on[level], "levels are left out from the fine end");
      }
      counts[alive]++;
    }
    return counts;
  }

  /** Frequencies within four standard deviations of a binomial. */
  @Test
  void aUniformNumberOfTheCoarsestIsKept() {
    int texts = 6000;
    double share = 0.6;
    int[] counts = kept(new LevelDropout(share, 1), texts, 5);
    double[] wanted = {0, share / 3, share / 3, share / 3, 1 - share};
    for (int k = 0; k < counts.length; k++) {
      double deviation = Math.sqrt(texts * wanted[k] * (1 - wanted[k]));
      assertEquals(texts * wanted[k], counts[k], 4 * deviation, k + " levels");
    }
    assertArrayEquals(counts, kept(new LevelDropout(share, 1), texts, 5));
  }

  @Test
  void theLevelThatStandsForATextIsKept() {
    int[] counts = kept(new LevelDropout(1, 3), 50, 5);
    assertArrayEquals(new int[] {0, 0, 0, 50, 0}, counts);
  }

  /** Of a level that no text keeps one dead slot is left, which costs next to nothing. */
  @Test
  void aLevelThatNoTextKeepsIsCut() {
    StandalonePass pass = new StandalonePass(manager, true);
    Tokens dropped = new LevelDropout(1, 3).apply(pass, texts(5), SPECS);
    List<NDArray> live = dropped.live();
    assertNotNull(live);
    assertEquals(
        List.of(1L, 3L, 2L, 1L), live.stream().map(mask -> mask.getShape().get(1)).toList());
    assertEquals(0, live.get(0).sum().getFloat());
  }

  @Test
  void nothingIsLeftOutUnlessItMayBe() {
    Tokens texts = texts(50);
    StandalonePass training = new StandalonePass(manager, true);
    StandalonePass inference = new StandalonePass(manager, false);
    LevelDropout always = new LevelDropout(1, 1);
    assertSame(texts, always.apply(inference, texts, SPECS));
    assertSame(texts, new LevelDropout(0, 1).apply(training, texts, SPECS));
    assertSame(texts, always.apply(training, texts, SPECS.subList(3, 4)));
    Tokens given =
        texts.withLive(SPECS.stream().map(s -> manager.ones(new Shape(50, s.count()))).toList());
    assertSame(given, always.apply(training, given, SPECS));
    assertNotEquals(texts, always.apply(training, texts, SPECS));
  }

  /** Through the space: the levels say that they are dead, and the coarse one did not see them. */
  @Test
  void whatIsLeftOutIsDeadInTheResult() {
    try (Fixture fixture = new Fixture()) {
      ConceptSpace space =
          fixture.build(
              levels(child("flat", 4, 3), child("flat", 2, 2))
                  .with(MultiscaleProvider.LEVEL_DROPOUT, 1.0));
      Tokens texts = fixture.texts(3, 4);
      ConceptSet dropped = fixture.train(space, texts, 1);
      assertEquals(new Shape(3, 1), dropped.levels().get(0).mask().getShape());
      assertEquals(0, dropped.levels().get(0).mask().sum().getFloat());
      assertEquals(6, dropped.levels().get(1).mask().sum().getFloat());
      NDArray dead = fixture.manager.zeros(new Shape(3, 1));
      NDArray alive = fixture.manager.ones(new Shape(3, 2));
      ConceptSet given = fixture.encode(space, texts.withLive(List.of(dead, alive)));
      for (int i = 0; i < 2; i++) {
        assertArrayEquals(
            given.levels().get(i).points().toFloatArray(),
            dropped.levels().get(i).points().toFloatArray());
      }
    }
  }
}
