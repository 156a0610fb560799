package org.conceptspaces.encoder.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.source.FileTaxonomyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataOptionsTest {

  private static final Path EXAMPLES = Path.of("..", "examples");

  private static DataOptions data(String source, String table, String edges, String texts) {
    return new DataOptions(source, table, edges, texts, 0.12, "test", Cl100kBase.NAME, "occurring");
  }

  @Test
  void tablesAreReadFromTheConfigsFolder() {
    TextTaxonomy products = data("none", "products.csv", "none", "none").open(EXAMPLES);
    TextTaxonomy read = FileTaxonomyReader.readTable(EXAMPLES.resolve("products.csv"));
    assertEquals(read.fingerprint(), products.fingerprint());
    assertEquals("products.csv", products.name());
    DataOptions missing = data("none", "missing.csv", "none", "none");
    DataException refused = assertThrows(DataException.class, () -> missing.open(EXAMPLES));
    assertTrue(refused.getMessage().contains("no such file"), refused.getMessage());
    DataOptions broken = data("none", "\0", "none", "none");
    DataException path = assertThrows(DataException.class, () -> broken.open(EXAMPLES));
    assertTrue(path.getMessage().startsWith("data.table = '\\u0000'"), path.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "none, none, none, none",
    "x, t.csv, none, none",
    "x, none, e.csv, t.csv",
    "none, t.csv, e.csv, t.csv",
    "none, t.csv, e.csv, none",
    "x, none, none, t.csv",
    "none, none, e.csv, none",
  })
  void dataComesFromOnePlace(String source, String table, String edges, String texts) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> data(source, table, edges, texts));
    assertEquals(
        String.format(
            "data: wants one of source, table, or both edges and texts; given: source %s, table %s,"
                + " edges %s, texts %s",
            source, table, edges, texts),
        refused.getMessage());
  }
}
