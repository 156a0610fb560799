package org.conceptspaces.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.conceptspaces.api.Geometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract passes what is correct, and each kind of defect fails the laws made for it. */
class GeometryContractTest {

  private static Geometry underTest = new FlatGeometry();

  /** Run by hand, below: its name keeps it out of the module's own tests. */
  static class Run implements GeometryContract {
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
  }

  @Test
  void correctGeometriesPass() {
    for (Geometry correct : List.of(new FlatGeometry(), new Sphere())) {
      underTest = correct;
      LawsThatFail laws = LawsThatFail.in(Run.class);
      assertEquals(Set.of(), laws.failed(), correct.toString());
      assertTrue(laws.passed().size() > 50, () -> "laws that ran: " + laws.passed());
    }
  }

  static Stream<Defect> defects() {
    return Stream.of(MetricDefects.all(), MapDefects.all(), OperandDefects.all())
        .flatMap(defects -> defects);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void brokenGeometriesFail(Defect defect) {
    underTest = defect.geometry();
    LawsThatFail laws = LawsThatFail.in(Run.class);
    Set<String> missed = new TreeSet<>(defect.laws());
    missed.removeAll(laws.failed());
    assertEquals(Set.of(), missed, () -> "these laws let it pass; others fail: " + laws.failed());
    assertTrue(laws.passed().contains("resultsStayOnTheDevice"), "what is not broken passes");
  }
}
