package org.conceptspaces.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.placement.rank.Calibration;
import org.conceptspaces.placement.rank.Candidates;
import org.conceptspaces.placement.rank.ConditionalLogit;
import org.conceptspaces.placement.rank.Example;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/**
 * Places texts in a taxonomy: finds candidates for the parent, ranks them by what was learned from
 * the taxonomy's own leaves, each counted as absent in its turn, and says how sure that is.
 */
public final class Placer {

  /** Texts whose neighbours are found at once. */
  private static final int BLOCK = 256;

  private final TextTaxonomy taxonomy;
  private final CandidateFinder finder;
  private final Learned learned;
  private final List<String> aspects;

  /** By feature, the place of its aspect. */
  private final int[] aspectOf;

  Placer(TextTaxonomy taxonomy, CandidateFinder finder, Learned learned) {
    this.taxonomy = taxonomy;
    this.finder = finder;
    this.learned = learned;
    List<String> names = finder.aspectsOfFeatures();
    aspects = names.stream().distinct().toList();
    aspectOf = names.stream().mapToInt(aspects::indexOf).toArray();
  }

  /**
   * What a placer has learned, without the taxonomy and the channels that it needs.
   *
   * @param ranking weighs features
   * @param calibration makes probabilities of scores
   * @param novelty knows which texts are strange
   */
  record Learned(ConditionalLogit ranking, Calibration calibration, Novelty novelty) {}

  /**
   * Fits a placer to leaves of the taxonomy.
   *
   * @param taxonomy where texts are to be placed
   * @param channels that know its texts
   * @param withNames whether names in texts are looked at
   * @param leaves nodes with parents that the channels were not trained on, or all leaves if they
   *     were not trained at all
   * @param options how to fit
   * @return the placer
   * @throws DataException if no leaf has its parent among the candidates
   */
  public static Placer fit(
      TextTaxonomy taxonomy,
      List<Channel> channels,
      boolean withNames,
      int[] leaves,
      PlacementOptions options) {
    CandidateFinder finder = finder(taxonomy, channels, withNames, options.neighbours());
    int[] chosen = chosen(leaves, options);
    List<Query> queries = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    for (int start = 0; start < chosen.length; start += BLOCK) {
      int[] block = Arrays.copyOfRange(chosen, start, Math.min(chosen.length, start + BLOCK));
      for (Query query : finder.queries(texts(taxonomy, block), block)) {
        queries.add(query);
        examples.add(
            new Example(finder.candidates(query), taxonomy.hierarchy().parents(query.node())));
      }
    }
    if (examples.stream().noneMatch(Example::isCovered)) {
      throw new DataException(
          taxonomy.name()
              + ": of "
              + examples.size()
              + " leaves to fit a placer to, none has a parent that its text leads to; place by more"
              + " channels or name more neighbours");
    }
    return new Placer(
        taxonomy,
        finder,
        new Learned(
            ConditionalLogit.fit(examples, options.penalty()),
            Calibration.fit(examples, options.penalty()),
            Novelty.of(queries)));
  }

  static CandidateFinder finder(
      TextTaxonomy taxonomy, List<Channel> channels, boolean withNames, int neighbours) {
    List<Wording> wordings = taxonomy.texts().stream().map(Wording::of).toList();
    return new CandidateFinder(taxonomy, wordings, channels, withNames, neighbours);
  }

  /** A sample of leaves, the same whatever their order. */
  private static int[] chosen(int[] leaves, PlacementOptions options) {
    int[] shuffled = leaves.clone();
    Arrays.sort(shuffled);
    new SeededRandom(options.seed(), 7).shuffle(shuffled);
    return Arrays.copyOf(shuffled, Math.min(shuffled.length, options.texts()));
  }

  /**
   * The leaves of a taxonomy that a placer can learn from.
   *
   * @param hierarchy the taxonomy's
   * @return the indexes of leaves that have a parent
   */
  public static int[] leaves(Hierarchy hierarchy) {
    return IntStream.of(hierarchy.leaves())
        .filter(leaf -> hierarchy.parentCount(leaf) > 0)
        .toArray();
  }

