package org.conceptspaces.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryChecks;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;

/** Provides {@code product}. */
public final class ProductProvider implements GeometryProvider {

  private static final double WHOLE_SHARE = 1;

  /** The dimension of a part. */
  public static final Option<Integer> DIMENSION =
      Option.integer(
          "dimension",
          0,
          Range.between(0, 65536),
          "How many dimensions the part has; 0 for a share of what the others leave.");

  /** The share of a part without a dimension. */
  public static final Option<Double> SHARE =
      Option.number(
          "share",
          WHOLE_SHARE,
          Range.above(0),
          "The part's weight among those that share what the others leave.");

  /** The geometries. */
  public static final Option<List<SpaceConfig>> PARTS =
      Option.geometries(
          "parts", List.of(DIMENSION, SHARE), "The geometries, each with a dimension or a share.");

  /** For {@link java.util.ServiceLoader}. */
  public ProductProvider() {}

  @Override
  public String name() {
    return "product";
  }

  @Override
  public String description() {
    return "Geometries side by side: distances add up as in a right triangle.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(PARTS);
  }

  @Override
  public Geometry create(Values values, GeometryContext context) {
    List<SpaceConfig> parts = values.get(PARTS);
    List<Geometry> factors = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      factors.add(context.geometry("part" + i, parts.get(i)));
    }
    return new ProductGeometry(factors, signature(parts).parts());
  }

  @Override
  public void check(Values values, int dimension, GeometryChecks checks) {
    List<SpaceConfig> parts = values.get(PARTS);
    for (int i = 0; i < parts.size(); i++) {
      Values part = parts.get(i).values();
      if (part.get(DIMENSION) > 0 && part.get(SHARE) != WHOLE_SHARE) {
        checks.problem(
            "parts[" + i + "].share", "does not go with a dimension: leave one of the two out");
      }
    }
    Signature signature = signature(parts);
    Optional<String> problem = signature.problem(dimension);
    if (problem.isPresent()) {
      checks.problem("parts", problem.get());
      return;
    }
    int[] dimensions = signature.dimensions(dimension);
    for (int i = 0; i < dimensions.length; i++) {
      checks.geometry("parts[" + i + "]", parts.get(i), dimensions[i]);
    }
  }

  private static Signature signature(List<SpaceConfig> parts) {
    return new Signature(
        parts.stream()
            .map(part -> new Share(part.values().get(DIMENSION), part.values().get(SHARE)))
            .toList());
  }
}
