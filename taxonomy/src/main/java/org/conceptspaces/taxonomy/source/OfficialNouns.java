package org.conceptspaces.taxonomy.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;

/**
 * The pairs that {@code transitive_closure.py} of the official code of Nickel and Kiela (2017)
 * makes, which published figures are measured on.
 *
 * <ul>
 *   <li>Nouns: each synset with all it reaches by hypernyms ({@code @}); and each instance with all
 *       it reaches by instance hypernyms ({@code @i}), and what those reach by hypernyms. The
 *       script never follows {@code @i} after {@code @}, so that these are 743,086 pairs, 155 fewer
 *       than the closure has.
 *   <li>Mammals: what lies below {@code mammal.n.01}, without the two synsets that the script's
 *       filter drops: 1,180 nodes and 6,540 pairs, a closure.
 * </ul>
 */
final class OfficialNouns {

  static final String SUFFIX = "@official";

  private static final Set<String> FILTERED = Set.of("tusker.n.01", "female_mammal.n.01");

  private OfficialNouns() {}

  static NamedHierarchy nouns() {
    PrincetonNouns nouns = PrincetonNouns.load();
    int[] offsets = nouns.all();
    List<int[]> hypernyms = new ArrayList<>(offsets.length);
    List<int[]> classes = new ArrayList<>(offsets.length);
    for (int offset : offsets) {
      PrincetonSynset synset = nouns.synset(offset);
      int[] instanceOf = indexes(synset.classes(), offsets);
      classes.add(instanceOf);
      hypernyms.add(
          IntStream.of(indexes(synset.hypernyms(), offsets))
              .filter(up -> IntStream.of(instanceOf).noneMatch(one -> one == up))
              .toArray());
    }
    IntStream.Builder from = IntStream.builder();
    IntStream.Builder to = IntStream.builder();
    for (int node = 0; node < offsets.length; node++) {
      Set<Integer> above = reached(node, hypernyms);
      for (int instanceOf : reached(node, classes)) {
        above.add(instanceOf);
        above.addAll(reached(instanceOf, hypernyms));
      }
      for (int other : above) {
        from.add(node);
        to.add(other);
      }
    }
    Hierarchy hierarchy = WordNet.nouns(SynsetText.DEFINITION).hierarchy();
    return new NamedHierarchy(
        "wordnet:nouns" + SUFFIX,
        hierarchy,
        hierarchy.ids(),
        RelatedPairs.of(offsets.length, from.build().toArray(), to.build().toArray()),
        List.of());
  }

  static NamedHierarchy mammals() {
    Hierarchy all = WordNet.mammals(SynsetText.DEFINITION).hierarchy();
    HierarchyBuilder builder = Hierarchy.builder();
    all.ids().stream().filter(id -> !FILTERED.contains(id)).forEach(builder::node);
    for (int node = 0; node < all.size(); node++) {
      for (int parent : all.parents(node)) {
        if (!FILTERED.contains(all.id(node)) && !FILTERED.contains(all.id(parent))) {
          builder.edge(all.id(node), all.id(parent));
        }
      }
    }
    return NamedHierarchy.of("wordnet:mammals" + SUFFIX, builder.build());
  }

  // nodes of a hierarchy of all nouns are in the order of their offsets
  private static int[] indexes(List<Integer> keys, int[] offsets) {
    return keys.stream().mapToInt(key -> Arrays.binarySearch(offsets, key)).toArray();
  }

  private static Set<Integer> reached(int start, List<int[]> up) {
    Set<Integer> found = new LinkedHashSet<>();
    int[] level = {start};
    while (level.length > 0) {
      level =
          IntStream.of(level)
              .flatMap(node -> IntStream.of(up.get(node)))
              .filter(found::add)
              .toArray();
    }
    return found;
  }
}
