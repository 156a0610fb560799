package org.conceptspaces.product;

import ai.djl.ndarray.types.DataType;
import com.example.sphere.Sphere;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.lorentz.Hyperboloid;
import org.conceptspaces.poincare.LearnedPoincareBall;
import org.conceptspaces.poincare.PoincareBall;
import org.conceptspaces.testkit.GeometryContract;
import org.conceptspaces.testkit.PeerDefectsContract;
import org.conceptspaces.testkit.ReferenceDistance;
import org.conceptspaces.testkit.StandaloneContext;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Nested;

/** Products keep every law that their parts keep. */
class ProductContractTest {

  private static final DfpField FIELD = new DfpField(60);

  /** Distances as far out as the ball goes, held against sixty digits. */
  @Nested
  class BallByFlat implements GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      return new ProductGeometry(
          List.of(new PoincareBall(1), new EuclideanGeometry()), List.of(Share.of(1), Share.of(1)));
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(2, 7);
    }

    @Override
    public Optional<ReferenceDistance> reference() {
      return Optional.of(ProductContractTest::ballByFlat);
    }
  }

  /** The ball's half comes first, and is the greater one. */
  private static double ballByFlat(double[] x, double[] y) {
    int ball = (x.length + 1) / 2;
    Dfp inBall = FIELD.getZero();
    Dfp beside = FIELD.getZero();
    for (int i = 0; i < x.length; i++) {
      Dfp difference = FIELD.newDfp(x[i]).subtract(FIELD.newDfp(y[i]));
      Dfp square = difference.multiply(difference);
      inBall = i < ball ? inBall.add(square) : inBall;
      beside = i < ball ? beside : beside.add(square);
    }
    Dfp gaps = gap(Arrays.copyOf(x, ball)).multiply(gap(Arrays.copyOf(y, ball)));
    Dfp distance = inBall.divide(gaps).sqrt().asinh().multiply(2);
    return distance.multiply(distance).add(beside).sqrt().toDouble();
  }

  private static Dfp gap(double[] x) {
    Dfp gap = FIELD.getOne();
    for (double a : x) {
      gap = gap.subtract(FIELD.newDfp(a).multiply(FIELD.newDfp(a)));
    }
    return gap;
  }

  /** Curvature of every sign, and more coordinates than dimensions. */
  @Nested
  class BallByHyperboloidBySphere implements GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      return new ProductGeometry(
          List.of(new PoincareBall(2), new Hyperboloid(0.5), new Sphere()),
          List.of(Share.fixed(2), Share.of(1), Share.of(2)));
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(4, 7);
    }

    @Override
    public double injectivityRadius() {
      return Math.PI;
    }

    @Override
    public double moderateRadius() {
      return 0.7; // the ball's unit of length
    }
  }

  @Nested
  class ProductOfProducts implements GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      Geometry inner =
          new ProductGeometry(
              List.of(new EuclideanGeometry(), new PoincareBall(0.5)),
              List.of(Share.of(1), Share.of(1)));
      Geometry single = new ProductGeometry(List.of(new PoincareBall(1)), List.of(Share.of(1)));
      return new ProductGeometry(List.of(single, inner), List.of(Share.of(1), Share.fixed(3)));
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(4, 7);
    }

    @Override
    public double farRadius() {
      return 8; // where it is known without a reference how far points are
    }
  }

  @Nested
  class Learned implements GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      StandaloneContext scope = new StandaloneContext(device(), seed(), 1, List.of());
      return new ProductGeometry(
          List.of(
              new LearnedPoincareBall(0.7, DataType.FLOAT64, scope.in("one")),
              new LearnedPoincareBall(1.3, DataType.FLOAT64, scope.in("two")),
              new EuclideanGeometry()),
          List.of(Share.of(1), Share.of(1), Share.of(1)));
    }

    @Override
    public Geometry sameButFixed() {
      return new ProductGeometry(
          List.of(new PoincareBall(0.7), new PoincareBall(1.3), new EuclideanGeometry()),
          List.of(Share.of(1), Share.of(1), Share.of(1)));
    }

    @Override
    public boolean learns() {
      return true;
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(5);
    }

    @Override
    public double farRadius() {
      return 8;
    }
  }

  @Nested
  class AllFlat implements GeometryContract {
    @Override
    public Geometry geometry() {
      return new ProductGeometry(
          List.of(new EuclideanGeometry(), new EuclideanGeometry()),
          List.of(Share.of(1), Share.of(1)));
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(3);
    }
  }
}
