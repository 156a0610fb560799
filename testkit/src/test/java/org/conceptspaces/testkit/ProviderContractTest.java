package org.conceptspaces.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Values;
import org.conceptspaces.api.numeric.Constants;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Correct providers pass their contracts; each wrong one fails the law made for it. */
class ProviderContractTest {

  private static GeometryProvider underTest = new FlatProvider();

  /** Run by hand, below: its name keeps it out of the module's own tests. */
  static class Run implements GeometryProviderContract {
    @Override
    public GeometryProvider provider() {
      return underTest;
    }

    @Override
    public List<Class<?>> registered() {
      return underTest instanceof Wrong wrong && !wrong.registered()
          ? List.of()
          : List.of(underTest.getClass());
    }
  }

  /** A geometry's provider, of which one thing is wrong. */
  record Wrong(
      String law,
      String name,
      String description,
      List<Option<?>> options,
      double scale,
      boolean registered)
      implements GeometryProvider {

    @Override
    public Geometry create(Values values, GeometryContext context) {
      Geometry flat = new FlatGeometry();
      return scale == 1 ? flat : new Scaled(flat, scale);
    }

    @Override
    public String toString() {
      return law;
    }
  }

  /** Flat space whose tangents are too short. */
  private static final class Scaled extends Altered {
    private final double scale;

    Scaled(Geometry correct, double scale) {
      super(correct);
      this.scale = scale;
    }

    @Override
    public NDArray expOrigin(NDArray v) {
      return v.mul(Constants.of(v, scale));
    }
  }

  static Stream<Wrong> wrong() {
    Option<Integer> depth = Option.integer("depth", 3, Range.between(1, 4), "how deep");
    return Stream.of(
        wrong("nameIsWellFormed", "Flat Space", "Flat.", 1),
        wrong("descriptionIsOneLine", "flat", "Flat\nspace.", 1),
        wrong("optionsAreDistinctAndDescribed", "flat", "Flat.", 1, depth, depth),
        wrong(
            "defaultsAreAccepted",
            "flat",
            "Flat.",
            1,
            Option.integer("depth", 9, Range.between(1, 4), "how deep")),
        wrong(
            "defaultsAreAccepted",
            "flat",
            "Flat.",
            1,
            Option.number("size", 0.0, Range.above(0), "how large")),
        wrong(
            "optionsLeaveConceptsAndDimensionAlone",
            "flat",
            "Flat.",
            1,
            Option.integer("dimension", 3, Range.atLeast(1), "how wide")),
        wrong("createdGeometryComputes", "flat", "Flat.", 0.5),
        new Wrong("serviceLoaderFindsIt", "flat", "Flat.", List.of(), 1, false));
  }

  private static Wrong wrong(
      String law, String name, String description, double scale, Option<?>... options) {
    return new Wrong(law, name, description, List.of(options), scale, true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void wrongProvidersFailTheirLawAndNoOther(Wrong wrong) {
    underTest = wrong;
    assertEquals(Set.of(wrong.law()), LawsThatFail.in(Run.class).failed());
  }

  /** A space that wraps another, as a third party's would. */
  @Nested
  class OfAWrappingSpace implements SpaceProviderContract {
    @Override
    public SpaceProvider provider() {
      return new Wrapping();
    }

    @Override
    public List<Class<?>> registered() {
      return List.of(Wrapping.class);
    }

    @Override
    public Values values() {
      SpaceConfig flat = GeometryProviderContract.config("flat", 3, 2);
      return Values.of(Map.of("child", flat));
    }
  }

  static final class Wrapping implements SpaceProvider {
    private static final Option<SpaceConfig> CHILD = Option.space("child", "what is wrapped");

    @Override
    public String name() {
      return "wrapping";
    }

    @Override
    public String description() {
      return "Another space, unchanged.";
    }

    @Override
    public List<Option<?>> options() {
      return List.of(CHILD);
    }

    @Override
    public ConceptSpace create(Values values, SpaceContext context) {
      return context.child("child", values.get(CHILD));
    }
  }
}
