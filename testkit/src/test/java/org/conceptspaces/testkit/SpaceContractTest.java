package org.conceptspaces.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Plugin;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract passes a correct space on a sphere; each kind of defect fails laws made for it. */
class SpaceContractTest {

  private static BiFunction<ConceptSpace, SpaceContext, ConceptSpace> change = (space, c) -> space;

  /** Run by hand, below: its name keeps it out of the module's own tests. */
  static class Run implements SpaceContract {
    @Override
    public ConceptSpace space(SpaceContext context) {
      ConceptSpace correct =
          context.child("child", GeometryProviderContract.config("sphere", 4, 3));
      return change.apply(correct, context);
    }

    @Override
    public List<Plugin> plugins() {
      return List.of(new SphereProvider());
    }
  }

  /** Makes spheres. */
  static final class SphereProvider implements GeometryProvider {
    @Override
    public String name() {
      return "sphere";
    }

    @Override
    public String description() {
      return "The unit sphere.";
    }

    @Override
    public Geometry create(Values values, GeometryContext context) {
      return new Sphere();
    }
  }

  @Test
  void correctSpacePasses() {
    change = (space, context) -> space;
    LawsThatFail laws = LawsThatFail.in(Run.class);
    assertEquals(Set.of(), laws.failed());
    assertTrue(laws.passed().size() > 15, () -> "laws that ran: " + laws.passed());
  }

  static Stream<SpaceDefect> defects() {
    return SpaceDefect.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void brokenSpacesFail(SpaceDefect defect) {
    change = defect.change();
    LawsThatFail laws = LawsThatFail.in(Run.class);
    Set<String> missed = new TreeSet<>(defect.laws());
    missed.removeAll(laws.failed());
    assertEquals(Set.of(), missed, () -> "these laws let it pass; others fail: " + laws.failed());
    assertTrue(
        laws.passed().contains("emptyTextsAreHarmless")
            || laws.passed().contains("levelsMatchTheirSpecs"),
        "what is not broken passes");
  }
}
