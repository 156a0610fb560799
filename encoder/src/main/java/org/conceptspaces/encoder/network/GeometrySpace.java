package org.conceptspaces.encoder.network;

import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.LevelEncoder;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.Tokens;

/** The concept space of any geometry: one level of a fixed number of concepts. */
final class GeometrySpace implements ConceptSpace {

  private final LevelSpec spec;
  private final LevelEncoder encoder;

  GeometrySpace(LevelSpec spec, SpaceContext context) {
    this.spec = spec;
    this.encoder = context.level(spec);
  }

  @Override
  public List<LevelSpec> levels() {
    return List.of(spec);
  }

  @Override
  public ConceptSet encode(Pass pass, Tokens tokens) {
    return new ConceptSet(List.of(encoder.encode(pass, tokens)));
  }
}
