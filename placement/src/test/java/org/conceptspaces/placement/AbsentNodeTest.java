package org.conceptspaces.placement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Neighbours;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.placement.channel.WordChannel;
import org.conceptspaces.placement.rank.Candidates;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A leaf that counts as absent is seen as if it were not there: nothing tells its parents. */
class AbsentNodeTest {

  /** Nearness that follows from a node's id and the text alone, whatever other nodes there are. */
  private static Channel channel(TextTaxonomy taxonomy) {
    return new Channel() {
      @Override
      public String name() {
        return WordChannel.WORDS;
      }

      @Override
      public List<Neighbours> nearest(List<String> texts, int[] excluded, int count) {
        return IntStream.range(0, texts.size())
            .mapToObj(i -> Neighbours.largest(similarities(texts.get(i)), excluded[i], count))
            .toList();
      }

      private double[] similarities(String text) {
        return taxonomy.hierarchy().ids().stream()
            .mapToDouble(id -> (id + text).hashCode() % 1000 / 1000.0)
            .toArray();
      }
    };
  }

  private static CandidateFinder finder(TextTaxonomy taxonomy) {
    List<Wording> wordings = taxonomy.texts().stream().map(Wording::of).toList();
    return new CandidateFinder(taxonomy, wordings, List.of(channel(taxonomy)), true, 15);
  }

  private static Map<String, float[]> rows(
      CandidateFinder finder, TextTaxonomy taxonomy, String text, int node) {
    Candidates candidates =
        finder.candidates(finder.queries(List.of(text), new int[] {node}).get(0));
    TreeMap<String, float[]> rows = new TreeMap<>();
    for (int c = 0; c < candidates.size(); c++) {
      int from = c * candidates.width();
      rows.put(
          taxonomy.hierarchy().id(candidates.nodes()[c]),
          Arrays.copyOfRange(candidates.features(), from, from + candidates.width()));
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 6, 7, 8})
  void anAbsentLeafLooksLikeOneThatWasRemoved(long seed) {
    TextTaxonomy full = Taxonomies.random(60, seed);
    CandidateFinder there = finder(full);
    int telling = 0;
    for (int leaf : Lessons.of(full.hierarchy()).unseen()) {
      TextTaxonomy left = Taxonomies.without(full, leaf);
      Map<String, float[]> absent = rows(there, full, full.text(leaf), leaf);
      Map<String, float[]> removed = rows(finder(left), left, full.text(leaf), Query.NO_NODE);
      assertEquals(removed.keySet(), absent.keySet(), full.text(leaf));
      assertTrue(removed.size() > 5);
      for (String id : removed.keySet()) {
        assertArrayEquals(removed.get(id), absent.get(id), 1e-6f, id);
      }
      // with its own names and edges it would look otherwise
      Map<String, float[]> seen = rows(there, full, full.text(leaf), Query.NO_NODE);
      telling +=
          removed.keySet().stream().allMatch(id -> Arrays.equals(removed.get(id), seen.get(id)))
              ? 0
              : 1;
    }
    assertEquals(Lessons.of(full.hierarchy()).unseen().length, telling);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void everyFeatureVariesInThatTest(long seed) {
    TextTaxonomy full = Taxonomies.random(60, seed);
    CandidateFinder finder = finder(full);
    int[] leaves = Lessons.of(full.hierarchy()).unseen();
    float[] first = null;
    boolean[] varies = new boolean[finder.features().size()];
    for (int leaf : leaves) {
      for (float[] row : rows(finder, full, full.text(leaf), leaf).values()) {
        first = first == null ? row : first;
        for (int f = 0; f < varies.length; f++) {
          varies[f] |= row[f] != first[f];
          assertTrue(row[f] > -1e-4 && row[f] < 1e4, finder.features().get(f) + " is " + row[f]);
        }
      }
    }
    for (int f = 0; f < varies.length; f++) {
      assertTrue(varies[f], finder.features().get(f));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void placedNodesAreNotTheirOwnCandidatesOrNeighbours(boolean names) {
    TextTaxonomy taxonomy = Taxonomies.tiny();
    List<Wording> wordings = taxonomy.texts().stream().map(Wording::of).toList();
    int[] leaves = Lessons.of(taxonomy.hierarchy()).unseen();
    Placer placer =
        new PlacerTraining(taxonomy, names, PlacementOptions.DEFAULT)
            .fit(
                List.of(WordChannel.words(wordings), WordChannel.openings(wordings)),
                Lessons.of(taxonomy.hierarchy()));
    int[] at = new int[1];
    placer.placeNodes(
        leaves,
        placement -> {
          int leaf = leaves[at[0]++];
          assertEquals(leaf, placement.query().node());
          assertFalse(placement.places().stream().anyMatch(place -> place.node() == leaf));
          for (Neighbours neighbours : placement.query().neighbours()) {
            assertFalse(IntStream.of(neighbours.nodes()).anyMatch(node -> node == leaf));
          }
        });
    assertEquals(leaves.length, at[0]);
  }
}
