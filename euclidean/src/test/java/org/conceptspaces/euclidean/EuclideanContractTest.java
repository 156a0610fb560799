package org.conceptspaces.euclidean;

import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.testkit.GeometryContract;
import org.conceptspaces.testkit.PeerDefectsContract;
import org.conceptspaces.testkit.ReferenceDistance;
import org.junit.jupiter.api.Nested;

/** The laws of every geometry, in both precisions. */
class EuclideanContractTest {

  @Nested
  class Single implements GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      return new EuclideanGeometry();
    }

    @Override
    public Optional<ReferenceDistance> reference() {
      return Optional.of(EuclideanContractTest::exact);
    }
  }

  @Nested
  class Wide implements GeometryContract, PeerDefectsContract {
    @Override
    public Geometry geometry() {
      return new EuclideanGeometry(DataType.FLOAT64);
    }

    @Override
    public Optional<ReferenceDistance> reference() {
      return Optional.of(EuclideanContractTest::exact);
    }
  }

  /** Differences of stored coordinates are good to their last place, and nothing cancels after. */
  private static double exact(double[] x, double[] y) {
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      square += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return Math.sqrt(square);
  }
}
