package org.conceptspaces.testkit;

import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.LevelEncoder;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.Values;

/** The space of one level that a geometry's name stands for, as the encoder makes it. */
final class StandaloneSpace implements ConceptSpace {

  private static final Option<Integer> CONCEPTS =
      Option.integer("concepts", 4, Range.atLeast(1), "how many concepts");
  private static final Option<Integer> DIMENSION =
      Option.integer("dimension", 3, Range.atLeast(1), "dimension of the manifold");

  private final LevelSpec spec;
  private final LevelEncoder encoder;

  StandaloneSpace(GeometryProvider provider, Values values, StandaloneContext context) {
    spec =
        new LevelSpec(
            provider.name(),
            values.get(CONCEPTS),
            values.get(DIMENSION),
            provider.create(values, context.in("geometry")));
    encoder = context.level(spec);
  }

  @Override
  public List<LevelSpec> levels() {
    return List.of(spec);
  }

  @Override
  public ConceptSet encode(Pass pass, Tokens tokens) {
    return new ConceptSet(List.of(encoder.encode(pass, tokens.only(0))));
  }
}
