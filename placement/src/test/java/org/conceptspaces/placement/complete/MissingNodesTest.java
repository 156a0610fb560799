package org.conceptspaces.placement.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conceptspaces.placement.complete.MissingNodes.Missing;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.source.SynsetText;
import org.conceptspaces.taxonomy.source.WordNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingNodesTest {

  private static final TextTaxonomy MAMMALS = WordNet.mammals(SynsetText.WORDS_AND_DEFINITION);

  private static TextTaxonomy without(TextTaxonomy full, Set<Integer> removed) {
    Hierarchy hierarchy = full.hierarchy();
    HierarchyBuilder builder = Hierarchy.builder();
    List<String> texts = new ArrayList<>();
    for (int node = 0; node < full.size(); node++) {
      if (!removed.contains(node)) {
        builder.node(hierarchy.id(node));
        texts.add(full.text(node));
      }
    }
    for (int node = 0; node < full.size(); node++) {
      if (!removed.contains(node)) {
        for (int parent : hierarchy.parents(node)) {
          int at = parent;
          while (removed.contains(at)) {
            at = hierarchy.parent(at, 0);
          }
          builder.edge(hierarchy.id(node), hierarchy.id(at));
        }
      }
    }
    return new TextTaxonomy("with gaps", builder.build(), texts);
  }

  private static Set<String> ids(TextTaxonomy taxonomy, int... nodes) {
    return IntStream.of(nodes)
        .mapToObj(taxonomy.hierarchy()::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int node(String id) {
    return MAMMALS.hierarchy().index(id);
  }

  @Test
  void spanielsAreMissedBelowTheirParent() {
    TextTaxonomy gap = without(MAMMALS, Set.of(node("spaniel.n.01")));
    Missing missing =
        MissingNodes.of(gap).stream()
            .filter(m -> m.word().equals("spaniel"))
            .findFirst()
            .orElseThrow();
    assertEquals("sporting_dog.n.01", gap.hierarchy().id(missing.parent()));
    assertEquals(-1, missing.existing());
    Set<String> true1 = ids(MAMMALS, MAMMALS.hierarchy().children(node("spaniel.n.01")));
    Set<String> found = ids(gap, missing.children());
    Set<String> both = new TreeSet<>(found);
    both.retainAll(true1);
    assertTrue(both.size() >= 4 && both.size() == found.size(), found + " of " + true1);
  }

  /** Middle nodes with at least three children and a name that one of these has. */
  private static List<Integer> middle() {
    Hierarchy hierarchy = MAMMALS.hierarchy();
    return IntStream.range(0, MAMMALS.size())
        .filter(n -> hierarchy.parentCount(n) == 1 && hierarchy.childCount(n) >= 3)
        .filter(n -> hierarchy.childCount(hierarchy.parent(n, 0)) >= 3)
        .boxed()
        .toList();
  }

  private static Set<Integer> gaps(long seed) {
    Hierarchy hierarchy = MAMMALS.hierarchy();
    List<Integer> middle = new ArrayList<>(middle());
    Collections.shuffle(middle, new Random(seed));
    Set<Integer> removed = new TreeSet<>();
    for (int node : middle) {
      boolean alone =
          !removed.contains(hierarchy.parent(node, 0))
              && IntStream.of(hierarchy.children(node)).noneMatch(removed::contains);
      if (alone && removed.size() < 20) {
        removed.add(node);
      }
    }
    return removed;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aGoodPartOfWhatWasTakenOutIsFoundAgainByWordsAlone(long seed) {
    Set<Integer> removed = gaps(seed);
    TextTaxonomy left = without(MAMMALS, removed);
    List<Missing> found = MissingNodes.of(left);
    long again =
        removed.stream()
            .map(node -> ids(MAMMALS, MAMMALS.hierarchy().children(node)))
            .filter(
                wanted ->
                    found.stream().anyMatch(m -> jaccard(wanted, ids(left, m.children())) >= 0.5))
            .count();
    assertTrue(again >= 5, again + " of " + removed.size() + ", told " + found.size());
    assertTrue(found.size() <= 45, found.size() + " told");
    for (int i = 1; i < found.size(); i++) {
      assertTrue(found.get(i - 1).surprise() >= found.get(i).surprise());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whereTextsAreShuffledNothingIsMissed(long seed) {
    List<String> texts = new ArrayList<>(MAMMALS.texts());
    Collections.shuffle(texts, new Random(seed));
    assertEquals(List.of(), told(new TextTaxonomy("shuffled", MAMMALS.hierarchy(), texts)));
  }

  private static List<String> told(TextTaxonomy taxonomy) {
    return MissingNodes.of(taxonomy).stream()
        .map(m -> m.word() + " below " + taxonomy.hierarchy().id(m.parent()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"knife, knives", "lamp, lamps", "torch, torches", "berry, berries", "shelf, shelves"})
  void aCategoryInThePluralIsItsOwnChildrensKind(String kind, String category) {
    HierarchyBuilder builder = Hierarchy.builder().node("shop").node("category");
    List<String> texts = new ArrayList<>(List.of("shop", category + ": what is kept in one place"));
    builder.edge("category", "shop");
    for (int i = 0; i < 40; i++) {
      builder.edge("n" + i, i < 12 ? "category" : "shop");
      texts.add("sort" + i + " " + (i < 9 ? kind : "thing" + i) + ": one of its sort");
    }
    assertEquals(List.of(), told(new TextTaxonomy("shop", builder.build(), texts)));
  }

  @Test
  void aChildThatHasTheNameAlreadyIsToldApart() {
    HierarchyBuilder builder = Hierarchy.builder().node("all");
    List<String> texts = new ArrayList<>(List.of("all"));
    for (int i = 0; i < 60; i++) {
      boolean lamp = i < 8;
      String name = lamp ? "sort" + i + " lamp" : "sort" + i + " thing" + i;
      builder.edge("n" + i, i < 20 ? "all" : "n" + i % 20);
      texts.add(i == 7 ? "lamp: a sort of light" : name + ": one of its sort");
    }
    TextTaxonomy taxonomy = new TextTaxonomy("lamps", builder.build(), texts);
    Missing missing = MissingNodes.of(taxonomy).get(0);
    assertEquals("lamp", missing.word());
    assertEquals("n7", taxonomy.hierarchy().id(missing.existing()));
    assertEquals(
        Set.of("n0", "n1", "n2", "n3", "n4", "n5", "n6"), ids(taxonomy, missing.children()));
    assertEquals(1, MissingNodes.of(taxonomy).size());
  }

  private static double jaccard(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.retainAll(other);
    Set<String> either = new TreeSet<>(one);
    either.addAll(other);
    return (double) both.size() / either.size();
  }
}
