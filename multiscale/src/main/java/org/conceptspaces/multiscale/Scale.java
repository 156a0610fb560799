package org.conceptspaces.multiscale;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.layer.Linear;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;
import org.jspecify.annotations.Nullable;

/**
 * One level: its space, and how it reads the next finer level beside the text. It reads on in the
 * text, for the finer level may be dead; and what is dead is not seen.
 *
 * @param space the space, of one level
 * @param spec what that level is called here
 * @param link from the finer level's flat states to states such as tokens have; null if there is no
 *     finer level
 */
record Scale(ConceptSpace space, LevelSpec spec, @Nullable Linear link) {

  /**
   * Encodes a batch of texts.
   *
   * @param tokens the texts, with this level's slots alone
   * @param below the next finer level, its attention over tokens alone; null if there is none
   * @return a set of one level, its attention likewise, and the terms of its space
   */
  ConceptSet encode(Pass pass, Tokens tokens, @Nullable Level below) {
    if (below == null || link == null) {
      ConceptSet set = space.encode(pass, tokens);
      return new ConceptSet(List.of(set.summary().withSpec(spec)), 0, set.terms());
    }
    Tokens all = beside(pass, link, tokens, below);
    ConceptSet set = space.encode(pass, all);
    long length = tokens.mask().getShape().get(1);
    NDArray share = share(tokens.mask(), all.mask());
    List<Term> terms =
        set.terms().stream()
            .map(term -> new Term(term.name(), cost -> term.loss().apply(cost.mul(share))))
            .toList();
    return new ConceptSet(List.of(overTokens(set.summary(), below, length)), 0, terms);
  }

  /** The text's own tokens among all that its space takes for such, {@code [B]}. */
  private static NDArray share(NDArray own, NDArray all) {
    NDArray count = all.stopGradient().sum(new int[] {1});
    return own.stopGradient().sum(new int[] {1}).div(count.add(Functions.isZero(count)));
  }

  /** The texts, and the finer level's concepts as if they were more tokens. */
  private static Tokens beside(Pass pass, Linear link, Tokens tokens, Level below) {
    NDArray states = tokens.states().concat(link.apply(pass, below.hidden()), 1);
    NDArray mask = tokens.mask().concat(below.mask(), 1);
    // Concepts tell nothing that the text does not.
    NDArray information = tokens.information().concat(below.mask().zerosLike(), 1);
    return new Tokens(states, mask, information, tokens.live());
  }

  /**
   * Where the level looks in the text, be it through concepts: {@code A_t + A_c · mean A_below}.
   */
  private Level overTokens(Level level, Level below, long length) {
    NDList parts = level.attention().split(new long[] {length}, 3);
    NDArray toConcepts = parts.get(1);
    NDArray theirs = below.attention().mean(new int[] {1}, true);
    NDArray through = toConcepts.matMul(Casts.to(theirs, toConcepts.getDataType()));
    return new Level(
        spec,
        level.bound(),
        level.points(),
        level.mask(),
        parts.get(0).add(through),
        level.hidden());
  }
}
