package org.conceptspaces.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.conceptspaces.api.Geometry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointTest {

  private static final Geometry BALL = Geometries.ball(1.3);
  private static final Tracker RATE = Schedules.warmUpCosine(0.05, 0.001, 5, 60);
  private static final Set<String> POINTS = Set.of("head/points");

  /** Every optimiser of this package, made anew. */
  enum Kind {
    ADAM_W(2) {
      @Override
      AdamW create() {
        return new AdamW(AdamSettings.of(RATE), 0.1, id -> true);
      }
    },
    SGD(0) {
      @Override
      RiemannianSgd create() {
        return new RiemannianSgd(RATE, id -> BALL);
      }
    },
    MOMENTUM(1) {
      @Override
      RiemannianSgd create() {
        return new RiemannianSgd(RATE, 0.9, 0.5, id -> BALL);
      }
    },
    RIEMANNIAN_ADAM(2) {
      @Override
      RiemannianAdam create() {
        return new RiemannianAdam(AdamSettings.of(RATE), id -> BALL);
      }
    },
    GROUP(2) {
      @Override
      OptimizerGroup create() {
        return new OptimizerGroup(
            new AdamW(AdamSettings.of(RATE)),
            new RiemannianAdam(AdamSettings.of(RATE), id -> POINTS.contains(id) ? BALL : null));
      }
    };

    final int slots;

    Kind(int slots) {
      this.slots = slots;
    }

    abstract Checkpointed create();
  }

  /** Two parameters on the ball, and their made-up gradients. */
  private static final class Run implements AutoCloseable {

    private final NDManager manager = Support.manager();
    private final Map<String, NDArray> weights = new TreeMap<>();
    private final Random random;

    Run(long seed) {
      random = new Random(seed);
      weights.put("head/points", points(new Shape(4, 3)));
      weights.put("table", points(new Shape(2, 5, 2)));
    }

    private NDArray points(Shape shape) {
      return BALL.expOrigin(Support.gaussian(manager, random, DataType.FLOAT64, shape));
    }

    void train(Checkpointed optimizer, int steps) {
      for (int step = 0; step < steps; step++) {
        weights.forEach(
            (id, weight) -> {
              try (NDArray gradient =
                  Support.gaussian(manager, random, DataType.FLOAT64, weight.getShape())) {
                ((Optimizer) optimizer).update(id, weight, gradient);
              }
            });
      }
    }

    List<double[]> bits() {
      List<double[]> all = new ArrayList<>();
      weights.values().forEach(weight -> all.add(weight.toDoubleArray()));
      return all;
    }

    @Override
    public void close() {
      manager.close();
    }
  }

  private static void assertSameBits(List<double[]> wanted, List<double[]> actual) {
    assertEquals(wanted.size(), actual.size());
    for (int i = 0; i < wanted.size(); i++) {
      assertArrayEquals(wanted.get(i), actual.get(i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void sameInputsGiveTheSameBits(Kind kind) {
    try (Run one = new Run(1);
        Run two = new Run(1);
        Checkpointed first = kind.create();
        Checkpointed second = kind.create()) {
      List<double[]> before = one.bits();
      one.train(first, 30);
      two.train(second, 30);
      assertSameBits(one.bits(), two.bits());
      assertTrue(before.get(0)[0] != one.bits().get(0)[0], "the parameters moved");
    }
  }

  @ParameterizedTest
  @EnumSource
  void restoredTrainingGoesOnWithTheSameBits(Kind kind) {
    try (Run run = new Run(7);
        NDManager disk = Support.manager()) {
      Map<String, NDArray> saved = new TreeMap<>();
      Map<String, Integer> counts;
      Map<String, NDArray> weights = new TreeMap<>();
      List<double[]> wanted;
      try (Checkpointed optimizer = kind.create()) {
        run.train(optimizer, 20);
        optimizer.state().forEach((key, array) -> saved.put(key, copy(disk, array)));
        counts = optimizer.updates();
        run.weights.forEach((id, array) -> weights.put(id, copy(disk, array)));
        run.random.setSeed(99);
        run.train(optimizer, 20);
        wanted = run.bits();
      }
      assertEquals(2 * kind.slots, saved.size());
      assertEquals(Map.of("head/points", 20, "table", 20), counts);
      try (Checkpointed restored = kind.create()) {
        run.train(restored, 3); // what it did before must not matter
        restored.restore(saved, counts);
        run.weights.replaceAll((id, array) -> weights.get(id));
        run.random.setSeed(99);
        run.train(restored, 20);
        assertSameBits(wanted, run.bits());
        assertEquals(Map.of("head/points", 40, "table", 40), restored.updates());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAStateThatDoesNotFit(Kind kind) {
    try (Run run = new Run(7);
        Checkpointed optimizer = kind.create()) {
      run.train(optimizer, 2);
      Map<String, NDArray> state = optimizer.state();
      Map<String, Integer> counts = optimizer.updates();
      List<double[]> before = values(state);

      Map<String, NDArray> more = new TreeMap<>(state);
      more.put("table/third-moment", run.weights.get("table"));
      assertThrows(IllegalArgumentException.class, () -> optimizer.restore(more, counts));
      if (!state.isEmpty()) {
        Map<String, NDArray> fewer = new TreeMap<>(state);
        fewer.remove(state.keySet().iterator().next());
        assertThrows(IllegalArgumentException.class, () -> optimizer.restore(fewer, counts));
        assertThrows(
            IllegalArgumentException.class,
            () -> optimizer.restore(state, Map.of("head/points", 2)));
      }
      assertThrows(
          IllegalArgumentException.class,
          () -> optimizer.restore(state, Map.of("head/points", 2, "table", 0)));
      assertSameBits(before, values(optimizer.state()));

      optimizer.restore(optimizer.state(), counts); // its own, live arrays
      assertSameBits(before, values(optimizer.state()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void leaksNothingOverManySteps(Kind kind) {
    try (Run run = new Run(5);
        Checkpointed optimizer = kind.create()) {
      NDArray weight = run.points(new Shape(2, 3));
      NDArray gradient = weight.mul(0.1);
      Optimizer updating = (Optimizer) optimizer;
      int ours = run.manager.getManagedArrays().size();
      for (int step = 0; step < 100; step++) {
        updating.update("table", weight, gradient);
      }
      int state = held(optimizer, weight);
      for (int step = 0; step < (kind == Kind.ADAM_W ? 10_000 : 1000); step++) {
        updating.update("table", weight, gradient);
      }
      assertEquals(ours, run.manager.getManagedArrays().size());
      assertEquals(state, held(optimizer, weight));
      assertEquals(kind.slots, optimizer.state().size());
    }
  }

  /** The number of arrays that an optimiser owns. */
  private static int held(Checkpointed optimizer, NDArray like) {
    StatefulOptimizer stateful =
        optimizer instanceof OptimizerGroup group ? group.flat() : (StatefulOptimizer) optimizer;
    try (NDManager scratch = stateful.scratch(like)) {
      return scratch.getParentManager().getManagedArrays().size();
    }
  }

  private static NDArray copy(NDManager manager, NDArray array) {
    NDArray copy = array.duplicate();
    copy.attach(manager);
    return copy;
  }

  private static List<double[]> values(Map<String, NDArray> arrays) {
    return arrays.values().stream().map(NDArray::toDoubleArray).toList();
  }
}
