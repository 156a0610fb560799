package org.conceptspaces.placement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Neighbours;
import org.conceptspaces.placement.channel.WordChannel;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.conceptspaces.taxonomy.source.SynsetText;
import org.conceptspaces.taxonomy.source.WordNet;
import org.junit.jupiter.api.Test;

class PlacerTrainingTest {

  private static final Split SPLIT =
      Split.of(WordNet.mammals(SynsetText.WORDS_AND_DEFINITION), 0.12, 1);
  private static final TextTaxonomy TRAINING = SPLIT.training();
  private static final Hierarchy HIERARCHY = TRAINING.hierarchy();
  private static final int[] UNSEEN = Split.of(TRAINING, 0.2, 5).heldOut();

  /** Has learned by heart where the leaves it has seen belong, and knows nothing of others. */
  private record Memory(boolean isTrained) implements Channel {

    @Override
    public String name() {
      return "memory";
    }

    @Override
    public List<Neighbours> nearest(List<String> texts, int[] excluded, int count) {
      return IntStream.range(0, texts.size())
          .mapToObj(i -> neighbours(texts.get(i), excluded[i]))
          .toList();
    }

    private static Neighbours neighbours(String text, int node) {
      boolean seen = node >= 0 && Arrays.binarySearch(UNSEEN, node) < 0;
      int nearest =
          seen ? HIERARCHY.parent(node, 0) : new Random(text.hashCode()).nextInt(TRAINING.size());
      return nearest == node
          ? Neighbours.NONE
          : new Neighbours(new int[] {nearest}, new double[] {1}, 0);
    }
  }

  private static Placer fit(Lessons lessons, Channel... others) {
    List<Wording> wordings = TRAINING.texts().stream().map(Wording::of).toList();
    List<Channel> channels =
        Stream.concat(
                Stream.of(WordChannel.words(wordings), WordChannel.openings(wordings)),
                Stream.of(others))
            .toList();
    return new PlacerTraining(TRAINING, true, PlacementOptions.DEFAULT).fit(channels, lessons);
  }

  private static double mrr(Placer placer) {
    PlacementScore score = new PlacementScore(HIERARCHY);
    int[] held = SPLIT.heldOut();
    int[] next = new int[1];
    placer.place(
        SPLIT.heldOutTexts(),
        placement -> score.accept(placement, SPLIT.trueParents(held[next[0]++])));
    return score.ranks().mrr();
  }

  @Test
  void whatATrainedChannelKnowsByHeartIsNotTrusted() {
    double without = mrr(fit(Lessons.of(HIERARCHY)));
    double with = mrr(fit(Lessons.of(HIERARCHY, UNSEEN), new Memory(true)));
    assertTrue(with > without - 0.02, with + " with it, " + without + " without");
    // had it not said that it was trained, it would be
    double fooled = mrr(fit(Lessons.of(HIERARCHY), new Memory(false)));
    assertTrue(fooled < without - 0.01, fooled + " fooled, " + without + " without");
  }

  @Test
  void theFirstFitsWeightsAreWhereTheSecondStarts() {
    Map<String, Double> alone = fit(new Lessons(new int[0], seen())).weights();
    // one text cannot move them
    int[] one = Arrays.copyOf(UNSEEN, 1);
    Map<String, Double> both = fit(new Lessons(seen(), one), new Memory(true)).weights();
    double[] before = alone.values().stream().mapToDouble(w -> w).toArray();
    double[] after = alone.keySet().stream().mapToDouble(both::get).toArray();
    double size = Math.sqrt(Arrays.stream(before).map(w -> w * w).sum());
    double moved =
        Math.sqrt(
            IntStream.range(0, before.length)
                .mapToDouble(i -> Math.pow(after[i] - before[i], 2))
                .sum());
    assertTrue(moved < size / 2, moved + " of " + size);
  }

  private static int[] seen() {
    return Lessons.of(HIERARCHY, UNSEEN).seen();
  }

  @Test
  void lessonsAreAllLeavesWithAParentOnceEach() {
    Lessons lessons = Lessons.of(HIERARCHY, UNSEEN);
    assertArrayEquals(UNSEEN, lessons.unseen());
    assertArrayEquals(
        IntStream.of(HIERARCHY.leaves()).filter(leaf -> HIERARCHY.parentCount(leaf) > 0).toArray(),
        IntStream.of(lessons.all()).sorted().toArray());
    assertEquals(0, Lessons.of(HIERARCHY).seen().length);
  }
}
