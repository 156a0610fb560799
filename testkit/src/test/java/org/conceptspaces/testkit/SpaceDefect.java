package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.numeric.Constants;

/** A concept space with one defect, and the laws that must find it. */
record SpaceDefect(
    String name, BiFunction<ConceptSpace, SpaceContext, ConceptSpace> change, Set<String> laws) {

  private static SpaceDefect of(
      String name, BiFunction<ConceptSpace, SpaceContext, ConceptSpace> change, String... laws) {
    return new SpaceDefect(name, change, Set.of(laws));
  }

  static Stream<SpaceDefect> all() {
    return Stream.of(
        of(
            "ignores which slots are live",
            (space, context) -> AlteredSpace.tokens(space, t -> t.withLive(null)),
            "deadSlotsStayDead",
            "emptyTextsAreHarmless"),
        of(
            "hides dead slots when live ones have seen them",
            (space, context) -> new LateMask(space),
            "cutAndMaskedSlotsAgree"),
        of(
            "takes padding for tokens",
            (space, context) ->
                AlteredSpace.tokens(
                    space, t -> new Tokens(t.states(), t.mask().onesLike()).withLive(t.live())),
            "paddingChangesNothing",
            "attentionOfLiveConceptsSumsToOne"),
        of(
            "mixes the texts of a batch",
            (space, context) ->
                AlteredSpace.tokens(
                    space,
                    t ->
                        new Tokens(t.states().add(t.states().mean(new int[] {0}, true)), t.mask())
                            .withLive(t.live())),
            "batchOrderChangesNothing"),
        of(
            "changes its tokens",
            (space, context) ->
                AlteredSpace.tokens(
                    space, t -> new Tokens(t.states().addi(1), t.mask()).withLive(t.live())),
            "passLeavesNothingBehind"),
        of(
            "does not look at the text",
            (space, context) -> AlteredSpace.points(space, NDArray::zerosLike),
            "conceptsDependOnTheText"),
        of(
            "leaves the manifold",
            (space, context) -> AlteredSpace.points(space, x -> x.add(x)),
            "conceptsAreInsideTheirGeometry"),
        of(
            "adds noise",
            (space, context) ->
                AlteredSpace.points(space, x -> x.add(x.getManager().randomNormal(x.getShape()))),
            "encodingTwiceGivesTheSameConcepts",
            "sameSeedGivesTheSameConcepts"),
        of(
            "begins with a constant",
            (space, context) -> AlteredSpace.points(space, x -> Constants.of(x, 0).add(x)),
            "passLeavesNothingBehind"),
        of(
            "computes with a Java number",
            (space, context) -> AlteredSpace.points(space, x -> x.mul(1.5)),
            "gradientsSurviveGarbageCollectionInBetween"),
        of(
            "cuts the gradient",
            (space, context) -> AlteredSpace.points(space, NDArray::stopGradient),
            "gradientReachesEveryParameter"),
        of(
            "declares what it does not use",
            (space, context) -> {
              context.parameter("unused", DataType.FLOAT32, Initial.constant(1), 3);
              return space;
            },
            "gradientReachesEveryParameter"),
        of(
            "yields other levels than it says",
            (space, context) -> new Boast(space),
            "levelsMatchTheirSpecs"));
  }

  @Override
  public String toString() {
    return name;
  }

  private static final class Boast extends AlteredSpace {
    Boast(ConceptSpace correct) {
      super(correct);
    }

    @Override
    public List<LevelSpec> levels() {
      return List.of(correct.levels().get(0).withName("other"));
    }

    @Override
    public ConceptSet encode(Pass pass, Tokens tokens) {
      return correct.encode(pass, tokens);
    }
  }

  /** Computes with every slot there is, and masks the dead ones when it is done. */
  private static final class LateMask extends AlteredSpace {
    LateMask(ConceptSpace correct) {
      super(correct);
    }

    @Override
    public ConceptSet encode(Pass pass, Tokens tokens) {
      List<NDArray> live = tokens.live();
      if (live == null) {
        return correct.encode(pass, tokens);
      }
      List<NDArray> all = live.stream().map(NDArray::onesLike).toList();
      ConceptSet set = correct.encode(pass, tokens.withLive(all));
      Level level = set.levels().get(0);
      return new ConceptSet(
          List.of(
              new Level(
                  level.spec(),
                  level.bound(),
                  level.points(),
                  live.get(0),
                  level.attention(),
                  level.hidden())));
    }
  }
}
