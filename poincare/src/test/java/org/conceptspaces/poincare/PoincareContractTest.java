package org.conceptspaces.poincare;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Optional;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.testkit.GeometryContract;
import org.conceptspaces.testkit.GeometryFixture;
import org.conceptspaces.testkit.PeerDefectsContract;
import org.conceptspaces.testkit.ReferenceDistance;
import org.conceptspaces.testkit.StandaloneContext;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Nested;

/** The laws of every geometry and the defects of peers, distances held against sixty digits. */
class PoincareContractTest {

  /** A ball, whose curvature its tests take from the geometry itself. */
  private interface Ball extends GeometryFixture {
    @Override
    default Optional<ReferenceDistance> reference() {
      Double c = geometry().parameters().get("curvature");
      if (c == null) {
        throw new AssertionError("a ball tells its curvature");
      }
      PoincareReference<Dfp> ball = Digits.ball(c);
      return Optional.of((x, y) -> ball.distance(Digits.of(x), Digits.of(y)).toDouble());
    }
  }

  @Nested
  class Unit implements Ball, GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      return new PoincareBall(1);
    }
  }

  @Nested
  class Single implements Ball, GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      return new PoincareBall(1, DataType.FLOAT32);
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(1, 3);
    }
  }

  @Nested
  class Learned implements Ball, GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      StandaloneContext scope = new StandaloneContext(device(), seed(), 1, List.of());
      return new LearnedPoincareBall(0.7, DataType.FLOAT64, scope);
    }

    @Override
    public Geometry sameButFixed() {
      return new PoincareBall(0.7);
    }

    @Override
    public boolean learns() {
      return true;
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(2);
    }
  }

  @Nested
  class Curved implements Ball, GeometryContract {
    @Override
    public Geometry geometry() {
      return new PoincareBall(2.5);
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(3);
    }
  }

  @Nested
  class NearlyFlat implements Ball, GeometryContract {
    @Override
    public Geometry geometry() {
      return new PoincareBall(0.1);
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(3);
    }
  }
}
