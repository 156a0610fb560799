package org.conceptspaces.taxonomy.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.junit.jupiter.api.Test;

class HierarchySourcesTest {

  @Test
  void wordNetIsThatOfTheTexts() {
    NamedHierarchy mammals = Sources.hierarchy("wordnet:mammals");
    assertEquals("wordnet:mammals", mammals.name());
    assertEquals(Sources.open("wordnet:mammals").hierarchy().ids(), mammals.hierarchy().ids());
    assertEquals(mammals.hierarchy().ids(), mammals.labels());
    assertEquals(6_542, mammals.ancestors().pairs());
    assertEquals(190, Sources.hierarchy("wordnet:dog.n.01").hierarchy().size());
  }

  @Test
  void theOfficialNounsHaveTheScriptsPairs() {
    NamedHierarchy nouns = Sources.hierarchy("wordnet:nouns@official");
    Hierarchy hierarchy = nouns.hierarchy();
    RelatedPairs pairs = nouns.ancestors();
    assertEquals(82_115, hierarchy.size());
    assertEquals(743_086, pairs.pairs());
    assertEquals(82_114, pairs.sources().length); // all but entity.n.01
    for (int node = 0; node < hierarchy.size(); node++) {
      for (int other : pairs.related(node)) {
        assertTrue(hierarchy.closure().isAncestor(other, node));
      }
      for (int parent : hierarchy.parents(node)) {
        assertTrue(pairs.contains(node, parent));
      }
    }
    // stays below its class, but not above it: an instance by @i has what that has by @
    int einstein = hierarchy.index("einstein.n.01");
    assertTrue(pairs.contains(einstein, hierarchy.index("scientist.n.01")));
  }

  @Test
  void theOfficialMammalsLackTwo() {
    NamedHierarchy mammals = Sources.hierarchy("wordnet:mammals@official");
    assertEquals("wordnet:mammals@official", mammals.name());
    assertEquals(1_180, mammals.hierarchy().size());
    assertEquals(6_540, mammals.ancestors().pairs());
    assertFalse(mammals.hierarchy().contains("tusker.n.01"));
    assertFalse(mammals.hierarchy().contains("female_mammal.n.01"));
  }

  @Test
  void theJdkIsAsReflectionHasIt() throws Exception {
    NamedHierarchy jdk = Sources.hierarchy("jdk:java.base");
    Hierarchy hierarchy = jdk.hierarchy();
    assertTrue(hierarchy.size() > 5_000, "only " + hierarchy.size());
    int checked = 0;
    for (int node = 0; node < hierarchy.size(); node++) {
      String id = hierarchy.id(node);
      if (!id.startsWith("java.util.") && !id.startsWith("java.lang.constant.")) {
        continue;
      }
      Class<?> type = Class.forName(id, false, null);
      Set<String> supers = new TreeSet<>();
      for (Class<?> above : type.getInterfaces()) {
        supers.add(above.getName());
      }
      Class<?> superclass = type.getSuperclass();
      if (superclass != null) {
        supers.add(superclass.getName());
      }
      Set<String> parents = new TreeSet<>();
      IntStream.of(hierarchy.parents(node)).mapToObj(hierarchy::id).forEach(parents::add);
      assertEquals(supers, parents, id);
      checked++;
    }
    assertTrue(checked > 1_000, "only " + checked);
    int alone = hierarchy.index("java.util.function.BiPredicate");
    assertEquals(0, hierarchy.parentCount(alone) + hierarchy.childCount(alone));
    assertTrue(jdk.remarks().get(0).contains(System.getProperty("java.version", "?")));
  }

  @Test
  void otherModulesLeaveOutWhatLiesOutside() {
    Hierarchy logging = Sources.hierarchy("jdk:java.logging").hierarchy();
    assertTrue(logging.contains("java.util.logging.FileHandler"));
    assertFalse(logging.contains("java.lang.Object"));
  }

  @Test
  void unknownSourcesAreAnsweredWithTheClosest() {
    refused("wordnett:nouns", "unknown source 'wordnett:nouns'", "did you mean 'wordnet:nouns'?");
    refused("nouns", "did you mean 'wordnet:nouns'?", "a file of edges");
    refused("wordnet:mamals", "unknown source", "did you mean 'wordnet:mammals'?");
    refused("wordnet:noun+words", "unknown source", "did you mean 'wordnet:nouns'?");
    refused("wordnet:nuons@official", "did you mean 'wordnet:nouns@official'?");
    refused("wordnet:mouse", "'mouse' is no noun's id; it wants a word, .n. and a sense");
    refused("jdk:java.bas", "no such module", "did you mean 'java.base'?");
    refused("jdk:java.transaction.xa", "no class of this module is below another");
    refused("ftp://example.org/x.owl", "unknown source");
    refused("\0", "unknown source '\\u0000'");
    refused("wordnet:dog.n.01@official", "mammals alone; here use wordnet:dog.n.01");
    refused("missing.tsv", "there is no such file");
    refused("missing.owl", "there is no such file");
    refused("missing.xlsx", "unknown format, and there is no such file", ".tsv", ".owl");
    refused(Path.of("src").toString(), "unknown format", ".edges");
    DataException texts =
        assertThrows(DataException.class, () -> Sources.open("wordnet:nouns@official"));
    assertTrue(texts.getMessage().contains("use wordnet:nouns"), texts.getMessage());
  }

  private static void refused(String source, String... parts) {
    DataException refused = assertThrows(DataException.class, () -> Sources.hierarchy(source));
    for (String part : parts) {
      assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }
    assertEquals(1, refused.getMessage().lines().count());
    assertFalse(List.of(parts).isEmpty());
  }
}
