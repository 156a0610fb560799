package org.conceptspaces.lorentz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Values;
import org.conceptspaces.testkit.GeometryProviderContract;
import org.conceptspaces.testkit.StandaloneContext;
import org.junit.jupiter.api.Test;

/** The provider, and what it says of what it makes. */
class LorentzProviderTest implements GeometryProviderContract {

  @Override
  public GeometryProvider provider() {
    return new LorentzProvider();
  }

  private static StandaloneContext context() {
    return new StandaloneContext(Device.cpu(), 1, 8, List.of());
  }

  @Test
  void defaultsAreThoseOfTheHyperboloid() {
    try (StandaloneContext context = context()) {
      Geometry made = provider().create(Values.of(Map.of()), context);
      assertEquals(new Hyperboloid(1), made);
      assertEquals(new Hyperboloid(1).hashCode(), made.hashCode());
      assertEquals("Hyperboloid(curvature=1.0, float64)", made.toString());
      assertEquals(5, made.coordinates(4));
      assertEquals(12, made.radius());
      assertEquals(18, made.workingRadius());
      assertEquals(DataType.FLOAT64, made.type());
      assertEquals(Map.of("curvature", 1.0), made.parameters());
      assertEquals(-1, made.sectionalCurvature());
      assertEquals(Set.of(), context.parameters().keySet());
    }
  }

  @Test
  void optionsAreTaken() {
    try (StandaloneContext context = context()) {
      Values single = Values.of(Map.of("curvature", 0.25, "precision", "float32"));
      Geometry made = provider().create(single, context);
      assertEquals(new Hyperboloid(0.25, DataType.FLOAT32), made);
      assertNotEquals(new Hyperboloid(0.25), made);
      assertNotEquals(new Hyperboloid(0.5, DataType.FLOAT32), made);
      assertEquals(12, made.radius()); // 6/√c
      Values learns = Values.of(Map.of("curvature", 2.0, "learnCurvature", true));
      Geometry learned = provider().create(learns, context);
      assertInstanceOf(LearnedHyperboloid.class, learned);
      assertEquals("Hyperboloid(curvature=2.0, learned, float64)", learned.toString());
      assertEquals(Set.of("logCurvature"), context.parameters().keySet());
      try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
        Geometry bound = learned.bind(context.pass(manager, false));
        assertEquals("Hyperboloid(curvature=2.0, learned, float64)", bound.toString());
        assertEquals(Map.of("curvature", 2.0), bound.parameters());
      }
    }
  }

  @Test
  void refusesWhatIsNoHyperboloid() {
    for (double c : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Hyperboloid(c));
    }
    assertThrows(IllegalArgumentException.class, () -> new Hyperboloid(1, DataType.FLOAT16));
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      assertEquals(
          "points [..., d + 1] want tangents [..., d] at the origin, not shapes (2, 3) and (2, 3)",
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      new Hyperboloid(1)
                          .translate(
                              manager.zeros(new Shape(2, 3)), manager.zeros(new Shape(2, 3))))
              .getMessage());
    }
  }
}
