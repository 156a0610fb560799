package org.conceptspaces.api.curvature;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;

/** The options that models of hyperbolic space have in common. */
public final class CurvatureOptions {

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

  private CurvatureOptions() {}

  /**
   * All of them.
   *
   * @return {@link #CURVATURE}, {@link #LEARN_CURVATURE}, {@link #PRECISION}
   */
  public static List<Option<?>> all() {
    return List.of(CURVATURE, LEARN_CURVATURE, PRECISION);
  }

  /**
   * The type that {@link #PRECISION} asks for.
   *
   * @param values checked values
   * @return {@code FLOAT64} or {@code FLOAT32}
   */
  public static DataType type(Values values) {
    return values.get(PRECISION).equals("float32") ? DataType.FLOAT32 : DataType.FLOAT64;
  }
}
