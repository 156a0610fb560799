package org.conceptspaces.multiscale;

import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Levels from fine to coarse, each of which reads the text and the level before it.
 *
 * @param scales the levels, fine → coarse, at least one
 * @param summaryLevel the index of the one that stands for a text
 * @param dropout what training leaves out
 */
record MultiscaleSpace(List<Scale> scales, int summaryLevel, LevelDropout dropout)
    implements ConceptSpace {

  @Override
  public List<LevelSpec> levels() {
    return scales.stream().map(Scale::spec).toList();
  }

  @Override
  public ConceptSet encode(Pass pass, Tokens tokens) {
    Tokens texts = dropout.apply(pass, tokens, levels());
    List<Level> levels = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    @Nullable Level below = null;
    for (int i = 0; i < scales.size(); i++) {
      Scale scale = scales.get(i);
      ConceptSet set = scale.encode(pass, texts.only(i), below);
      below = set.summary();
      levels.add(below);
      for (Term term : set.terms()) {
        terms.add(new Term(scale.spec().name() + "." + term.name(), term.loss()));
      }
    }
    return new ConceptSet(levels, summaryLevel, terms);
  }
}
