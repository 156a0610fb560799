package org.conceptspaces.product;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the dimensions of a product are dealt out to its parts: to some a number of their own, to the
 * others one each and then, one by one, the next to the part of the greatest {@code share/(2n +
 * 1)}, {@code n} what it has already (Webster and Sainte-Laguë). So a product of more dimensions
 * has no part of fewer.
 */
record Signature(List<Share> parts) {

  Signature {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a product wants at least one part");
    }
  }

  /** What is wrong with a dimension, or empty. */
  Optional<String> problem(int dimension) {
    int least = least();
    if (dimension == least || (dimension > least && sharing() > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        sharing() > 0
            ? "want at least %d dimensions in all, not %d: make the product's dimension %d or more"
                .formatted(least, dimension, least)
            : "have %d dimensions in all, not %d: make the product's dimension %d, or give a part a share instead of its dimension"
                .formatted(least, dimension, least));
  }

  /** The least dimension there is. */
  int least() {
    return parts.stream().mapToInt(part -> Math.max(1, part.dimension())).sum();
  }

  private long sharing() {
    return parts.stream().filter(part -> part.dimension() == 0).count();
  }

  /**
   * The dimensions of the parts.
   *
   * @throws IllegalArgumentException if there is a {@link #problem}
   */
  int[] dimensions(int dimension) {
    problem(dimension)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("the parts of " + this + " " + problem);
            });
    int[] dealt = parts.stream().mapToInt(part -> Math.max(1, part.dimension())).toArray();
    for (int left = dimension - least(); left > 0; left--) {
      dealt[next(dealt)]++;
    }
    return dealt;
  }

  /** The first of the greatest, so that ties are always broken alike. */
  private int next(int[] dealt) {
    int best = -1;
    for (int i = 0; i < dealt.length; i++) {
      if (parts.get(i).dimension() == 0 && (best < 0 || claim(i, dealt) > claim(best, dealt))) {
        best = i;
      }
    }
    return best;
  }

  private double claim(int part, int[] dealt) {
    return parts.get(part).share() / (2.0 * dealt[part] + 1);
  }

  /** {@code (5, share 1.0)}. */
  @Override
  public String toString() {
    return parts.stream().map(Share::toString).collect(Collectors.joining(", ", "(", ")"));
  }
}
