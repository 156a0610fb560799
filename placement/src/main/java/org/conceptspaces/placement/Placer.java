package org.conceptspaces.placement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.placement.rank.Calibration;
import org.conceptspaces.placement.rank.Candidates;
import org.conceptspaces.placement.rank.ConditionalLogit;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.TextTaxonomy;

/**
 * Places texts in a taxonomy: finds candidates for the parent, ranks them by what was learned from
 * the taxonomy's own leaves, each counted as absent in its turn, and says how sure that is.
 */
public final class Placer {

  /** Texts whose neighbours are found at once. */
  static final int BLOCK = 256;

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

  static CandidateFinder finder(
      TextTaxonomy taxonomy, List<Channel> channels, boolean withNames, int neighbours) {
    List<Wording> wordings = taxonomy.texts().stream().map(Wording::of).toList();
    return new CandidateFinder(taxonomy, wordings, channels, withNames, neighbours);
  }

  static List<String> texts(TextTaxonomy taxonomy, int[] nodes) {
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

  /** While channels read one block of texts, maybe by a network, the one before is ranked. */
  private void place(List<String> texts, int[] nodes, Consumer<Placement> consumer) {
    ForkJoinTask<List<Placement>> before = placements(List.of());
    for (int start = 0; start < nodes.length; start += BLOCK) {
      int end = Math.min(nodes.length, start + BLOCK);
      List<Query> queries =
          finder.queries(texts.subList(start, end), Arrays.copyOfRange(nodes, start, end));
      before.join().forEach(consumer);
      before = placements(queries);
    }
    before.join().forEach(consumer);
  }

  private ForkJoinTask<List<Placement>> placements(List<Query> queries) {
    return ForkJoinPool.commonPool()
        .submit(() -> queries.parallelStream().map(this::placement).toList());
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
            .map(
                c ->
                    new Place(
                        candidates.nodes()[c],
                        probabilities[c],
                        aspects,
                        DoubleStream.of(nats[c]).boxed().toList()))
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
