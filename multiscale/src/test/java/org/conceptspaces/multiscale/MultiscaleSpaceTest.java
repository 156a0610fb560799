package org.conceptspaces.multiscale;

import static org.conceptspaces.multiscale.Fixture.at;
import static org.conceptspaces.multiscale.Fixture.child;
import static org.conceptspaces.multiscale.Fixture.levels;
import static org.conceptspaces.multiscale.Fixture.nested;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.Values;
import org.conceptspaces.testkit.FlatGeometry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a stack of levels makes of them. */
class MultiscaleSpaceTest {

  private final Ruled ruled = new Ruled();
  private final Fixture fixture = new Fixture(ruled);

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void levelsHaveNamesAndPathsThatStay() {
    SpaceConfig flat = child("flat", 2, 2);
    ConceptSpace three = fixture.build(levels(flat, flat, flat));
    assertEquals(
        List.of("fine", "level1", "coarse"), three.levels().stream().map(LevelSpec::name).toList());
    assertEquals(2, three.summaryLevel());
    for (String path :
        List.of("level0.flat.slots", "level2.flat.slots", "link1.weight", "link2.bias")) {
      assertTrue(fixture.context.parameters().containsKey("space." + path), path);
    }
    ConceptSpace one = fixture.context.child("one", levels(flat));
    assertEquals("coarse", one.levels().get(0).name());
    ConceptSpace middle =
        fixture.context.child(
            "middle", levels(flat, flat, flat).with(MultiscaleProvider.SUMMARY, "level1"));
    assertEquals(1, middle.summaryLevel());
    assertEquals(1, fixture.encode(middle, fixture.texts(2, 3)).summaryLevel());
  }

  /** Columns of a level are the tokens, then the concepts of the finer level. */
  @Test
  void attentionIsThatOverTokensAndThroughConcepts() {
    ConceptSpace space = fixture.build(levels(ruled(2), ruled(3), ruled(1)));
    int length = 4;
    ConceptSet set = fixture.encode(space, fixture.texts(2, length));
    double[][][] below = new double[2][0][length];
    for (int i = 0; i < 3; i++) {
      Level level = set.levels().get(i);
      int concepts = level.spec().count();
      int heads = Ruled.HEADS;
      int wide = length + below[0].length;
      double[][][] mean = new double[2][concepts][length];
      for (int b = 0; b < 2; b++) {
        for (int h = 0; h < heads; h++) {
          for (int c = 0; c < concepts; c++) {
            double[] row = Ruled.row(b, h, c, wide);
            for (int t = 0; t < length; t++) {
              double wanted = row[t];
              for (int k = length; k < wide; k++) {
                wanted += row[k] * below[b][k - length][t];
              }
              assertEquals(wanted, at(level.attention(), b, h, c, t), 1e-6);
              mean[b][c][t] += wanted / heads;
            }
            assertEquals(1, DoubleStream.of(row).sum(), 1e-9);
          }
        }
      }
      below = mean;
    }
  }

  @Test
  void aDeadFineLevelIsAsIfItWereNotThere() {
    SpaceConfig coarse = child("poincare", 3, 2);
    ConceptSpace stack = fixture.build(levels(child("euclidean", 4, 3), coarse));
    Tokens texts = fixture.texts(3, 4);
    NDArray dead = fixture.manager.zeros(new Shape(3, 4));
    NDArray alive = fixture.manager.ones(new Shape(3, 3));
    Level seen = fixture.encode(stack, texts.withLive(List.of(dead, alive))).levels().get(1);
    try (Fixture other = new Fixture()) {
      // the same path, so the same parameters
      ConceptSpace alone = other.context.in("space").child("level1", coarse);
      Level wanted =
          alone.encode(other.context.pass(fixture.manager, false), texts).levels().get(0);
      assertArrayEquals(wanted.points().toDoubleArray(), seen.points().toDoubleArray(), 1e-6);
      assertArrayEquals(wanted.hidden().toFloatArray(), seen.hidden().toFloatArray(), 1e-5f);
      assertArrayEquals(wanted.attention().toDoubleArray(), seen.attention().toDoubleArray(), 1e-6);
      // and alive it is seen
      Level both = fixture.encode(stack, texts).levels().get(1);
      assertTrue(Math.abs(at(both.hidden(), 0, 0, 0) - at(wanted.hidden(), 0, 0, 0)) > 1e-3);
    }
  }

