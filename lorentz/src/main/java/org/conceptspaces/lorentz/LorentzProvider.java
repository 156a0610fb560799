package org.conceptspaces.lorentz;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Values;
import org.conceptspaces.api.curvature.CurvatureOptions;

/** Provides {@code lorentz}. */
public final class LorentzProvider implements GeometryProvider {

  /** For {@link java.util.ServiceLoader}. */
  public LorentzProvider() {}

  @Override
  public String name() {
    return "lorentz";
  }

  @Override
  public String description() {
    return "The hyperboloid: the same hyperbolic space as the ball's, in coordinates without an edge.";
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
        ? new LearnedHyperboloid(c, type, context)
        : new Hyperboloid(c, type);
  }
}
