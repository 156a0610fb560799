package org.conceptspaces.config;

import java.util.List;
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

/** Plugins of every type of option. Configs are read before anything is built, so none builds. */
final class Fixtures {

  static final Option<Double> CURVATURE =
      Option.number("curvature", 1.0, Range.above(0), "How strongly the ball is curved.");
  static final Option<Boolean> LEARN =
      Option.flag("learnCurvature", false, "Whether the curvature is learned.");
  static final Option<Integer> MAXIMUM =
      Option.integer("maximum", 32, Range.atLeast(1), "The greatest number of concepts.");
  static final Option<SpaceConfig> CHILD = Option.space("child", "The space whose count adapts.");
  static final Option<List<SpaceConfig>> LEVELS =
      Option.spaces("levels", "The spaces, fine to coarse.");
  static final Option<Integer> HIDDEN =
      Option.integer("hidden", 128, Range.atLeast(1), "The width of token states.");
  static final Option<String> PROJECTION =
      Option.choice("projection", List.of("linear", "mlp"), "From tokens to states.");
  static final Option<Double> DROPOUT =
      Option.number("dropout", 0.1, Range.between(0, 0.9), "The share of states dropped.");
  static final Option<String> SOURCE = Option.text("source", null, "Where the data are.");
  static final Option<List<Integer>> WIDTHS =
      Option.integers("widths", List.of(8, 4), Range.between(1, 64), "Widths of the layers.");

  static final Section DATA = new Section("data", List.of(SOURCE));
  static final Section ENCODER =
      new Section("encoder", List.of(HIDDEN, PROJECTION, DROPOUT, WIDTHS));

  record TestGeometry(String name, List<Option<?>> options) implements GeometryProvider {
    @Override
    public String description() {
      return "The geometry " + name + ".";
    }

    @Override
    public Geometry create(Values values, GeometryContext context) {
      throw new UnsupportedOperationException("configs are checked before anything is built");
    }
  }

  record TestSpace(String name, List<Option<?>> options) implements SpaceProvider {
    @Override
    public String description() {
      return "The space " + name + ".";
    }

    @Override
    public ConceptSpace create(Values values, SpaceContext context) {
      throw new UnsupportedOperationException("configs are checked before anything is built");
    }
  }

  private Fixtures() {}

  static TestGeometry geometry(String name, Option<?>... options) {
    return new TestGeometry(name, List.of(options));
  }

  static TestSpace space(String name, Option<?>... options) {
    return new TestSpace(name, List.of(options));
  }

  static Plugins plugins() {
    return Plugins.of(
        List.of(geometry("euclidean"), geometry("poincare", CURVATURE, LEARN)),
        List.of(space("adaptive", MAXIMUM, CHILD), space("multiscale", LEVELS)));
  }

  static ConfigReader reader() {
    return new ConfigReader(plugins(), List.of(DATA, ENCODER));
  }
}
