package org.conceptspaces.api;

import java.util.List;

/** Turns token states into concepts. Built once for a model; has no state but its parameters. */
public interface ConceptSpace {

  /**
   * The levels that {@link #encode} yields: the spec of each level it gives equals the entry here.
   * A wrapper that never uses some of its child's slots reports the smaller count, and rewrites the
   * specs of the levels that it passes on.
   *
   * @return the levels, fine → coarse, at least one, with distinct names
   */
  List<LevelSpec> levels();

  /**
   * The level whose pooled point stands for a text.
   *
   * @return its index among {@link #levels()}; the coarsest unless overridden
   */
  default int summaryLevel() {
    return levels().size() - 1;
  }

  /**
   * To how few dimensions concepts may be {@linkplain ConceptSet#truncated truncated}, and still
   * tell their texts as training made them. A wrapper that leaves its child's concepts as they are
   * passes these on.
   *
   * @return increasing numbers below the dimension of the widest level; none unless overridden
   */
  default List<Integer> nestedDimensions() {
    return List.of();
  }

  /**
   * Encodes a batch of texts. Padding must not change a text's concepts, nor must the other texts
   * of its batch.
   *
   * @param pass the pass
   * @param tokens the texts
   * @return their concepts, a level for each of {@link #levels()}, in that order, and the same
   *     summary level as {@link #summaryLevel()}
   */
  ConceptSet encode(Pass pass, Tokens tokens);
}
