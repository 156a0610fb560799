package org.conceptspaces.lorentz;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Optional;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.testkit.GeometryContract;
import org.conceptspaces.testkit.GeometryFixture;
import org.conceptspaces.testkit.PeerDefectsContract;
import org.conceptspaces.testkit.ReferenceDistance;
import org.conceptspaces.testkit.StandaloneContext;
import org.junit.jupiter.api.Nested;

/** The laws of every geometry and the defects of peers, distances held against sixty digits. */
class LorentzContractTest {

  /** A hyperboloid, whose curvature its tests take from the geometry itself. */
  private interface Sheets extends GeometryFixture {
    @Override
    default Optional<ReferenceDistance> reference() {
      double c = curvature();
      return Optional.of((x, y) -> LorentzReference.distance(c, x, y));
    }

    /** Coordinates grow exponentially, and with them the errors of differences. */
    @Override
    default double moderateRadius() {
      return Math.min(1.5, 1 / Math.sqrt(curvature()));
    }

    private double curvature() {
      Double c = geometry().parameters().get("curvature");
      if (c == null) {
        throw new AssertionError("a hyperboloid tells its curvature");
      }
      return c;
    }
  }

  @Nested
  class Unit implements Sheets, GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      return new Hyperboloid(1);
    }
  }

  @Nested
  class Single implements Sheets, GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      return new Hyperboloid(1, DataType.FLOAT32);
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(1, 3);
    }
  }

  @Nested
  class Learned implements Sheets, GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      StandaloneContext scope = new StandaloneContext(device(), seed(), 1, List.of());
      return new LearnedHyperboloid(0.7, DataType.FLOAT64, scope);
    }

    @Override
    public Geometry sameButFixed() {
      return new Hyperboloid(0.7);
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
  class Curved implements Sheets, GeometryContract {
    @Override
    public Geometry geometry() {
      return new Hyperboloid(2.5);
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(3);
    }
  }

  @Nested
  class NearlyFlat implements Sheets, GeometryContract {
    @Override
    public Geometry geometry() {
      return new Hyperboloid(0.1);
    }

    @Override
    public List<Integer> dimensions() {
      return List.of(3);
    }
  }
}
