package org.conceptspaces.api;

import java.util.List;

/**
 * What a concept space makes of a batch of texts.
 *
 * @param levels the levels, fine → coarse, at least one
 * @param summaryLevel the index of the level whose pooled point stands for a text
 * @param terms extra terms of the training loss; a space that wraps another passes on its terms
 */
public record ConceptSet(List<Level> levels, int summaryLevel, List<Term> terms) {

  /** Copies the lists and checks the index. */
  public ConceptSet {
    levels = List.copyOf(levels);
    terms = List.copyOf(terms);
    if (summaryLevel < 0 || summaryLevel >= levels.size()) {
      throw new IllegalArgumentException(
          "summary level " + summaryLevel + " of " + levels.size() + " levels");
    }
  }

  /**
   * A set whose coarsest level is its summary, without extra terms.
   *
   * @param levels the levels, fine → coarse, at least one
   */
  public ConceptSet(List<Level> levels) {
    this(levels, levels.size() - 1, List.of());
  }

  /**
   * The level whose {@link Level#pooled() pooled point} stands for a text.
   *
   * @return the level
   */
  public Level summary() {
    return levels.get(summaryLevel);
  }

  /**
   * The set with its points' last dimensions cut off where a level has more, by {@link
   * Level#truncated}.
   *
   * @param dimensions how many to keep, at least 1
   * @return the changed set
   */
  public ConceptSet truncated(int dimensions) {
    List<Level> cut =
        levels.stream()
            .map(
                level ->
                    level.spec().dimension() > dimensions ? level.truncated(dimensions) : level)
            .toList();
    return new ConceptSet(cut, summaryLevel, terms);
  }
}
