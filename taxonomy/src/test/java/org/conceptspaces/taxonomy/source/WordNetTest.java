package org.conceptspaces.taxonomy.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Pointer;
import net.sf.extjwnl.data.PointerType;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.data.Word;
import net.sf.extjwnl.dictionary.Dictionary;
import org.conceptspaces.taxonomy.Closure;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.junit.jupiter.api.Test;

class WordNetTest {

  private static final TextTaxonomy MAMMALS = Sources.open("wordnet:mammals");
  private static final TextTaxonomy NOUNS = Sources.open("wordnet:nouns");

  @Test
  void nounsHaveTheKnownCounts() {
    Hierarchy hierarchy = NOUNS.hierarchy();
    assertEquals(82_115, NOUNS.size());
    assertEquals(84_427, hierarchy.edgeCount());
    assertEquals(0, hierarchy.duplicateEdges());
    assertEquals(743_241, hierarchy.closure().pairs());
    assertArrayEquals(new int[] {hierarchy.index("entity.n.01")}, hierarchy.roots());
    assertEquals("wordnet:nouns", NOUNS.name());
  }

  @Test
  void mammalsHaveTheKnownCounts() {
    Hierarchy hierarchy = MAMMALS.hierarchy();
    assertEquals(1_182, MAMMALS.size());
    assertEquals(6_542, hierarchy.closure().pairs());
    assertArrayEquals(new int[] {hierarchy.index("mammal.n.01")}, hierarchy.roots());
    assertEquals("wordnet:mammals", MAMMALS.name());
  }

  @Test
  void withoutTwoLeavesTheMammalsAreThoseOfThePapers() {
    Closure closure = MAMMALS.hierarchy().closure();
    long pairs = closure.pairs();
    for (String dropped : List.of("tusker.n.01", "female_mammal.n.01")) {
      int node = MAMMALS.hierarchy().index(dropped);
      assertEquals(0, MAMMALS.hierarchy().childCount(node));
      pairs -= closure.ancestorCount(node);
    }
    assertEquals(6_540, pairs);
  }

  @Test
  void idsAreThoseOfNltk() {
    Hierarchy hierarchy = NOUNS.hierarchy();
    assertEquals("canine.n.02", parentOf(MAMMALS.hierarchy(), "dog.n.01"));
    assertEquals("placental.n.01", parentOf(hierarchy, "carnivore.n.01"));
    assertEquals("feline.n.01", parentOf(hierarchy, "cat.n.01"));
    assertEquals(Set.of("canine.n.02", "domestic_animal.n.01"), parents(hierarchy, "dog.n.01"));
    // an instance, below its class by @i
    assertEquals(Set.of("physicist.n.01"), parents(hierarchy, "einstein.n.01"));
    assertTrue(hierarchy.contains("pere_david's_deer.n.01"));
  }

  private static Set<String> parents(Hierarchy hierarchy, String id) {
    Set<String> ids = new HashSet<>();
    IntStream.of(hierarchy.parents(hierarchy.index(id))).mapToObj(hierarchy::id).forEach(ids::add);
    return ids;
  }

  private static String parentOf(Hierarchy hierarchy, String id) {
    Set<String> ids = parents(hierarchy, id);
    assertEquals(1, ids.size());
    return ids.iterator().next();
  }

  @Test
  void mammalsArePartOfTheNouns() {
    Hierarchy nouns = NOUNS.hierarchy();
    Hierarchy mammals = MAMMALS.hierarchy();
    int root = nouns.index("mammal.n.01");
    int below = 0;
    for (int node = 0; node < NOUNS.size(); node++) {
      boolean mammal = node == root || nouns.closure().isAncestor(root, node);
      assertEquals(mammal, mammals.contains(nouns.id(node)));
      if (mammal) {
        below++;
        assertEquals(NOUNS.text(node), MAMMALS.text(mammals.index(nouns.id(node))));
      }
    }
    assertEquals(MAMMALS.size(), below);
  }

