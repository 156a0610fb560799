package org.conceptspaces.euclidean;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Values;

/** Provides {@code euclidean}. */
public final class EuclideanProvider implements GeometryProvider {

  /** The type that points are stored in. */
  public static final Option<String> PRECISION =
      Option.choice(
          "precision",
          List.of("float32", "float64"),
          "The floating type that points are stored and computed in.");

  /** For {@link java.util.ServiceLoader}. */
  public EuclideanProvider() {}

  @Override
  public String name() {
    return "euclidean";
  }

  @Override
  public String description() {
    return "Flat space: the baseline, and hard to beat where the data are no tree.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(PRECISION);
  }

  @Override
  public Geometry create(Values values, GeometryContext context) {
    return new EuclideanGeometry(
        values.get(PRECISION).equals("float64") ? DataType.FLOAT64 : DataType.FLOAT32);
  }
}
