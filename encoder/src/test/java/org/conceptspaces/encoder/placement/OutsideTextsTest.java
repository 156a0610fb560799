package org.conceptspaces.encoder.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.source.SynsetText;
import org.conceptspaces.taxonomy.source.WordNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideTextsTest {

  private static final TextTaxonomy MAMMALS = WordNet.mammals(SynsetText.DEFINITION);

  @TempDir private Path folder = Path.of("");

  private List<String> of(String outside) {
    PlacementSettings settings = new PlacementSettings(List.of("words"), 5, 0.5, 9, outside);
    return OutsideTexts.of(settings, folder, MAMMALS);
  }

  @Test
  void textsOfTheTaxonomyAreLeftOutOfALargerOne() {
    List<String> texts = of("wordnet:nouns");
    assertEquals(1000, texts.size());
    assertEquals(1000, texts.stream().distinct().count());
    assertTrue(texts.stream().noneMatch(MAMMALS.texts()::contains));
    assertEquals(texts, of("wordnet:nouns"));
  }

  @Test
  void aFileIsReadFromTheConfigsFolder() throws IOException {
    Files.writeString(
        folder.resolve("few.txt"), "a law\n\n" + MAMMALS.text(3) + "\na law\na tax\n");
    assertEquals(List.of("a law", "a tax"), of("few.txt"));
    String many =
        IntStream.range(0, 2500).mapToObj(i -> "law " + i).collect(Collectors.joining("\n"));
    Files.writeString(folder.resolve("many.txt"), many);
    assertEquals(List.of("law 0", "law 2", "law 5"), of("many.txt").subList(0, 3));
  }

  @Test
  void nothingNamedIsNothing() {
    assertEquals(List.of(), of("none"));
    assertEquals(
        List.of(),
        OutsideTexts.of(new PlacementSettings(List.of(), 5, 0.5, 9, "no:where"), folder, MAMMALS));
  }

  @Test
  void whatIsNoSourceOrAllOfTheTaxonomyIsRefused() throws IOException {
    Files.writeString(folder.resolve("own.txt"), MAMMALS.text(5) + "\n");
    assertEquals(
        "placement.outside = 'own.txt': all of its texts are those of the taxonomy; name texts that"
            + " belong nowhere in it",
        assertThrows(DataException.class, () -> of("own.txt")).getMessage());
    String unknown =
        String.valueOf(assertThrows(DataException.class, () -> of("nothing.txt")).getMessage());
    assertTrue(unknown.contains("nothing.txt"), unknown);
    assertFalse(unknown.contains("Exception"), unknown);
  }
}
