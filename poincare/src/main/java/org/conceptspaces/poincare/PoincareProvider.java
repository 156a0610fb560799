package org.conceptspaces.poincare;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.Values;

/** Provides {@code poincare}. */
public final class PoincareProvider implements GeometryProvider {

  /** Minus the curvature, at the start if it is learned. */
  public static final Option<Double> CURVATURE =
      Option.number(
          "curvature",
          1.0,
          Range.above(0),
          "How strongly space is curved (c, for curvature -c); near 0 it is almost flat.");

  /** Whether to learn the curvature. */
  public static final Option<Boolean> LEARN_CURVATURE =
      Option.flag("learnCurvature", false, "Whether the curvature is learned from its start on.");

  /** The type that points are stored in. */
  public static final Option<String> PRECISION =
      Option.choice(
          "precision",
          List.of("float64", "float32"),
          "The floating type that points are stored and computed in; float32 halves the radius.");

  /** For {@link java.util.ServiceLoader}. */
  public PoincareProvider() {}

  @Override
  public String name() {
    return "poincare";
  }

  @Override
  public String description() {
    return "The Poincaré ball: hyperbolic space, roomy for trees in few dimensions.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(CURVATURE, LEARN_CURVATURE, PRECISION);
  }

  @Override
  public Geometry create(Values values, Scope scope) {
    double c = values.get(CURVATURE);
    DataType type = values.get(PRECISION).equals("float32") ? DataType.FLOAT32 : DataType.FLOAT64;
    return values.get(LEARN_CURVATURE)
        ? new LearnedPoincareBall(c, type, scope)
        : new PoincareBall(c, type);
  }
}
