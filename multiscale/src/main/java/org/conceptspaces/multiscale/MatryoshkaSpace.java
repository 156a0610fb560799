package org.conceptspaces.multiscale;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Tokens;

/**
 * Another space, of whose dimensions the first few decode alone. Matryoshka representations
 * (Kusupati et al., "Matryoshka representation learning", 2022) sum the losses of all nested
 * dimensions; here every training step draws one of them, uniformly, which has the same expectation
 * up to a factor at the cost of one loss (as nested dropout does: Rippel et al., "Learning ordered
 * representations with nested dropout", 2014). All texts of a step draw alike: objectives compare
 * texts with each other, and distances between points of different dimensions would be in no nested
 * loss. In inference nothing is cut.
 */
final class MatryoshkaSpace implements ConceptSpace {

  private final ConceptSpace child;

  /** What is drawn from, increasing; the last is all dimensions. */
  private final int[] choices;

  /** Refuses dimensions that no level of the child has. */
  MatryoshkaSpace(ConceptSpace child, List<Integer> dimensions) {
    this.child = child;
    LevelSpec widest =
        child.levels().stream().max(Comparator.comparingInt(LevelSpec::dimension)).orElseThrow();
    for (int i = 0; i < dimensions.size(); i++) {
      if (dimensions.get(i) > widest.dimension()) {
        throw new IllegalArgumentException(
            "matryoshka: dimensions[%d] = %d is more than the child has: %d (level %s); leave it out"
                .formatted(i, dimensions.get(i), widest.dimension(), widest.name()));
      }
    }
    IntStream nested = dimensions.stream().mapToInt(Integer::intValue);
    choices = IntStream.concat(nested, IntStream.of(widest.dimension())).distinct().toArray();
  }

  @Override
  public List<LevelSpec> levels() {
    return child.levels();
  }

  @Override
  public int summaryLevel() {
    return child.summaryLevel();
  }

  @Override
  public List<Integer> nestedDimensions() {
    return Arrays.stream(choices).limit(choices.length - 1L).boxed().toList();
  }

  @Override
  public ConceptSet encode(Pass pass, Tokens tokens) {
    ConceptSet all = child.encode(pass, tokens);
    return pass.training() ? all.truncated(choices[pass.random().nextInt(choices.length)]) : all;
  }
}
