package org.conceptspaces.placement.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.placement.text.NameIndex.Part;
import org.junit.jupiter.api.Test;

class NamePartsTest {

  @Test
  void areAllChoicesOfWordsInTheirOrderButTheWhole() {
    assertEquals(
        Set.of("old", "sea", "dog", "old sea", "old dog", "sea dog"),
        NameParts.of(List.of("old", "sea", "dog")));
    assertEquals(Set.of(), NameParts.of(List.of("dog")));
  }

  @Test
  void ofLongNamesAreRunsAlone() {
    List<String> words = IntStream.range(0, 200).mapToObj(i -> "w" + i).toList();
    Set<String> parts = NameParts.of(words);
    assertTrue(parts.contains("w3 w4 w5"));
    assertTrue(!parts.contains("w3 w5"));
    assertTrue(parts.size() < 8 * 200);
  }

  @Test
  void nodesAreFoundByPartsOfNamesAndHowManyEndInThem() {
    List<Wording> nodes =
        Stream.of("dog: it barks", "sea dog: a sailor", "old dog: it sleeps", "sea: it is wet")
            .map(Wording::of)
            .toList();
    NameIndex index = new NameIndex(nodes, FunctionWords.of(nodes));
    List<List<String>> names = List.of(List.of("old", "sea", "dog"), List.of("sea", "bird"));
    assertEquals(
        Map.of(
            0, new Part(1, 3, 2),
            1, new Part(2, 3, 0),
            2, new Part(2, 3, 0),
            3, new Part(1, 2, 0)),
        index.parts(names, -1));
    // Without the old dog only the sea dog ends in dog.
    assertEquals(
        Map.of(0, new Part(1, 3, 1), 1, new Part(2, 3, 0), 3, new Part(1, 2, 0)),
        index.parts(names, 2));
  }
}
