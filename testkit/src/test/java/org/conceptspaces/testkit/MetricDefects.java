package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.stream.Stream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/** What can be wrong with distances, pairwise distances and gradients. */
final class MetricDefects {

  private static final Geometry FLAT = new FlatGeometry();
  private static final Geometry SPHERE = new Sphere();

  private MetricDefects() {}

  static Stream<Defect> all() {
    return Stream.of(
        Defect.of(
            "distance in float32",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                NDArray narrow = Casts.to(super.distance(x, y), DataType.FLOAT32);
                return Casts.to(narrow, x.getDataType());
              }
            },
            "distanceIsNormOfLog"),
        Defect.of(
            "distance by arc cosine",
            new Altered(SPHERE) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                return Functions.dot(x, Casts.to(y, x.getDataType())).clip(-1, 1).acos();
              }
            },
            "distanceFromOriginIsAccurate",
            "distanceOfNeighboursIsAccurate",
            "gradientOfDistanceIsZeroAtCoincidentPoints"),
        Defect.of(
            "distance by expanded squares",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                NDArray cross = Functions.dot(x, y);
                NDArray square = Functions.squaredNorm(x).add(Functions.squaredNorm(y));
                NDArray safe = square.sub(cross.add(cross)).clip(0, 1e30);
                return Functions.sqrt(safe);
              }
            },
            "distanceOfNeighboursIsAccurate"),
        Defect.of(
            "distance with a gradient of NaN at coincident points",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                return x.sub(y).square().sum(new int[] {-1}).sqrt();
              }
            },
            "gradientOfDistanceIsZeroAtCoincidentPoints"),
        Defect.of(
            "distance squared",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                return super.distance(x, y).square();
              }
            },
            "distanceSatisfiesTriangleInequality",
            "distancesAgreeWithDistance",
            "frameAtOriginIsOrthonormal"),
        Defect.of(
            "distance longer uphill",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                NDArray climb = Functions.norm(y).sub(Functions.norm(x));
                return super.distance(x, y).add(climb.mul(Constants.of(x, 0.5)));
              }
            },
            "distanceIsSymmetric"),
        Defect.of(
            "distance without a gradient to one side",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                return super.distance(x, y.stopGradient());
              }
            },
            "derivativeOfDistance"),
        Defect.of(
            "distances that disagree with distance",
            new Altered(FLAT) {
              @Override
              public NDArray distances(NDArray x, NDArray y) {
                return super.distances(x, y).square();
              }
            },
            "distancesAgreeWithDistance"),
        Defect.of(
            "affinity that grows with distance",
            new Altered(FLAT) {
              @Override
              public NDArray affinity(NDArray x, NDArray y) {
                return super.distances(x, y);
              }
            },
            "affinityFallsWithDistance"),
        Defect.of(
            "curvature of the wrong sign",
            new Altered(SPHERE) {
              @Override
              public double sectionalCurvature() {
                return -super.sectionalCurvature();
              }
            },
            "sectionalCurvatureIsThatOfTriangles"),
        Defect.of(
            "curvature where there is none",
            new Altered(FLAT) {
              @Override
              public double sectionalCurvature() {
                return 0.01;
              }
            },
            "sectionalCurvatureIsThatOfTriangles"),
        Defect.of(
            "circles of flat space on a sphere",
            new Altered(SPHERE) {
              @Override
              public NDArray arealRadius(NDArray radius) {
                return radius;
              }
            },
            "arealRadiusIsThatOfTheCurvature"),
        Defect.of(
            "inner product that cancels far out",
            new Altered(FLAT) {
              @Override
              public NDArray inner(NDArray x, NDArray u, NDArray v) {
                NDArray whole = Functions.dot(x.add(u), x.add(v));
                NDArray parts = Functions.dot(x, u).add(Functions.dot(x, v));
                return whole.sub(Functions.dot(x, x)).sub(parts);
              }
            },
            "innerIsNotNegative"),
        Defect.of(
            "Riemannian gradient four times as long",
            new Altered(SPHERE) {
              @Override
              public NDArray riemannianGradient(NDArray x, NDArray gradient) {
                NDArray right = super.riemannianGradient(x, gradient);
                return right.mul(Constants.of(x, 4));
              }
            },
            "riemannianGradientRepresentsTheDerivative",
            "riemannianGradientAgreesWithCentralDifferences"),
        Defect.of(
            "Riemannian gradient that is no tangent",
            new Altered(SPHERE) {
              @Override
              public NDArray riemannianGradient(NDArray x, NDArray gradient) {
                return x.zerosLike().add(gradient);
              }
            },
            "riemannianGradientIsTangent"));
  }
}
