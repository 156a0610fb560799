package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "'',abc,3", "abc,abc,0", "flaw,lawn,2", "ab,ba,1", "hte,the,1"})
  void countsEditsWithNeighboursSwapped(String a, String b, int edits) {
    assertEquals(edits, Names.edits(a, b));
    assertEquals(edits, Names.edits(b, a));
  }

  @Test
  void findsTheNearestName() {
    List<String> known = List.of("euclidean", "poincare", "multiscale");
    assertEquals(Optional.of("poincare"), Names.nearest("Poincaré", known));
    assertEquals(Optional.of("euclidean"), Names.nearest("euclidian", known));
    assertEquals(Optional.empty(), Names.nearest("sphere", known));
    assertEquals(Optional.empty(), Names.nearest("poincare".repeat(100_000), known));
    assertEquals(Optional.empty(), Names.nearest("", known));
  }

  @Test
  void shortNamesAreNotReplacedWhole() {
    assertEquals(Optional.empty(), Names.nearest("xy", List.of("ab", "lr")));
    assertEquals(Optional.of("lr"), Names.nearest("rl", List.of("ab", "lr")));
  }

  @Test
  void textsOfUsersStayOnOneLine() {
    assertEquals("'a\\nb\\u001b[31m\\u2028\\u202e'", Names.quoted("a\nb\u001b[31m\u2028\u202e"));
    assertEquals("'" + "x".repeat(60) + "…'", Names.quoted("x".repeat(61)));
    assertTrue(Names.oneLine("a\r\n   b").equals("a b"));
  }
}
