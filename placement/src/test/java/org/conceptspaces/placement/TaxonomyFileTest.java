package org.conceptspaces.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyFileTest {

  private static TextTaxonomy read(String lines) throws IOException {
    return TaxonomyFile.read("t.jsonl", new BufferedReader(new StringReader(lines)));
  }

  @Test
  void whatIsWrittenIsReadInTheSameOrder() throws IOException {
    TextTaxonomy odd =
        Taxonomies.of(
            List.of("b>a", "c>a", "c>b", "d\\u0000\"\n>c"),
            List.of(
                "c=sea: \"a\"\n\tb",
                "b=<b> & 'c' \u2028 \ud83d\udc36",
                "a=\u0000",
                "d\\u0000\"\n=x"));
    for (TextTaxonomy taxonomy : List.of(odd, Taxonomies.random(80, 1))) {
      StringWriter out = new StringWriter();
      TaxonomyFile.write(taxonomy, out);
      assertEquals(taxonomy.size(), out.toString().lines().count());
      TextTaxonomy back = read(out.toString());
      assertEquals("t.jsonl", back.name());
      assertEquals(taxonomy.hierarchy().ids(), back.hierarchy().ids());
      assertEquals(taxonomy.fingerprint(), back.fingerprint());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no JSON | line 3: wants {\"id\": …, \"parents\": […], \"text\": …}, not 'no JSON'",
        "{\"id\":\"c\",\"parents\":[],\"te | line 3: wants ",
        "`` | line 3: wants ",
        "[] | line 3: wants ",
        "null | line 3: wants ",
        "{\"id\":\"c\",\"text\":\"x\"} | line 3: wants ",
        "{\"id\":\"c\",\"parents\":[null],\"text\":\"x\"} | line 3: wants ",
        "{\"id\":\"c\",\"parents\":\"a\",\"text\":\"x\"} | line 3: wants ",
        "{\"id\":\"a\",\"parents\":[],\"text\":\"x\"} | line 3: id 'a' is there twice",
        "{\"id\":\"c\",\"parents\":[\"z\"],\"text\":\"x\"} | the parent 'z' of 'c' is no node",
        "{\"id\":\"c\",\"parents\":[\"c\"],\"text\":\"x\"} | node 'c' is given as its own parent",
        "{\"id\":\" \",\"parents\":[\"a\"],\"text\":\"x\"} | a node has an empty id",
        "{\"id\":\"c\",\"parents\":[\"a\"],\"text\":\" \"} | the text of node 'c' is empty",
      })
  void whatIsNoTaxonomyIsRefusedByName(String line, String message) {
    String start =
        """
        {"id":"a","parents":[],"text":"x"}
        {"id":"b","parents":["a"],"text":"x"}
        """;
    DataException refusal = assertThrows(DataException.class, () -> read(start + line + "\n"));
    assertTrue(refusal.getMessage().startsWith("t.jsonl"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
  }

  @Test
  void emptyFilesAndCyclesAreRefused() {
    assertEquals(
        "t.jsonl: a hierarchy needs at least one edge from a child to its parent, and here is none",
        assertThrows(DataException.class, () -> read("")).getMessage());
    String cycle =
        """
        {"id":"a","parents":["b"],"text":"x"}
        {"id":"b","parents":["a"],"text":"x"}
        """;
    assertTrue(
        assertThrows(DataException.class, () -> read(cycle)).getMessage().startsWith("t.jsonl: "));
  }
}
