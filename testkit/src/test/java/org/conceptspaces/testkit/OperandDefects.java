package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.stream.Stream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/** What can be wrong with the way operands and arrays are treated. */
final class OperandDefects {

  private static final Geometry FLAT = new FlatGeometry();

  private OperandDefects() {}

  static Stream<Defect> all() {
    return Stream.of(
        Defect.of(
            "exp that changes its operand",
            new Altered(FLAT) {
              @Override
              public NDArray exp(NDArray x, NDArray v) {
                return x.hasGradient() ? super.exp(x, v) : x.addi(v);
              }
            },
            "operandsAreNotChanged"),
        Defect.of(
            "exp that begins with a constant",
            new Altered(FLAT) {
              @Override
              public NDArray exp(NDArray x, NDArray v) {
                return Constants.of(x, 0).add(super.exp(x, v));
              }
            },
            "arraysDoNotLeak"),
        Defect.of(
            "exp in the manager of its second operand",
            new Altered(FLAT) {
              @Override
              public NDArray exp(NDArray x, NDArray v) {
                return v.add(x);
              }
            },
            "arraysDoNotLeak"),
        Defect.of(
            "exp with noise",
            new Altered(FLAT) {
              @Override
              public NDArray exp(NDArray x, NDArray v) {
                NDArray noise = x.getManager().randomNormal(x.getShape());
                return super.exp(x, v).add(Casts.to(noise, x.getDataType()).mul(small(x)));
              }

              private NDArray small(NDArray x) {
                return Constants.of(x, 1e-5);
              }
            },
            "operationsAreDeterministic"),
        Defect.of(
            "distance always of one type",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                return Casts.to(super.distance(x, y), DataType.FLOAT32);
              }
            },
            "resultsKeepTheTypeOfTheFirstOperand"),
        Defect.of(
            "distance that broadcasts coordinates",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                return Functions.norm(x.sub(y));
              }
            },
            "differentNumbersOfCoordinatesAreRefused"),
        Defect.of(
            "inner product that keeps an axis",
            new Altered(FLAT) {
              @Override
              public NDArray inner(NDArray x, NDArray u, NDArray v) {
                return super.inner(x, u, v).expandDims(-1);
              }
            },
            "resultsHaveTheDocumentedShapes"),
        Defect.of(
            "distances times a Java number",
            new Altered(FLAT) {
              @Override
              public NDArray affinity(NDArray x, NDArray y) {
                return super.affinity(x, y).mul(1.5);
              }
            },
            "gradientsSurviveGarbageCollection"),
        Defect.of(
            "a name of Java's own",
            new Altered(FLAT) {
              @Override
              public String toString() {
                return "Altered@1b2c3d";
              }
            },
            "describesItself"),
        Defect.of(
            "a parameter that only a bound geometry names",
            new Altered(FLAT) {
              @Override
              public Geometry bind(Pass pass) {
                return new Altered(FLAT) {
                  @Override
                  public Map<String, Double> parameters() {
                    return Map.of("curvature", 0.0);
                  }
                };
              }
            },
            "namesOfParametersAreKnownUnbound"));
  }
}
