package org.conceptspaces.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Set;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.Tokens;
import org.junit.jupiter.api.Test;

/**
 * A space that lets its child compute with every slot and cuts or masks the result is consistent in
 * itself, yet dead slots have leaked into live ones. One law alone tells.
 */
class LateLivenessTest {

  /** Run by hand, below: its name keeps it out of the module's own tests. */
  static class Run implements SpaceContract {
    @Override
    public ConceptSpace space(SpaceContext context) {
      return new Late(context.child("child", GeometryProviderContract.config("flat", 4, 3)));
    }
  }

  @Test
  void lateMaskIsFound() {
    assertEquals(Set.of("livenessIsKnownBeforeAttention"), LawsThatFail.in(Run.class).failed());
  }

  private record Late(ConceptSpace child) implements ConceptSpace {
    @Override
    public List<LevelSpec> levels() {
      return child.levels();
    }

    @Override
    public ConceptSet encode(Pass pass, Tokens tokens) {
      ConceptSet all = child.encode(pass, tokens.withLive(null));
      List<NDArray> live = tokens.live();
      if (live == null) {
        return all;
      }
      Level l = all.levels().get(0);
      NDArray mask = live.get(0);
      return new ConceptSet(
          List.of(
              new Level(
                  l.spec(),
                  l.bound(),
                  first(l.points(), mask, 1),
                  mask,
                  first(l.attention(), mask, 2),
                  first(l.hidden(), mask, 1))));
    }

    private static NDArray first(NDArray all, NDArray mask, int axis) {
      long count = mask.getShape().get(1);
      boolean cut = count < all.getShape().get(axis);
      return cut ? all.split(new long[] {count}, axis).get(0) : all;
    }
  }
}
