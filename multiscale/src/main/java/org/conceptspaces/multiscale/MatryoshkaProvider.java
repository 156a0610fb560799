package org.conceptspaces.multiscale;

import java.util.List;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceChecks;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Values;

/** Provides {@code matryoshka}. */
public final class MatryoshkaProvider implements SpaceProvider {

  private static final String NAME = "matryoshka";

  /** The nested dimensions. */
  public static final Option<List<Integer>> DIMENSIONS =
      Option.integers(
          "dimensions",
          null,
          Range.between(1, 65536),
          "How many first dimensions shall decode alone, increasing; all of them do besides.");

  /** The space around which they are. */
  public static final Option<SpaceConfig> CHILD =
      Option.space("child", "The space whose concepts have these dimensions.");

  /** For {@link java.util.ServiceLoader}. */
  public MatryoshkaProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "A space whose first dimensions decode alone, in curved geometries too.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(DIMENSIONS, CHILD);
  }

  @Override
  public void check(Values values, SpaceChecks checks) {
    List<Integer> dimensions = values.get(DIMENSIONS);
    for (int i = 1; i < dimensions.size(); i++) {
      if (dimensions.get(i) <= dimensions.get(i - 1)) {
        checks.problem(
            "dimensions[" + i + "]",
            "is %d: wants more than the %d before it"
                .formatted(dimensions.get(i), dimensions.get(i - 1)));
      }
    }
    values
        .get(CHILD)
        .find(NAME)
        .ifPresent(
            below ->
                checks.problem(
                    CHILD.name() + below,
                    "dimensions are nested already: list all of them in the outer " + NAME));
  }

  @Override
  public ConceptSpace create(Values values, SpaceContext context) {
    check(
        values,
        (path, message) -> {
          throw new IllegalArgumentException(NAME + ": " + path + ": " + message);
        });
    return new MatryoshkaSpace(context.child("child", values.get(CHILD)), values.get(DIMENSIONS));
  }
}
