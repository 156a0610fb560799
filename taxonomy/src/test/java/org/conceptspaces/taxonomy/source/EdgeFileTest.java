package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeFileTest {

  @TempDir Path folder;

  private NamedHierarchy read(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content, UTF_8);
    return Sources.hierarchy(file.toString());
  }

  private void refused(String name, String content, String... parts) {
    DataException refused = assertThrows(DataException.class, () -> read(name, content));
    String message = refused.getMessage();
    assertTrue(message.startsWith(folder.resolve(name).toString()), message);
    assertEquals(1, message.lines().count(), message);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void tablesAndListsGiveTheSameHierarchy() throws IOException {
    NamedHierarchy list =
        read("tree.edges", "# a comment\n% another\n b  a\nc\t a \r\n\nd b\nd b\n");
    assertEquals("tree.edges", list.name());
    assertEquals(List.of("b", "a", "c", "d"), list.hierarchy().ids());
    assertEquals(3, list.hierarchy().edgeCount());
    assertEquals(List.of("1 edge was given again, and collapsed."), list.remarks());
    for (String name : List.of("tree.tsv", "tree.txt", "tree.csv")) {
      String separator = name.endsWith("csv") ? "," : "\t";
      NamedHierarchy table = read(name, "child>parent\nb>a\nc>a\nd>b\n".replace(">", separator));
      assertEquals(list.hierarchy().ids(), table.hierarchy().ids());
      assertEquals(4, table.ancestors().pairs());
      assertEquals(List.of(), table.remarks());
    }
    assertEquals(2, read("nodes.edgelist", "child parent\nb a\n").hierarchy().size());
    assertEquals(List.of("ein Hund", "ein Tier"), read("t.txt", "ein Hund\tein Tier\n").labels());
  }

  @Test
  void disconnectedPartsAreFine() throws IOException {
    Hierarchy parts = read("parts.edges", "b a\nd c\n").hierarchy();
    assertEquals(2, parts.roots().length);
    assertEquals(2, parts.closure().pairs());
  }

  @Test
  void whatIsNoHierarchyIsRefusedByLine() {
    refused("one.edges", "a a\n", "line 1", "'a' is given as its own parent");
    refused("both.edges", "b a\na b\n", "line 1", "cycle of 2 nodes: 'b' → 'a' → 'b'");
    refused("empty.edges", "# nothing\n", "holds no data");
    refused("three.edges", "b a\nc a 1.0\n", "line 2", "3 fields", "run of spaces");
    refused("one.edges", "b a\nc\n", "line 2", "1 field");
    refused("spaces.txt", "b a\n", "line 1", "one tab", "name it .edges");
    refused("tree.xlsx", "b a\n", "unknown format", ".edges (fields between spaces)", ".owl");
  }

  @Test
  void oneBadLineInAMillionIsNamed() throws IOException {
    int lines = 1_000_000;
    int bad = 765_432;
    Path file = folder.resolve("large.tsv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int line = 1; line <= lines; line++) {
        out.write("n" + line + (line == bad ? " " : "\t") + "n" + line / 2 + "\n");
      }
    }
    DataException refused =
        assertThrows(DataException.class, () -> Sources.hierarchy(file.toString()));
    assertTrue(refused.getMessage().contains("line 765432: has 1 field"), refused.getMessage());
  }

  @Test
  void aCycleInAMillionLinesIsNamedWithItsLine() throws IOException {
    int lines = 1_000_000;
    Path file = folder.resolve("cycle.tsv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int line = 1; line <= lines; line++) {
        // node 1000 hangs below its own great-grandchild
        out.write("n" + line + "\t" + (line == 1000 ? "n8003" : "n" + line / 2) + "\n");
      }
    }
    DataException refused =
        assertThrows(DataException.class, () -> Sources.hierarchy(file.toString()));
    assertTrue(
        refused.getMessage().contains("'n1000' → 'n8003' → 'n4001' → 'n2000' → 'n1000'"),
        refused.getMessage());
    assertTrue(refused.getMessage().contains("line 1000: "), refused.getMessage());
  }
}
