package org.conceptspaces.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.conceptspaces.api.Initial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What spaces under test are built with. */
class StandaloneContextTest {

  private static final Device DEVICE = Devices.fromProperty();

  @Test
  void drawsParametersFromSeedAndPath() {
    try (StandaloneContext one = context(1);
        StandaloneContext again = context(1);
        StandaloneContext other = context(2)) {
      double[] first = draw(one, "a");
      assertArrayEquals(first, draw(again, "a"));
      assertEquals(5, first.length);
      assertEquals(0, equal(first, draw(one, "b")));
      assertEquals(0, equal(first, draw(other, "a")));
      assertEquals(Set.of("scope.a", "scope.b"), one.parameters().keySet());
    }
  }

  @Test
  void drawsPointsOnTheManifold() {
    try (StandaloneContext context = context(1)) {
      NDArray points = context.points("p", new Sphere(), Initial.normal(0.5), 3, 2, 4).getArray();
      assertArrayEquals(new long[] {2, 4, 4}, points.getShape().getShape());
      for (double norm : Check.numbers(points.square().sum(new int[] {-1}))) {
        assertEquals(1, norm, 1e-6);
      }
    }
  }

  @Test
  void valuesOfAPassBelongToItAndPassGradients() {
    try (StandaloneContext context = context(1);
        NDManager manager = NDManager.newBaseManager(DEVICE)) {
      var parameter = context.parameter("w", DataType.FLOAT64, Initial.constant(2), 3);
      NDArray value = context.pass(manager, true).value(parameter);
      assertEquals(manager, value.getManager());
      assertEquals(true, value.hasGradient());
      assertEquals(false, context.pass(manager, false).value(parameter).hasGradient());
      assertArrayEquals(new double[] {2, 2, 2}, value.toDoubleArray());
    }
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    try (StandaloneContext context = context(1)) {
      context.parameter("w", DataType.FLOAT32, Initial.normal(1), 3);
      refuses(
          "parameter w is declared twice",
          () -> context.parameter("w", DataType.FLOAT32, Initial.normal(1), 3));
      refuses("name 'a b' wants letters, digits, _ and -, at least one", () -> context.in("a b"));
      refuses(
          "x wants type FLOAT32 or FLOAT64, not int32",
          () -> context.parameter("x", DataType.INT32, Initial.normal(1), 3));
      refuses(
          "no space or geometry is named round; known are [flat]",
          () -> context.child("child", GeometryProviderContract.config("round", 1, 1)));
    }
    refuses(
        "two plugins are named flat: "
            + FlatProvider.class.getName()
            + " and "
            + FlatProvider.class.getName(),
        () -> new StandaloneContext(DEVICE, 1, 8, List.of(new FlatProvider())).close());
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static StandaloneContext context(long seed) {
    return new StandaloneContext(DEVICE, seed, 8, List.of());
  }

  private static double[] draw(StandaloneContext context, String name) {
    return Check.numbers(
        context.in("scope").parameter(name, DataType.FLOAT32, Initial.normal(1), 5).getArray());
  }

  private static long equal(double[] a, double[] b) {
    return IntStream.range(0, a.length).filter(i -> a[i] == b[i]).count();
  }
}
