package org.conceptspaces.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "'',abc,3", "abc,abc,0", "flaw,lawn,2", "ab,ba,1", "hte,the,1"})
  void countsEditsWithNeighboursSwapped(String a, String b, int edits) {
    assertEquals(edits, Spelling.edits(a, b));
    assertEquals(edits, Spelling.edits(b, a));
  }

  @Test
  void findsTheNearestName() {
    List<String> known = List.of("euclidean", "poincare", "multiscale");
    assertEquals(Optional.of("poincare"), Spelling.nearest("Poincaré", known));
    assertEquals(Optional.of("euclidean"), Spelling.nearest("euclidian", known));
    assertEquals(Optional.empty(), Spelling.nearest("sphere", known));
    assertEquals(Optional.empty(), Spelling.nearest("poincare".repeat(100_000), known));
    assertEquals(Optional.empty(), Spelling.nearest("", known));
  }

  @Test
  void shortNamesAreNotReplacedWhole() {
    assertEquals(Optional.empty(), Spelling.nearest("xy", List.of("ab", "lr")));
    assertEquals(Optional.of("lr"), Spelling.nearest("rl", List.of("ab", "lr")));
  }
}
