package org.conceptspaces.adaptive;

import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;

/** Another space, of whose slots each text uses as many as it needs. */
final class AdaptiveSpace implements ConceptSpace {

  private final ConceptSpace child;
  private final SlotOrder slots;
  private final CountMethod method;

  AdaptiveSpace(ConceptSpace child, SlotOrder slots, CountMethod method) {
    this.child = child;
    this.slots = slots;
    this.method = method;
  }

  @Override
  public List<LevelSpec> levels() {
    return slots.levels();
  }

  @Override
  public int summaryLevel() {
    return child.summaryLevel();
  }

  @Override
  public List<Integer> nestedDimensions() {
    return child.nestedDimensions();
  }

  @Override
  public ConceptSet encode(Pass pass, Tokens tokens) {
    CountMethod.Decision decision = method.decide(pass, tokens);
    ConceptSet set =
        child.encode(pass, tokens.withLive(slots.masks(decision.weights(), tokens.live())));
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < set.levels().size(); i++) {
      levels.add(set.levels().get(i).withSpec(levels().get(i)));
    }
    List<Term> terms = new ArrayList<>(set.terms());
    terms.addAll(decision.terms());
    return new ConceptSet(levels, set.summaryLevel(), terms);
  }
}
