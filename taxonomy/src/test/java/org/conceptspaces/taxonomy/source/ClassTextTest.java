package org.conceptspaces.taxonomy.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassTextTest {

  @ParameterizedTest
  @CsvSource({
    "ArrayList, array list",
    "URLClassLoader, url class loader",
    "DEFAULT_CAPACITY, default capacity",
    "isUTF8Name, is utf8 name",
    "x, x",
    "HTTP, http",
    "lambda$main$0, lambda main 0",
    "__, ''",
    "ÄnderungsListe, änderungs liste",
  })
  void identifiersSplitWhereCaseChanges(String identifier, String words) {
    assertEquals(words, String.join(" ", IdentifierWords.of(identifier)));
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.ArrayList, array list: util; size grow to list",
    "java.util.Map$Entry, entry: util; size grow to list",
    "a.Outer$1Local, local: a; size grow to list",
    "Alone, alone: ; size grow to list",
    "a.__, __: a; size grow to list",
    "a.Scala$, scala: a; size grow to list",
  })
  void aClassIsItsNameItsPackageAndItsMembers(String name, String text) {
    List<String> members = List.of("size", "grow", "grow", "toList", "listSize");
    assertEquals(text, ClassText.of(new ClassHeader(name, List.of("b.Above"), members)));
  }

  @Test
  void classesWithoutMembersAndWithVeryManyAreBounded() {
    assertEquals("a: b;", ClassText.of(new ClassHeader("b.A", List.of(), List.of())));
    List<String> many = IntStream.range(0, 1000).mapToObj(i -> "m" + i).toList();
    String text = ClassText.of(new ClassHeader("b.A", List.of(), many));
    assertTrue(text.endsWith(" m" + (ClassText.MOST_WORDS - 1)), text);
  }

  @Test
  void membersAreThoseOfReflection() throws IOException {
    for (Class<?> type : List.of(ArrayList.class, Thread.State.class, Comparable.class)) {
      Set<String> declared = new TreeSet<>();
      Stream.<Member>concat(
              Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods()))
          .filter(member -> !member.isSynthetic())
          .forEach(member -> declared.add(member.getName()));
      if (type.isEnum()) {
        declared.removeAll(Set.of("values", "valueOf"));
      }
      ClassHeader header = header(type);
      assertEquals(declared, new TreeSet<>(header.members()), type.getName());
      assertEquals(type.getName(), header.name());
    }
    // what the compiler adds to an enum would tell that it is one
    assertEquals(
        List.of("NEW", "RUNNABLE", "BLOCKED", "WAITING", "TIMED_WAITING", "TERMINATED"),
        header(Thread.State.class).members());
  }

  private static ClassHeader header(Class<?> type) throws IOException {
    return ClassHeader.read(new ByteArrayInputStream(bytes(type)));
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      assertTrue(in != null, file);
      return in.readAllBytes();
    }
  }

  @Test
  void classFilesThatEndEarlyOrAreNoneAreRefused() throws IOException {
    byte[] whole = bytes(Thread.State.class);
    for (int length = 0; length < whole.length / 4; length += 7) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(
          EOFException.class, () -> ClassHeader.read(new ByteArrayInputStream(part)), "" + length);
    }
    byte[] unknown = {0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 99};
    assertThrows(IOException.class, () -> ClassHeader.read(new ByteArrayInputStream(unknown)));
  }

  @Test
  void theJdksTextsTellNothingOfWhatIsInherited() {
    TextTaxonomy jdk = Sources.open("jdk:java.base");
    Hierarchy hierarchy = jdk.hierarchy();
    assertEquals("jdk:java.base", jdk.name());
    assertTrue(jdk.size() > 4_000, "only " + jdk.size());
    String list = jdk.text(hierarchy.index("java.util.ArrayList"));
    assertTrue(list.startsWith("array list: util; serial version uid default capacity"), list);
    // of Object and of AbstractCollection alone
    Set<String> words = new HashSet<>(List.of(list.split("[^a-z]+", -1)));
    assertFalse(words.contains("notify") || words.contains("abstract"), list);
    assertTrue(jdk.text(hierarchy.index("java.util.Map$Entry")).startsWith("entry: util; get key"));
    assertFalse(hierarchy.contains("java.util.concurrent.TimeUnit$1"));
    assertFalse(hierarchy.contains("java.util.function.BiPredicate"), "is in no edge");
    assertFalse(hierarchy.contains("module-info"));
    for (int node = 0; node < jdk.size(); node++) {
      assertTrue(hierarchy.parentCount(node) + hierarchy.childCount(node) > 0, hierarchy.id(node));
    }
    assertEquals(jdk.fingerprint(), Sources.open("jdk:java.base").fingerprint());
    assertEquals(hierarchy.ids(), Sources.open("jdk:java.base").hierarchy().ids());
  }

  @Test
  void modulesWithoutEdgesAndUnknownOnesAreRefused() {
    DataException unknown =
        assertThrows(DataException.class, () -> Sources.open("jdk:java.loging"));
    assertTrue(unknown.getMessage().contains("did you mean 'java.logging'?"), unknown.getMessage());
    DataException flat =
        assertThrows(DataException.class, () -> Sources.open("jdk:java.transaction.xa"));
    assertTrue(flat.getMessage().contains("no class of this module is below"), flat.getMessage());
  }
}
