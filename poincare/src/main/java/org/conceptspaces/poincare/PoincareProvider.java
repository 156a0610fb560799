package org.conceptspaces.poincare;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Values;
import org.conceptspaces.api.curvature.CurvatureOptions;

/** Provides {@code poincare}. */
public final class PoincareProvider implements GeometryProvider {

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
    return CurvatureOptions.all();
  }

  @Override
  public Geometry create(Values values, GeometryContext context) {
    double c = values.get(CurvatureOptions.CURVATURE);
    DataType type = CurvatureOptions.type(values);
    return values.get(CurvatureOptions.LEARN_CURVATURE)
        ? new LearnedPoincareBall(c, type, context)
        : new PoincareBall(c, type);
  }
}
