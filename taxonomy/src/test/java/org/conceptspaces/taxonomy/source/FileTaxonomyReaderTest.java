package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTaxonomyReaderTest {

  @TempDir Path folder;

  private Path file(String name, String content, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(charset));
  }

  private Path file(String name, String content) throws IOException {
    return file(name, content, UTF_8);
  }

  private static void assertFruit(TextTaxonomy taxonomy) {
    Hierarchy hierarchy = taxonomy.hierarchy();
    assertEquals(3, taxonomy.size());
    assertEquals(2, hierarchy.edgeCount());
    int fruit = hierarchy.index("fruit");
    assertEquals(
        Set.of("plum", "pear"),
        IntStream.of(hierarchy.children(fruit))
            .mapToObj(hierarchy::id)
            .collect(Collectors.toSet()));
    assertEquals("sweet, with \"seeds\"", taxonomy.text(fruit));
    assertEquals("blau ✓", taxonomy.text(hierarchy.index("plum")));
    assertEquals("green", taxonomy.text(hierarchy.index("pear")));
  }

  private Path tsvTexts() throws IOException {
    return file("texts.tsv", "pear\tgreen\nfruit\tsweet, with \"seeds\"\nplum\tblau ✓\n");
  }

  @Test
  void plainTsv() throws IOException {
    TextTaxonomy taxonomy =
        FileTaxonomyReader.read(file("edges.tsv", "plum\tfruit\npear\tfruit\n"), tsvTexts());
    assertFruit(taxonomy);
    assertEquals("edges.tsv", taxonomy.name());
  }

  @Test
  void byteOrderMarkCrLfBlankLinesSpacesAndAMissingLastLineEnd() throws IOException {
    Path edges =
        file("edges.TSV", "\uFEFFChild\tPARENT\r\n\r\n plum \tfruit\r\nplum\tfruit\r\npear\tfruit");
    TextTaxonomy taxonomy = FileTaxonomyReader.read(edges, tsvTexts());
    assertFruit(taxonomy);
    assertEquals(1, taxonomy.hierarchy().duplicateEdges());
  }

  @Test
  void csvWithQuotesAndHeadersTheOtherWayRound() throws IOException {
    Path edges = file("edges.csv", "parent,child\r\nfruit,\"plum\"\r\n\"fruit\",pear\r\n");
    Path texts =
        file(
            "texts.csv",
            "\uFEFF\"text\",id\ngreen,pear\n\"sweet, with \"\"seeds\"\"\",fruit\nblau ✓,plum\n");
    assertFruit(FileTaxonomyReader.read(edges, texts));
  }

  @Test
  void jsonLines() throws IOException {
    Path texts =
        file(
            "texts.jsonl",
            """
            {"id": "pear", "text": "green", "other": [1, {}]}\r

            {"text": "sweet, with \\"seeds\\"", "id": "fruit"}
            {"id": "plum", "text": "blau \\u2713"}""");
    assertFruit(FileTaxonomyReader.read(file("edges.tsv", "plum\tfruit\npear\tfruit\n"), texts));
  }

  @Test
  void numbersMayBeIds() throws IOException {
    Path edges = file("edges.csv", "007,1\n3,1\n");
    Path texts =
        file(
            "texts.ndjson",
            """
            {"id": "007", "text": "a"}
            {"id": 1, "text": "b"}
            {"id": 3, "text": "c\\nd"}
            """);
    TextTaxonomy taxonomy = FileTaxonomyReader.read(edges, texts);
    assertEquals("a", taxonomy.text(taxonomy.hierarchy().index("007")));
    assertEquals("c\nd", taxonomy.text(taxonomy.hierarchy().index("3")));
  }

  @Test
  void tsvKnowsNoQuotes() throws IOException {
    Path edges = file("edges.tsv", "\"a\tb\n");
    TextTaxonomy taxonomy = FileTaxonomyReader.read(edges, file("texts.txt", "b\t'x'\n\"a\t\"y\n"));
    assertEquals("\"y", taxonomy.text(taxonomy.hierarchy().index("\"a")));
  }

  @Test
  void onlyTheFirstLineCanBeAHeader() throws IOException {
    Path edges = file("edges.tsv", "plum\tfruit\nchild\tparent\nfruit\tparent\n");
    Path texts = file("texts.tsv", "plum\ta\nfruit\tb\nchild\tc\nparent\td\n");
    assertEquals(4, FileTaxonomyReader.read(edges, texts).size());
  }

  @Test
  void theSameContentHasTheSameFingerprintInEveryFormat() throws IOException {
    TextTaxonomy tsv =
        FileTaxonomyReader.read(file("edges.tsv", "plum\tfruit\npear\tfruit\n"), tsvTexts());
    Path csv = file("edges.csv", "pear,fruit\nplum,fruit\n");
    assertEquals(tsv.fingerprint(), FileTaxonomyReader.read(csv, tsvTexts()).fingerprint());
  }

  @Test
  void manyLinesAreReadInOnePass() throws IOException {
    int count = 200_000;
    Path edges = folder.resolve("edges.tsv");
    Path texts = folder.resolve("texts.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(edges);
        BufferedWriter more = Files.newBufferedWriter(texts)) {
      more.write("{\"id\": \"n0\", \"text\": \"text 0\"}\n");
      for (int i = 1; i < count; i++) {
        out.write("n" + i + "\tn" + i / 10 + "\n");
        more.write("{\"id\": \"n" + i + "\", \"text\": \"text " + i + "\"}\n");
      }
    }
    TextTaxonomy taxonomy = FileTaxonomyReader.read(edges, texts);
    assertEquals(count, taxonomy.size());
    assertEquals("text 123456", taxonomy.text(taxonomy.hierarchy().index("n123456")));
    assertEquals(6, taxonomy.hierarchy().depth(taxonomy.hierarchy().index("n123456")));
  }

  @Test
  void charactersOfEveryPlaneSurvive() throws IOException {
    Path edges = file("edges.tsv", "日本\t亚洲\n𝔸\t亚洲\n");
    TextTaxonomy taxonomy =
        FileTaxonomyReader.read(edges, file("t.tsv", "日本\t国\n𝔸\t🍐\n亚洲\tمرحبا\n"));
    assertEquals("🍐", taxonomy.text(taxonomy.hierarchy().index("𝔸")));
  }
}
