package org.conceptspaces.encoder.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.encoder.check.Finding.Verdict;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.Test;

/** A device whose operations are wrong is found out, one that rounds otherwise is not blamed. */
class GeometryCheckTest {

  private static final Geometry RIGHT = new EuclideanGeometry();

  /** Flat space with one operation's results changed. */
  private static Geometry altered(String operation, UnaryOperator<NDArray> change) {
    return (Geometry)
        Proxy.newProxyInstance(
            Geometry.class.getClassLoader(),
            new Class<?>[] {Geometry.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(RIGHT, arguments);
              return method.getName().equals(operation) ? change.apply((NDArray) result) : result;
            });
  }

  private static NDArray roundedOtherwise(NDArray x) {
    return x.mul(Constants.of(x, x.getDataType() == DataType.FLOAT32 ? 1 + 3e-7 : 1 + 4e-16));
  }

  private static NDArray halfTheGradient(NDArray x) {
    NDArray half = x.mul(Constants.of(x, 0.5));
    return half.add(half.stopGradient());
  }

  private static BoundGeometry bound(Geometry geometry) {
    NDManager manager = NDManager.newBaseManager(Device.cpu());
    return new BoundGeometry(manager, ModelPass.inference(manager), geometry);
  }

  private static Finding operations(Geometry here, Geometry there, boolean exact) {
    try (BoundGeometry cpu = bound(here);
        BoundGeometry device = bound(there)) {
      return new GeometryCheck("test", cpu, device, exact).operations();
    }
  }

  private static Finding laws(Geometry here, Geometry there) {
    try (BoundGeometry cpu = bound(here);
        BoundGeometry device = bound(there)) {
      return new GeometryCheck("test", cpu, device, false).laws();
    }
  }

  @Test
  void aGeometryEqualsItself() {
    Finding finding = operations(new PoincareBall(1), new PoincareBall(1), true);
    assertEquals(Verdict.PASSED, finding.verdict(), finding.detail());
    assertTrue(finding.detail().endsWith("equal, bit for bit"), finding.detail());
    assertEquals(Verdict.PASSED, laws(new PoincareBall(1), new PoincareBall(1)).verdict());
  }

  @Test
  void roundingIsAllowedUnlessBitsMustBeEqual() {
    Geometry other = altered("distance", GeometryCheckTest::roundedOtherwise);
    assertEquals(Verdict.PASSED, operations(RIGHT, other, false).verdict());
    assertEquals(Verdict.FAILED, operations(RIGHT, other, true).verdict());
  }

  @Test
  void otherNumbersAreFound() {
    Finding finding = operations(new PoincareBall(1), new PoincareBall(1.001), false);
    assertEquals(Verdict.FAILED, finding.verdict());
  }

  @Test
  void wrongGradientsAreFoundAndNamed() {
    Finding finding = operations(RIGHT, altered("log", GeometryCheckTest::halfTheGradient), false);
    assertEquals(Verdict.FAILED, finding.verdict());
    assertTrue(finding.detail().contains("gradient of log"), finding.detail());
  }

  @Test
  void whatIsNoNumberIsFound() {
    Finding finding = operations(RIGHT, altered("expOrigin", x -> x.div(x.zerosLike())), false);
    assertEquals(Verdict.FAILED, finding.verdict());
    assertTrue(finding.detail().contains("expOrigin"), finding.detail());
  }

  @Test
  void aBrokenLawIsFoundAndNamed() {
    Finding finding = laws(RIGHT, altered("exp", x -> x.add(x.square())));
    assertEquals(Verdict.FAILED, finding.verdict());
    assertTrue(finding.detail().contains("exp("), finding.detail());
  }
}