  /** A gate's weight on a fine concept reaches the coarse level, continuously. */
  @Test
  void aFineConceptLetThroughInPartIsSeenInPart() {
    ConceptSpace stack = fixture.build(levels(ruled(1), ruled(1)));
    Tokens texts = fixture.texts(1, 2);
    NDArray one = fixture.manager.ones(new Shape(1, 1));
    NDArray part = fixture.manager.create(new float[] {0.25f}, new Shape(1, 1));
    fixture.encode(stack, texts.withLive(List.of(part, one)));
    assertArrayEquals(new float[] {1, 1, 0.25f}, ruled.mask());
    assertArrayEquals(new float[] {1, 1, 0}, ruled.information());
  }

  @Test
  void termsOfLevelsArePassedOn() {
    ConceptSet set = fixture.encode(fixture.build(levels(ruled(2), ruled(1))), fixture.texts(1, 2));
    assertEquals(
        List.of("fine.ruled", "coarse.ruled"), set.terms().stream().map(Term::name).toList());
    ConceptSet cut =
        fixture.encode(
            fixture.context.child("cut", nested(levels(ruled(2), ruled(1)), 1)),
            fixture.texts(1, 2));
    assertEquals(2, cut.terms().size());
  }

  /** A level takes concepts for tokens: of what a text costs, each of all these has its share. */
  @Test
  void aLevelIsToldWhatATextCostsForEachTokenThatItReads() {
    ConceptSet set = fixture.encode(fixture.build(levels(ruled(2), ruled(1))), fixture.texts(2, 4));
    NDArray nats = fixture.manager.create(new float[] {3, 10});
    // The sum of 3 and 10, by rule; then 3 for 4 tokens of 6, 10 for 3 of 5.
    assertEquals(13, set.terms().get(0).loss().apply(nats).getFloat(), 1e-6);
    assertEquals(2 + 6, set.terms().get(1).loss().apply(nats).getFloat(), 1e-6);
  }

  @Test
  void aLevelOfSeveralLevelsIsRefused() {
    SpaceConfig flat = child("flat", 2, 2);
    SpaceConfig inner = levels(flat, flat);
    refuses(
        "levels[1]: a level cannot have levels of its own: list these among the levels around",
        levels(flat, inner));
    refuses(
        "levels[0].child: a level cannot have levels of its own: list these among the levels around",
        levels(nested(inner, 1), flat));
    refuses(
        "levels[1]: pair has 2 levels (left, right); a level wants a space of one",
        levels(flat, new SpaceConfig("pair", Values.of(Map.of()))),
        new Pair());
  }

  @Test
  void aSummaryThatIsNoLevelIsRefused() {
    SpaceConfig flat = child("flat", 2, 2);
    refuses(
        "summary: wants one of fine, coarse, not level1",
        levels(flat, flat).with(MultiscaleProvider.SUMMARY, "level1"));
    SpaceConfig fine = levels(flat, flat).with(MultiscaleProvider.SUMMARY, "fine");
    refuses(
        "summary: is fine, which training leaves out at times, and then nothing would stand for a"
            + " text: add levelDropout: 0, or name a coarser level",
        fine);
    assertEquals(0, fixture.build(fine.with(MultiscaleProvider.LEVEL_DROPOUT, 0.0)).summaryLevel());
  }

  private static void refuses(String message, SpaceConfig config, SpaceProvider... others) {
    try (Fixture fresh = new Fixture(others)) {
      assertEquals(
          "multiscale: " + message,
          assertThrows(IllegalArgumentException.class, () -> fresh.build(config)).getMessage());
    }
  }

  private static SpaceConfig ruled(int concepts) {
    return new SpaceConfig("ruled", Values.of(Map.of("concepts", concepts)));
  }

  /** A space of two levels. */
  private static final class Pair implements SpaceProvider {
    @Override
    public String name() {
      return "pair";
    }

    @Override
    public String description() {
      return "Two levels.";
    }

    @Override
    public ConceptSpace create(Values values, SpaceContext context) {
      List<LevelSpec> specs =
          List.of(
              new LevelSpec("left", 1, 1, new FlatGeometry()),
              new LevelSpec("right", 1, 1, new FlatGeometry()));
      return new ConceptSpace() {
        @Override
        public List<LevelSpec> levels() {
          return specs;
        }

        @Override
        public ConceptSet encode(Pass pass, Tokens tokens) {
          throw new IllegalStateException("never asked to encode");
        }
      };
    }
  }
}
