package org.conceptspaces.encoder.train;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.baseline.TfIdf;
import org.conceptspaces.taxonomy.sampling.SeededRandom;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that are easily mistaken for another's kin. By branch: the siblings of its parents, and its
 * own siblings unless training draws these together. By words: those whose texts are most alike by
 * {@link TfIdf}, kin left out. What is drawn follows from the seed and the step alone.
 */
final class HardNegatives {

  private static final long PLACE = 4;

  /** Among how many of the most alike texts one is drawn. */
  private static final int ALIKE = 10;

  /** Texts that are less alike have hardly more in common than function words. */
  private static final double LEAST_SIMILARITY = 0.1;

  private final TextTaxonomy taxonomy;
  private final Hierarchy hierarchy;
  private final FurtherObjectives options;
  private final boolean siblings;
  private final long seed;
  private final Map<Integer, int[]> alike = new HashMap<>();
  private @Nullable TfIdf words;

  /**
   * Prepares to draw; texts are indexed once they are asked for.
   *
   * @param taxonomy what is trained on
   * @param options how many are drawn, and of which kind
   * @param siblings whether siblings are negatives
   * @param seed chooses them
   */
  HardNegatives(TextTaxonomy taxonomy, FurtherObjectives options, boolean siblings, long seed) {
    this.taxonomy = taxonomy;
    this.hierarchy = taxonomy.hierarchy();
    this.options = options;
    this.siblings = siblings;
    this.seed = seed;
  }

  /**
   * Draws for the nodes of a step.
   *
   * @param nodes the nodes of its pairs
   * @param step the step
   * @return nodes, some maybe more than once; none for a node that has none of the kind drawn
   */
  int[] of(int[] nodes, int step) {
    if (options.hardNegatives() == 0) {
      return new int[0];
    }
    SeededRandom random = new SeededRandom(seed, PLACE, step);
    IntStream.Builder drawn = IntStream.builder();
    for (int node : nodes) {
      int whole = (int) options.hardNegatives();
      int count = whole + (random.nextDouble() < options.hardNegatives() - whole ? 1 : 0);
      for (int i = 0; i < count; i++) {
        boolean lexical = random.nextDouble() < options.lexicalShare();
        int[] candidates = lexical ? alike(node) : nearby(node, random);
        if (candidates.length > 0) {
          drawn.add(candidates[random.nextInt(candidates.length)]);
        }
      }
    }
    return drawn.build().toArray();
  }

  /** The children of a grandparent or, where siblings are negatives, of a parent. */
  private int[] nearby(int node, SeededRandom random) {
    int parent = any(hierarchy.parents(node), random);
    boolean atTheTop = hierarchy.parentCount(parent) == 0;
    boolean own = siblings && (atTheTop || random.nextDouble() < 0.5);
    if (atTheTop && !own) {
      return new int[0];
    }
    int above = own ? parent : any(hierarchy.parents(parent), random);
    return strangers(node, IntStream.of(hierarchy.children(above))).toArray();
  }

  private static int any(int[] nodes, SeededRandom random) {
    return nodes[random.nextInt(nodes.length)];
  }

  private int[] alike(int node) {
    return alike.computeIfAbsent(node, this::mostAlike);
  }

  private int[] mostAlike(int node) {
    if (words == null) {
      words = new TfIdf(taxonomy.texts());
    }
    double[] similarities = words.similarities(taxonomy.text(node));
    Comparator<Integer> nearestFirst = Comparator.comparingDouble(other -> -similarities[other]);
    IntStream alikeEnough =
        IntStream.range(0, similarities.length)
            .filter(other -> similarities[other] > LEAST_SIMILARITY);
    return strangers(node, alikeEnough)
        .boxed()
        .sorted(nearestFirst)
        .limit(ALIKE)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Those that may serve as negatives of a node. */
  private IntStream strangers(int node, IntStream others) {
    return others
        .filter(other -> other != node && !hierarchy.related(node, other))
        .filter(other -> siblings || !haveAParentInCommon(node, other));
  }

  private boolean haveAParentInCommon(int one, int other) {
    return IntStream.of(hierarchy.parents(one))
        .anyMatch(
            parent -> IntStream.of(hierarchy.parents(other)).anyMatch(above -> above == parent));
  }
}
