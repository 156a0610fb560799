package org.conceptspaces.testkit;

import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.LevelEncoder;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.Tokens;

/** A correct space of two levels, side by side. */
record TwoLevels(
    LevelSpec fine, LevelSpec coarse, LevelEncoder fineEncoder, LevelEncoder coarseEncoder)
    implements ConceptSpace {

  TwoLevels(SpaceContext context, LevelSpec fine, LevelSpec coarse) {
    this(fine, coarse, context.level(fine), context.level(coarse));
  }

  @Override
  public List<LevelSpec> levels() {
    return List.of(fine, coarse);
  }

  @Override
  public ConceptSet encode(Pass pass, Tokens tokens) {
    return new ConceptSet(
        List.of(
            fineEncoder.encode(pass, tokens.only(0)), coarseEncoder.encode(pass, tokens.only(1))));
  }
}