  private static List<String> texts(TextTaxonomy taxonomy, int[] nodes) {
    return IntStream.of(nodes).mapToObj(taxonomy::text).toList();
  }

  /**
   * Places texts.
   *
   * @param texts any texts
   * @param consumer takes the placements, in the order of the texts
   */
  public void place(List<String> texts, Consumer<Placement> consumer) {
    int[] none = new int[texts.size()];
    Arrays.fill(none, Query.NO_NODE);
    place(texts, none, consumer);
  }

  /**
   * Places leaves of the taxonomy as if they were not in it. How rare words are is still counted
   * with their texts.
   *
   * @param nodes the indexes of leaves; of inner nodes, what is below them stays where it is
   * @param consumer takes the placements, in the order of the nodes
   */
  public void placeNodes(int[] nodes, Consumer<Placement> consumer) {
    place(texts(taxonomy, nodes), nodes, consumer);
  }

  private void place(List<String> texts, int[] nodes, Consumer<Placement> consumer) {
    for (int start = 0; start < nodes.length; start += BLOCK) {
      int end = Math.min(nodes.length, start + BLOCK);
      finder
          .queries(texts.subList(start, end), Arrays.copyOfRange(nodes, start, end))
          .parallelStream()
          .map(this::placement)
          .forEachOrdered(consumer);
    }
  }

  private Placement placement(Query query) {
    Candidates candidates = finder.candidates(query);
    double[] scores = learned.ranking.scores(candidates);
    double[] probabilities = learned.calibration.probabilities(scores);
    double[][] nats = nats(candidates);
    List<Place> places =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(c -> -scores[c]).thenComparing(c -> c))
            .map(c -> new Place(candidates.nodes()[c], probabilities[c], named(nats[c])))
            .toList();
    return new Placement(query, places, learned.novelty.typicality(query.neighbours()));
  }

  /** By candidate and aspect, the parts of its score, less the average candidate's. */
  private double[][] nats(Candidates candidates) {
    double[] weights = learned.ranking.weights();
    double[][] nats = new double[candidates.size()][aspects.size()];
    double[] mean = new double[aspects.size()];
    for (int c = 0, at = 0; c < nats.length; c++) {
      for (int f = 0; f < weights.length; f++) {
        nats[c][aspectOf[f]] += weights[f] * candidates.features()[at++];
      }
      for (int a = 0; a < mean.length; a++) {
        mean[a] += nats[c][a] / nats.length;
      }
    }
    for (double[] own : nats) {
      for (int a = 0; a < mean.length; a++) {
        own[a] = (own[a] - mean[a]) / learned.calibration.temperature();
      }
    }
    return nats;
  }

  private Map<String, Double> named(double[] nats) {
    Map<String, Double> named = new HashMap<>();
    for (int a = 0; a < nats.length; a++) {
      named.put(aspects.get(a), nats[a]);
    }
    return named;
  }

  /**
   * Where texts are placed.
   *
   * @return the taxonomy
   */
  public TextTaxonomy taxonomy() {
    return taxonomy;
  }

  /**
   * What names nodes near to a text.
   *
   * @return the channels, in the order of a query's neighbours
   */
  public List<Channel> channels() {
    return finder.channels();
  }

  /**
   * The weights of the ranking by feature.
   *
   * @return nats for each unit of a feature
   */
  public Map<String, Double> weights() {
    Map<String, Double> weights = new TreeMap<>();
    List<String> names = finder.features();
    for (int f = 0; f < names.size(); f++) {
      weights.put(names.get(f), learned.ranking.weights()[f]);
    }
    return weights;
  }

  boolean withNames() {
    return finder.withNames();
  }

  int neighbours() {
    return finder.neighbours();
  }

  Learned learned() {
    return learned;
  }
}