  @Test
  void textsAreDefinitionsWithoutExamples() {
    TextTaxonomy dogs = Sources.open("wordnet:dog.n.01+words");
    assertEquals(
        "a member of the genus Canis (probably descended from the common wolf) that has been"
            + " domesticated by man since prehistoric times; occurs in many breeds",
        MAMMALS.text(MAMMALS.hierarchy().index("dog.n.01")));
    assertEquals(
        "dog, domestic dog, Canis familiaris: a member of the genus Canis (probably descended from"
            + " the common wolf) that has been domesticated by man since prehistoric times; occurs"
            + " in many breeds",
        dogs.text(dogs.hierarchy().index("dog.n.01")));
  }

  @Test
  void everyNounIsAsExtjwnlReadsIt() throws Exception {
    Dictionary dictionary = Dictionary.getDefaultResourceInstance();
    PrincetonNouns nouns = PrincetonNouns.load();
    int[] offsets = nouns.all();
    int next = 0;
    for (Iterator<Synset> all = dictionary.getSynsetIterator(POS.NOUN); all.hasNext(); ) {
      Synset theirs = all.next();
      PrincetonSynset ours = nouns.synset(offsets[next]);
      assertEquals(theirs.getOffset(), ours.offset());
      assertEquals(
          theirs.getWords().stream().map(Word::getLemma).toList(),
          ours.words().stream().map(word -> word.replace('_', ' ')).toList());
      Set<Integer> up = new TreeSet<>();
      for (Pointer pointer : theirs.getPointers()) {
        PointerType type = pointer.getType();
        if (type == PointerType.HYPERNYM || type == PointerType.INSTANCE_HYPERNYM) {
          up.add((int) pointer.getTargetOffset());
        }
      }
      assertEquals(up, new TreeSet<>(ours.hypernyms()));
      assertEquals(theirs.getGloss().strip(), ours.gloss());
      assertTrue(ours.gloss().startsWith(ours.definition()));
      assertFalse(ours.definition().isBlank());
      next++;
    }
    assertEquals(offsets.length, next);
  }

  @Test
  void sensesAreNumberedAsExtjwnlNumbersThem() throws Exception {
    Dictionary dictionary = Dictionary.getDefaultResourceInstance();
    PrincetonNouns nouns = PrincetonNouns.load();
    List<String> ids = MAMMALS.hierarchy().ids();
    for (String id : ids) {
      int dot = id.lastIndexOf(".n.");
      String lemma = id.substring(0, dot).replace('_', ' ').toLowerCase(Locale.ROOT);
      List<Synset> senses = new ArrayList<>(dictionary.getIndexWord(POS.NOUN, lemma).getSenses());
      Synset theirs = senses.get(Integer.parseInt(id.substring(dot + 3)) - 1);
      assertEquals(theirs.getOffset(), nouns.offset(id));
    }
  }

  @Test
  void anySynsetNamesItsSubtree() {
    TextTaxonomy dogs = Sources.open("wordnet:dog.n.01");
    assertEquals("wordnet:dog.n.01", dogs.name());
    assertEquals(190, dogs.size());
    assertEquals("wordnet:mammals+words", Sources.open("wordnet:mammals+words").name());
    assertEquals(MAMMALS.fingerprint(), Sources.open("wordnet:mammal.n.01").fingerprint());
  }

  @Test
  void wrongNamesAreAnswered() {
    assertMessage("unknown source 'wordnett:nouns'", "wordnett:nouns");
    assertMessage("did you mean 'wordnet:mammals'?", "wordnet:mamals");
    assertMessage("'mouse' is no noun's id", "wordnet:mouse");
    assertMessage("'run.v.01' is no noun's id", "wordnet:run.v.01");
    assertMessage("no noun 'doggo'", "wordnet:doggo.n.01");
    assertMessage("no sense 9, only dog.n.01 to dog.n.07", "wordnet:dog.n.09");
    assertMessage("no sense 0", "wordnet:dog.n.00");
    assertMessage("only aardvark.n.01", "wordnet:aardvark.n.02");
    assertMessage("no synset below it", "wordnet:aardvark.n.01");
    assertMessage("no noun 'Dog'", "wordnet:Dog.n.01");
  }

  private static void assertMessage(String part, String name) {
    DataException refused = assertThrows(DataException.class, () -> Sources.open(name));
    assertTrue(refused.getMessage().contains(part), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }
}
