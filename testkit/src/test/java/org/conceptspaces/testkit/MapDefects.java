package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.stream.Stream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/** What can be wrong with maps, transport, projections and midpoints. */
final class MapDefects {

  private static final Geometry FLAT = new FlatGeometry();
  private static final Geometry SPHERE = new Sphere();

  private MapDefects() {}

  static Stream<Defect> all() {
    return Stream.of(
        Defect.of(
            "projection by elementwise minimum",
            new Altered(SPHERE) {
              @Override
              public NDArray project(NDArray x) {
                return x.minimum(super.project(x));
              }
            },
            "projectLandsInsideFromEveryOrthant"),
        Defect.of(
            "projection of all rows by the worst",
            new Altered(SPHERE) {
              @Override
              public NDArray project(NDArray x) {
                return super.project(x.div(Functions.norm(x).max().add(1e-9)));
              }
            },
            "projectWorksRowByRow",
            "projectLeavesInsideRowsUnchanged"),
        Defect.of(
            "exp backwards",
            new Altered(SPHERE) {
              @Override
              public NDArray exp(NDArray x, NDArray v) {
                return super.exp(x, v.neg());
              }
            },
            "expInvertsLog",
            "logInvertsExp",
            "geodesicsAreShortest"),
        Defect.of(
            "features as long as they come",
            new Altered(FLAT) {
              @Override
              public double radius() {
                return 2;
              }

              @Override
              public NDArray embed(NDArray features) {
                return expOrigin(features);
              }
            },
            "embedMapsShortenedFeatures"),
        Defect.of(
            "features shortened to the wrong length",
            new Altered(SPHERE) {
              @Override
              public NDArray shorten(NDArray features) {
                return Functions.shorten(features, 1);
              }
            },
            "shortenLeavesUsefulFeaturesAlone"),
        Defect.of(
            "float32 with another curvature",
            new Altered(FLAT) {
              @Override
              public Geometry in(DataType type) {
                return type == DataType.FLOAT64 ? this : SPHERE;
              }
            },
            "otherTypesAreTheSameGeometry"),
        Defect.of(
            "exp twice as far",
            new Altered(FLAT) {
              @Override
              public NDArray exp(NDArray x, NDArray v) {
                return super.exp(x, v.add(v));
              }
            },
            "expInvertsLog",
            "logInvertsExp",
            "translateIsExpOfTransported"),
        Defect.of(
            "log without its length",
            new Altered(SPHERE) {
              @Override
              public NDArray log(NDArray x, NDArray y) {
                return super.riemannianGradient(x, x.neg().add(y));
              }
            },
            "expInvertsLog",
            "distanceIsNormOfLog"),
        Defect.of(
            "log without a gradient in float32",
            new Altered(FLAT) {
              @Override
              public NDArray log(NDArray x, NDArray y) {
                NDArray wide = super.log(x, y).toType(DataType.FLOAT64, false);
                return wide.toType(x.getDataType(), false);
              }
            },
            "derivativeOfLog"),
        Defect.of(
            "transport by projection",
            new Altered(SPHERE) {
              @Override
              public NDArray transport(NDArray x, NDArray y, NDArray v) {
                NDArray tangent = x.zerosLike().add(v);
                return tangent.sub(y.mul(Functions.dot(tangent, y).expandDims(-1)));
              }
            },
            "transportKeepsInnerProduct",
            "transportThereAndBackIsIdentity"),
        Defect.of(
            "transport that leaves tangents as they are",
            new Altered(SPHERE) {
              @Override
              public NDArray transport(NDArray x, NDArray y, NDArray v) {
                return x.zerosLike().add(v);
              }
            },
            "transportCarriesGeodesicVelocity"),
        Defect.of(
            "expOrigin that goes 2‖v‖ far",
            new Altered(FLAT) {
              @Override
              public NDArray expOrigin(NDArray v) {
                return super.expOrigin(v.add(v));
              }

              @Override
              public NDArray logOrigin(NDArray x) {
                return super.logOrigin(x).mul(Constants.of(x, 0.5));
              }
            },
            "frameAtOriginIsOrthonormal",
            "distanceFromOriginIsAccurate"),
        Defect.of(
            "translate backwards",
            new Altered(SPHERE) {
              @Override
              public NDArray translate(NDArray x, NDArray v) {
                return super.translate(x, v.neg());
              }
            },
            "translateIsExpOfTransported"),
        Defect.of(
            "midpoint without weights",
            new Altered(FLAT) {
              @Override
              public NDArray midpoint(NDArray points, NDArray weights) {
                return super.midpoint(points, weights.onesLike());
              }
            },
            "midpointOfOneHotWeightsIsThePoint",
            "midpointFollowsWeights",
            "midpointWithoutWeightIsTheOrigin"),
        Defect.of(
            "midpoint of NaN without weight",
            new Altered(FLAT) {
              @Override
              public NDArray midpoint(NDArray points, NDArray weights) {
                return super.midpoint(points, weights.div(weights.sum(new int[] {-1}, true)));
              }
            },
            "midpointWithoutWeightIsTheOrigin",
            "gradientOfMidpointIsFiniteForDegenerateWeights"),
        Defect.of(
            "midpoint that leaves the manifold",
            new Altered(SPHERE) {
              @Override
              public NDArray midpoint(NDArray points, NDArray weights) {
                return FLAT.midpoint(points, weights);
              }
            },
            "midpointIsInside",
            "midpointOfTwoIsHalfway"));
  }
}
