package org.conceptspaces.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.example.sphere.Sphere;
import com.example.sphere.SphereProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryChecks;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.euclidean.EuclideanProvider;
import org.conceptspaces.lorentz.Hyperboloid;
import org.conceptspaces.poincare.PoincareBall;
import org.conceptspaces.poincare.PoincareProvider;
import org.conceptspaces.testkit.GeometryProviderContract;
import org.conceptspaces.testkit.StandaloneContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider, and what a product says of itself. */
class ProductTest implements GeometryProviderContract {

  private static final List<Share> HALVES = List.of(Share.of(1), Share.of(1));

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final StandaloneContext context =
      new StandaloneContext(
          Device.cpu(),
          1,
          8,
          List.of(
              new PoincareProvider(),
              new EuclideanProvider(),
              new SphereProvider(),
              new ProductProvider()));

  @AfterEach
  void close() {
    manager.close();
    context.close();
  }

  @Override
  public GeometryProvider provider() {
    return new ProductProvider();
  }

  @Override
  public Values values() {
    return parts(part("flat"), part("flat", "share", 2.0));
  }

  private static SpaceConfig part(String space, Object... options) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      values.put((String) options[i], options[i + 1]);
    }
    return new SpaceConfig(space, Values.of(values));
  }

  private static Values parts(SpaceConfig... parts) {
    return Values.of(Map.of("parts", List.of(parts)));
  }

  @Test
  void isMadeOfItsParts() {
    Geometry made =
        provider()
            .create(
                parts(
                    part("poincare", "dimension", 5, "curvature", 0.5),
                    part("euclidean", "share", 2.0),
                    part("sphere")),
                context.in("geometry"));
    ProductGeometry byHand =
        new ProductGeometry(
            List.of(new PoincareBall(0.5), new EuclideanGeometry(), new Sphere()),
            List.of(Share.fixed(5), Share.of(2), Share.of(1)));
    assertEquals(byHand.hashCode(), made.hashCode());
    assertEquals(byHand, made);
    assertNotEquals(
        new ProductGeometry(
            List.of(new PoincareBall(0.5), new EuclideanGeometry(), new Sphere()),
            List.of(Share.fixed(5), Share.of(1), Share.of(1))),
        made);
    assertEquals(
        "Product(PoincareBall(curvature=0.5, float64): 5, Euclidean(float32): share 2.0,"
            + " Sphere: share 1.0)",
        made.toString());
    assertEquals(9, made.coordinates(8)); // 5 + 2 + (1 + 1)
    assertEquals(DataType.FLOAT64, made.type());
    assertEquals(DataType.FLOAT32, made.in(DataType.FLOAT32).type());
    assertEquals(Math.PI / 2, made.radius());
    assertEquals(Math.PI / 2, made.workingRadius());
    assertEquals(Map.of("parts[0].curvature", 0.5), made.parameters());
    assertTrue(Double.isNaN(made.sectionalCurvature()));
    assertSame(made, made.bind(context.pass(manager, true)));
    assertEquals(Set.of(), context.parameters().keySet());
  }

  @Test
  void flatPartsAreFlatAndOnePartIsThatPart() {
    Geometry flat = new EuclideanGeometry();
    assertEquals(0, new ProductGeometry(List.of(flat, flat), HALVES).sectionalCurvature());
    Geometry one = new ProductGeometry(List.of(new PoincareBall(2)), List.of(Share.of(1)));
    assertEquals(-2, one.sectionalCurvature());
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray radius = manager.create(new double[] {0.5, 3});
      double root = Math.sqrt(2);
      assertArrayEquals(
          new double[] {Math.sinh(root * 0.5) / root, Math.sinh(root * 3) / root},
          one.arealRadius(radius).toDoubleArray(),
          1e-12);
      assertArrayEquals(
          new double[] {0.5, 3},
          new ProductGeometry(List.of(flat, flat), HALVES).arealRadius(radius).toDoubleArray());
    }
    assertThrows(IllegalArgumentException.class, () -> new ProductGeometry(List.of(flat), HALVES));
  }

  /** 3, 4 and 12 make 13; the parts' own clips do not touch the others. */
  @Test
  void distancesAddUpAndReachesStayApart() {
    Geometry g =
        new ProductGeometry(
            List.of(new Hyperboloid(1), new EuclideanGeometry(), new PoincareBall(1)),
            List.of(Share.of(1), Share.of(1), Share.of(1)));
    NDArray v = manager.create(new double[] {3, 4, -12}, new Shape(1, 3));
    NDArray origin = g.expOrigin(v.zerosLike());
    assertEquals(13, g.distance(origin, g.expOrigin(v)).getDouble(0), 1e-11);
    assertEquals(13, g.distances(origin, g.expOrigin(v)).getDouble(0, 0), 1e-9);
    NDArray far = manager.create(new double[] {100, 1000, -1}, new Shape(1, 3));
    assertArrayEquals(new double[] {12, 1000, -1}, g.shorten(far).toDoubleArray(), 1e-12);
    assertArrayEquals(new double[] {12, 1000, -1}, g.logOrigin(g.embed(far)).toDoubleArray(), 1e-9);
  }

  /** Where one part coincides and another does not, and where both do. */
  @Test
  void gradientIsNoNumberNowhere() {
    Geometry g = new ProductGeometry(List.of(new PoincareBall(1), new EuclideanGeometry()), HALVES);
    NDArray x = manager.create(new double[] {0.5, 1, 0.5, 1}, new Shape(2, 2));
    NDArray y = manager.create(new double[] {0.5, 3, 0.5, 1}, new Shape(2, 2));
    x.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(g.distance(x, y).sum());
    }
    assertArrayEquals(new double[] {0, -1, 0, 0}, x.getGradient().toDoubleArray());
  }

  @Test
  void learnsWhatItsPartsLearn() {
    SpaceConfig ball = part("poincare", "curvature", 2.0, "learnCurvature", true);
    Geometry made =
        provider()
            .create(
                parts(ball, part("product", "parts", List.of(ball, part("euclidean")))),
                context.in("geometry"));
    assertEquals(
        Set.of("geometry.part0.logCurvature", "geometry.part1.part0.logCurvature"),
        context.parameters().keySet());
    NDArray v = manager.create(new double[] {1, 0.2, 0.7, 2}, new Shape(1, 4));
    NDArray w = manager.create(new double[] {-0.2, 1, 0.3, 1}, new Shape(1, 4));
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      Geometry g = made.bind(context.pass(manager, true));
      assertEquals(
          Map.of("parts[0].curvature", 2.0, "parts[1].parts[0].curvature", 2.0), g.parameters());
      collector.backward(g.distance(g.expOrigin(v), g.expOrigin(w)).sum());
    }
    // The first ball is of dimension 2, where curvature bends; the other of dimension 1.
    Map<String, Double> slopes = new HashMap<>();
    context
        .parameters()
        .forEach((path, theta) -> slopes.put(path, theta.getArray().getGradient().getDouble(0)));
    assertTrue(slopes.values().stream().allMatch(Double::isFinite), slopes.toString());
    assertTrue(
        Math.abs(slopes.getOrDefault("geometry.part0.logCurvature", 0.0)) > 1e-3,
        slopes.toString());
  }

  @Test
  void lengthsThatNoDimensionHasAreRefused() {
    Geometry g = new ProductGeometry(List.of(new Sphere(), new PoincareBall(1)), HALVES);
    assertEquals(
        "points of a product of (share 1.0, share 1.0) have 2 coordinates in no dimension",
        assertThrows(
                IllegalArgumentException.class, () -> g.logOrigin(manager.zeros(new Shape(5, 2))))
            .getMessage());
    assertEquals(
        "the parts of (share 1.0, share 1.0) want at least 2 dimensions in all, not 1: make the"
            + " product's dimension 2 or more",
        assertThrows(IllegalArgumentException.class, () -> g.coordinates(1)).getMessage());
  }

  @Test
  void checksTellWhatDoesNotFit() {
    List<String> told = new ArrayList<>();
    GeometryChecks checks =
        new GeometryChecks() {
          @Override
          public void problem(String path, String message) {
            told.add(path + ": " + message);
          }

          @Override
          public void geometry(String path, SpaceConfig config, int dimension) {
            told.add(path + " has " + dimension);
          }
        };
    SpaceConfig five = part("poincare", "dimension", 5, "share", 2.0);
    provider().check(parts(five, part("euclidean")), 5, checks);
    provider().check(parts(part("poincare", "dimension", 5), part("euclidean")), 16, checks);
    assertEquals(
        List.of(
            "parts[0].share: does not go with a dimension: leave one of the two out",
            "parts: want at least 6 dimensions in all, not 5: make the product's dimension 6 or"
                + " more",
            "parts[0] has 5",
            "parts[1] has 11"),
        told);
  }
}
