package org.conceptspaces.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each defect of a peer, put into a correct geometry, fails the law named after it. */
class PeerDefectsContractTest {

  private static final Geometry FLAT = new FlatGeometry();
  private static final Geometry SPHERE = new Sphere();

  private static Geometry underTest = FLAT;

  /** Run by hand, below: its name keeps it out of the module's own tests. */
  static class Run implements PeerDefectsContract {
    @Override
    public Geometry geometry() {
      return underTest;
    }

    @Override
    public double injectivityRadius() {
      return underTest.coordinates(1) == 1 ? Double.POSITIVE_INFINITY : Math.PI;
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(2);
    }

    @Override
    public Geometry sameButFixed() {
      return underTest.coordinates(1) == 1 ? FLAT : SPHERE;
    }
  }

  @Test
  void correctGeometriesPass() {
    for (Geometry correct : List.of(FLAT, SPHERE)) {
      underTest = correct;
      LawsThatFail laws = LawsThatFail.in(Run.class);
      assertEquals(Set.of(), laws.failed(), correct.toString());
      assertEquals(9, laws.passed().size(), () -> "laws that ran: " + laws.passed());
    }
  }

  static Stream<Defect> defects() {
    return Stream.of(
        Defect.of(
            "distance that saturates",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                return super.distance(x, y).clip(0, 16.81);
              }
            },
            "defect01_distanceDoesNotSaturate",
            "defect07_distanceGrowsWithRadius"),
        Defect.of(
            "a radius that ends early",
            new Altered(FLAT) {
              @Override
              public NDArray expOrigin(NDArray v) {
                NDArray length = Functions.norm(v).expandDims(-1);
                NDArray one = length.onesLike();
                return v.div(one.add(length.mul(Constants.of(v, 1e-4))));
              }
            },
            "defect02_radiusDoesNotEndEarly"),
        Defect.of(
            "distance of at least an epsilon",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                return super.distance(x, y).add(1e-7);
              }
            },
            "defect03_selfDistanceIsZeroFarOut",
            "defect09_smallDistancesSurvive"),
        Defect.of(
            "a scale learned from an inexact start",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                NDArray d = super.distance(x, y);
                return d.mul(Constants.of(d, 1.3133));
              }
            },
            "defect04_learnedParametersStartExactly"),
        Defect.of(
            "projection by elementwise minimum",
            new Altered(SPHERE) {
              @Override
              public NDArray project(NDArray x) {
                return x.minimum(super.project(x));
              }
            },
            "defect06_projectionKnowsSignsAndRows"),
        Defect.of(
            "coordinates clipped one by one",
            new Altered(FLAT) {
              @Override
              public NDArray project(NDArray x) {
                return super.project(x).clip(-1, 1);
              }
            },
            "defect08_reachIsTheSameInEveryDirectionAndDimension"),
        Defect.of(
            "distance by arc cosine",
            new Altered(SPHERE) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                return Functions.dot(x, Casts.to(y, x.getDataType())).clip(-1, 1).acos();
              }
            },
            "defect09_smallDistancesSurvive"),
        Defect.of(
            "gradient of NaN at coincident points",
            new Altered(FLAT) {
              @Override
              public NDArray distance(NDArray x, NDArray y) {
                return x.sub(y).square().sum(new int[] {-1}).sqrt();
              }
            },
            "defect10_noNaNAfterManySteps"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void brokenGeometriesFail(Defect defect) {
    underTest = defect.geometry();
    LawsThatFail laws = LawsThatFail.in(Run.class);
    Set<String> missed = new TreeSet<>(defect.laws());
    missed.removeAll(laws.failed());
    assertEquals(Set.of(), missed, () -> "these laws let it pass; others fail: " + laws.failed());
  }
}
