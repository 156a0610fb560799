package org.conceptspaces.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.placement.rank.Calibration;
import org.conceptspaces.placement.rank.ConditionalLogit;
import org.conceptspaces.placement.rank.ConditionalLogit.Prior;
import org.conceptspaces.placement.rank.CrossValidation;
import org.conceptspaces.placement.rank.Example;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/**
 * Fits placers to the leaves of a taxonomy. What trained channels say of leaves that they were
 * trained on is worth nothing, so where there are any, the ranking is fitted twice: without them to
 * the leaves they have seen, and then with all channels to the others, where the weights of the
 * first fit are the prior.
 */
public final class PlacerTraining {

  private final TextTaxonomy taxonomy;
  private final boolean withNames;
  private final PlacementOptions options;

  /**
   * Prepares.
   *
   * @param taxonomy where texts are to be placed
   * @param withNames whether names in texts are looked at
   * @param options how to fit
   */
  public PlacerTraining(TextTaxonomy taxonomy, boolean withNames, PlacementOptions options) {
    this.taxonomy = taxonomy;
    this.withNames = withNames;
    this.options = options;
  }

  /**
   * Fits a placer.
   *
   * @param channels that know the taxonomy's texts
   * @param lessons the leaves to learn from
   * @return the placer
   * @throws DataException if no leaf has its parent among the candidates
   */
  public Placer fit(List<Channel> channels, Lessons lessons) {
    CandidateFinder finder = finder(channels);
    List<Channel> untrained = channels.stream().filter(channel -> !channel.isTrained()).toList();
    return untrained.size() == channels.size()
        ? fit(finder, lessons.all(), new double[0])
        : fit(finder, lessons.unseen(), weights(finder, untrained, lessons.seen()));
  }

  private CandidateFinder finder(List<Channel> channels) {
    return Placer.finder(taxonomy, channels, withNames, options.neighbours());
  }

  /** The weights that need no trained channel, in the order of all; 0 for the others. */
  private double[] weights(CandidateFinder all, List<Channel> untrained, int[] leaves) {
    if (untrained.isEmpty()) {
      return new double[0];
    }
    CandidateFinder finder = finder(untrained);
    List<Example> examples = new Taught(finder, leaves).examples;
    if (examples.stream().noneMatch(Example::isCovered)) {
      return new double[0];
    }
    Prior prior = CrossValidation.best(examples, new double[0]).prior();
    double[] fitted = ConditionalLogit.fit(examples, prior).weights();
    Map<String, Double> weights = new HashMap<>();
    for (int f = 0; f < fitted.length; f++) {
      weights.put(finder.features().get(f), fitted[f]);
    }
    return all.features().stream().mapToDouble(name -> weights.getOrDefault(name, 0.0)).toArray();
  }

  private Placer fit(CandidateFinder finder, int[] leaves, double[] weights) {
    Taught taught = new Taught(finder, leaves);
    if (taught.examples.stream().noneMatch(Example::isCovered)) {
      throw new DataException(
          taxonomy.name()
              + ": of "
              + taught.examples.size()
              + " leaves to fit a placer to, none has a parent that its text leads to; place by more"
              + " channels or name more neighbours");
    }
    CrossValidation validation = CrossValidation.best(taught.examples, weights);
    return new Placer(
        taxonomy,
        finder,
        new Placer.Learned(
            ConditionalLogit.fit(taught.examples, validation.prior()),
            Calibration.of(validation.temperature(), taught.examples),
            Novelty.of(taught.queries)));
  }

  /** What leaves teach, each counted as absent. */
  private final class Taught {
    private final List<Query> queries = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();

    Taught(CandidateFinder finder, int[] leaves) {
      int[] chosen = chosen(leaves);
      for (int start = 0; start < chosen.length; start += Placer.BLOCK) {
        int end = Math.min(chosen.length, start + Placer.BLOCK);
        int[] block = Arrays.copyOfRange(chosen, start, end);
        queries.addAll(finder.queries(Placer.texts(taxonomy, block), block));
      }
      queries.parallelStream().map(query -> example(finder, query)).forEachOrdered(examples::add);
    }

    private Example example(CandidateFinder finder, Query query) {
      return new Example(finder.candidates(query), taxonomy.hierarchy().parents(query.node()));
    }

    /** A sample of leaves, the same whatever their order. */
    private int[] chosen(int[] leaves) {
      int[] shuffled = leaves.clone();
      Arrays.sort(shuffled);
      new SeededRandom(options.seed(), 7).shuffle(shuffled);
      return Arrays.copyOf(shuffled, Math.min(shuffled.length, options.texts()));
    }
  }
}
