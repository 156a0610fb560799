package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.UnaryOperator;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Tokens;

/** A space that does what another does, until a subclass breaks something. */
abstract class AlteredSpace implements ConceptSpace {

  final ConceptSpace correct;

  AlteredSpace(ConceptSpace correct) {
    this.correct = correct;
  }

  /** A space whose tokens are tampered with. */
  static ConceptSpace tokens(ConceptSpace correct, UnaryOperator<Tokens> change) {
    return new AlteredSpace(correct) {
      @Override
      public ConceptSet encode(Pass pass, Tokens tokens) {
        return correct.encode(pass, change.apply(tokens));
      }
    };
  }

  /** A space whose points are tampered with. */
  static ConceptSpace points(ConceptSpace correct, UnaryOperator<NDArray> change) {
    return new AlteredSpace(correct) {
      @Override
      public ConceptSet encode(Pass pass, Tokens tokens) {
        List<Level> levels =
            correct.encode(pass, tokens).levels().stream()
                .map(level -> with(level, change.apply(level.points())))
                .toList();
        return new ConceptSet(levels);
      }
    };
  }

  private static Level with(Level level, NDArray points) {
    return new Level(
        level.spec(), level.bound(), points, level.mask(), level.attention(), level.hidden());
  }

  @Override
  public List<LevelSpec> levels() {
    return correct.levels();
  }
}
