package org.conceptspaces.encoder.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The decoder with two levels of different dimension and geometry. */
class PointDecoderTest {

  private static final int HIDDEN = 16;
  private static final int TEXTS = 2;
  private static final EncoderShape SHAPE = Small.shape();
  private static final LevelSpec FINE =
      new LevelSpec("fine", 4, 8, new EuclideanGeometry(DataType.FLOAT32));
  private static final LevelSpec COARSE = new LevelSpec("coarse", 2, 2, new PoincareBall(1));

  private final NDManager manager = Small.manager();
  private final Parameters parameters = new Parameters();
  private final PointDecoder decoder =
      new PointDecoder(parameters.in("decoder"), SHAPE, List.of(FINE, COARSE));
  private final ModelPass pass = ModelPass.training(manager, 1);

  @BeforeEach
  void draw() {
    parameters.initialize(manager, 3);
  }

  @AfterEach
  void close() {
    pass.close();
    manager.close();
  }

  @Test
  void readsCoarseThenFineThenThinks() {
    Parameters again = new Parameters();
    var scope = again.in("decoder");
    LevelReader fine = new LevelReader(scope.in("fine"), SHAPE, FINE);
    LevelReader coarse = new LevelReader(scope.in("coarse"), SHAPE, COARSE);
    LayerNorm norm = new LayerNorm(scope.in("feed-norm"), HIDDEN);
    FeedForward feed = new FeedForward(scope.in("feed"), HIDDEN, HIDDEN);
    again.initialize(manager, 3);
    ConceptSet concepts = concepts(normal(1, 4, 8), normal(2, 2, 2), ones(4), ones(2));

    NDArray states = normal(9, 3, HIDDEN);
    NDArray first = states.add(coarse.apply(pass, concepts.levels().get(1), states));
    NDArray second = first.add(fine.apply(pass, concepts.levels().get(0), first));
    NDArray wanted = second.add(feed.apply(pass, norm.apply(pass, second)));

    assertArrayEquals(wanted.toFloatArray(), decoder.apply(pass, concepts, states).toFloatArray());
    // The other order gives something else, so the comparison tells them apart.
    NDArray fineFirst = states.add(fine.apply(pass, concepts.levels().get(0), states));
    NDArray other = fineFirst.add(coarse.apply(pass, concepts.levels().get(1), fineFirst));
    assertTrue(Small.difference(Small.numbers(second), Small.numbers(other)) > 1e-4);
  }

  @Test
  void aDeadLevelOfATextAddsExactlyNothing() {
    NDArray dead = manager.create(new float[] {0, 0, 1, 1}, new Shape(TEXTS, 2));
    NDArray fine = normal(1, 4, 8);
    NDArray states = normal(9, 3, HIDDEN);
    NDArray one = decoder.apply(pass, concepts(fine, normal(2, 2, 2), ones(4), dead), states);
    NDArray other = decoder.apply(pass, concepts(fine, normal(5, 2, 2), ones(4), dead), states);
    float[] a = one.toFloatArray();
    float[] b = other.toFloatArray();
    int half = a.length / 2;
    assertArrayEquals(Arrays.copyOf(a, half), Arrays.copyOf(b, half), "the text without it");
    assertTrue(
        !Arrays.equals(
            Arrays.copyOfRange(a, half, 2 * half), Arrays.copyOfRange(b, half, 2 * half)),
        "the text with it");

    // Exactly as if its gate were shut.
    parameters.entries().stream()
        .filter(e -> e.path().equals("decoder.coarse.gate"))
        .forEach(e -> parameters.overwrite(e.parameter(), new float[] {0}));
    NDArray shut;
    try (ModelPass fresh = ModelPass.inference(manager)) {
      shut = decoder.apply(fresh, concepts(fine, normal(2, 2, 2), ones(4), ones(2)), states);
      assertArrayEquals(Arrays.copyOf(shut.toFloatArray(), half), Arrays.copyOf(a, half));
    }
  }

  @Test
  void whollyMaskedLevelsHaveNoGradientAndNoNaN() {
    NDArray fine = normal(1, 4, 8);
    NDArray coarse = COARSE.geometry().expOrigin(normal(2, 2, 2, DataType.FLOAT64));
    fine.setRequiresGradient(true);
    coarse.setRequiresGradient(true);
    Level fineLevel = level(FINE, fine, ones(4).zerosLike());
    Level coarseLevel = level(COARSE, coarse, ones(2).zerosLike());
    NDArray states = normal(9, 3, HIDDEN);
    ConceptSet concepts = new ConceptSet(List.of(fineLevel, coarseLevel));
    NDArray direction = normal(4, 3, HIDDEN);
    Small.backward(() -> decoder.apply(pass, concepts, states).mul(direction).sum());
    for (NDArray points : List.of(fine, coarse)) {
      for (double gradient : Small.numbers(points.getGradient())) {
        assertEquals(0, gradient);
      }
    }
    for (Parameters.Entry entry : parameters.entries()) {
      for (double gradient : Small.numbers(entry.parameter().getArray().getGradient())) {
        assertTrue(Double.isFinite(gradient), entry.path());
      }
    }
    for (double value : Small.numbers(decoder.apply(pass, concepts, states))) {
      assertTrue(Double.isFinite(value));
    }
  }

  private static ConceptSet concepts(
      NDArray fine, NDArray coarseTangents, NDArray fineMask, NDArray coarseMask) {
    Geometry ball = COARSE.geometry();
    NDArray wide = coarseTangents.toType(DataType.FLOAT64, false);
    return new ConceptSet(
        List.of(level(FINE, fine, fineMask), level(COARSE, ball.expOrigin(wide), coarseMask)));
  }

  /** The decoder reads neither attention nor hidden states. */
  private static Level level(LevelSpec spec, NDArray points, NDArray mask) {
    return new Level(spec, spec.geometry(), points, mask, mask, mask);
  }

  private NDArray ones(int count) {
    return manager.ones(new Shape(TEXTS, count));
  }

  private NDArray normal(long seed, long... rows) {
    Random random = new Random(seed);
    Shape shape = new Shape(TEXTS).addAll(new Shape(rows));
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return manager.create(values, shape);
  }

  private NDArray normal(long seed, long count, long dimension, DataType type) {
    return normal(seed, count, dimension).toType(type, false);
  }
}
