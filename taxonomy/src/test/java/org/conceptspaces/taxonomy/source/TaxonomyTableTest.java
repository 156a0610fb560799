package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyTableTest {

  private static final String HEADER = "id,label,synonyms,description,parent\n";

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(UTF_8));
  }

  private TextTaxonomy read(String name, String content) throws IOException {
    return FileTaxonomyReader.readTable(file(name, content));
  }

  private static List<String> parents(Hierarchy hierarchy, String id) {
    return IntStream.of(hierarchy.parents(hierarchy.index(id))).mapToObj(hierarchy::id).toList();
  }

  @Test
  void aNodeOnEachLine() throws IOException {
    TextTaxonomy fruit =
        read(
            "fruit.csv",
            HEADER
                + "f,Fruit,,What carries the seed.,\n"
                + "p,Plum,prune | damson; a small one | sloe |,\"Sweet, with one stone.\",f|s\n"
                + "s,Stone fruit,drupe; drupelet;,,f\n"
                + "q,,,Sour.,f|f\n");
    assertEquals("fruit.csv", fruit.name());
    assertEquals(List.of("f", "p", "s", "q"), fruit.hierarchy().ids());
    assertEquals(
        List.of(
            "Fruit: What carries the seed.",
            "Plum, prune, damson; a small one, sloe: Sweet, with one stone.",
            "Stone fruit, drupe, drupelet",
            "Sour."),
        fruit.texts());
    assertEquals(List.of("f", "s"), parents(fruit.hierarchy(), "p"));
    assertEquals(List.of("f"), parents(fruit.hierarchy(), "q"));
    assertEquals(4, fruit.hierarchy().edgeCount());
    assertEquals(0, fruit.hierarchy().roots()[0]);
  }

  @Test
  void columnsInAnyOrderAndCaseUnderAllTheirNames() throws IOException {
    TextTaxonomy expected = read("a.csv", HEADER + "1,A,x,one,\n2,B,,two,1\n");
    String[] tables = {
      "PARENT_ID\tGloss\tprice\tName\t Synonym \tID\n\tone\t3\tA\tx\t1\n1\ttwo\t\tB\t\t2\n",
      "\uFEFFtitle\tsynonyms\ttext\tparents\tid\r\nA\tx\tone\t\t1\r\n\r\nB\t\ttwo\t1\t2",
      "id\tparent\tlabel\tdefinition\tsynonyms\n2\t1\tB\ttwo\t\n\t\t\t\t\n1\t\tA\tone\tx|x|A\n",
    };
    for (String table : tables) {
      assertEquals(expected.fingerprint(), read("b.tsv", table).fingerprint(), table);
    }
  }

  @Test
  void labelsOrDescriptionsAreEnough() throws IOException {
    assertEquals(List.of("A", "B"), read("a.csv", "id,name,parent\n1,A,\n2,B,1\n").texts());
    assertEquals(
        List.of("x: one", "two"),
        read("a.csv", "id,parent,text,synonyms\n1,,one,x\n2,1,two,\n").texts());
  }

  @Test
  void tsvKnowsNoQuotesAndCsvHasLinesInFields() throws IOException {
    assertEquals("\"A", read("a.tsv", "id\tname\tparent\n1\t\"A\t\n2\tB\t1\n").text(0));
    assertEquals("A\nB", read("a.csv", "id,name,parent\n1,\"A\nB\",\n2,C,1\n").text(0));
  }

  private void refused(String name, String content, String... parts) throws IOException {
    Path file = file(name, content);
    DataException refused =
        assertThrows(DataException.class, () -> FileTaxonomyReader.readTable(file));
    String message = refused.getMessage();
    assertTrue(message.startsWith(file + (parts[0].startsWith("line") ? ", " : "")), message);
    assertEquals(1, message.lines().count(), message);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void headersAreNeeded() throws IOException {
    refused(
        "a.csv",
        "1,A,\n2,B,1\n",
        "line 1: the header wants columns id, parent, and label or description",
        "separated by one comma; this line has '1', 'A', ''");
    refused("a.csv", "id,label\n1,A\n", "line 1: the header wants", "'id', 'label'");
    refused("a.csv", "id,parent,synonyms\n1,,A\n", "line 1: the header wants");
    refused("a.csv", "id;label;parent\n1;A;\n", "separated by one comma", "'id;label;parent'");
    refused("a.tsv", "id,label,parent\n1,A,\n", "separated by one tab", "'id,label,parent'");
    refused("a.csv", "key,label,parnet\n", "column 'parnet': did you mean 'parent'?");
    refused("a.csv", "id,label,Name,parent\n1,A,A,\n", "line 1: the columns 'label' and 'Name'");
    refused(
        "a.csv",
        "id,label,parent,synonims\n1,A,,x\n",
        "line 1: column 'synonims': did you mean 'synonyms'? Rename or remove the column");
    // near to text and label, but these are words of their own
    assertEquals(2, read("a.csv", "id,level,test,name,parent\n1,0,x,A,\n2,1,y,B,1\n").size());
  }

  @Test
  void filesWithoutData() throws IOException {
    refused("a.csv", "", "holds no data", "columns id, parent, label");
    refused("a.csv", HEADER + ",,,,\n\n", "holds no data");
    refused("a.csv", HEADER + "1,A,,,\n2,B,,,\n", "no line has a parent");
    refused("a.xlsx", "PK", "unknown format", ".csv");
    refused("a.jsonl", "{}", "unknown format", ".tsv");
    Path missing = folder.resolve("none.csv");
    DataException none =
        assertThrows(DataException.class, () -> FileTaxonomyReader.readTable(missing));
    assertTrue(none.getMessage().contains("no such file"), none.getMessage());
    Files.write(folder.resolve("latin.csv"), (HEADER + "1,Bär,,,\n").getBytes(ISO_8859_1));
    DataException latin =
        assertThrows(
            DataException.class, () -> FileTaxonomyReader.readTable(folder.resolve("latin.csv")));
    assertTrue(latin.getMessage().contains("line 2: is not valid UTF-8"), latin.getMessage());
  }

  @Test
  void wrongNumbersOfFields() throws IOException {
    refused(
        "a.csv",
        HEADER + "1,A,,,\n2,B,,sweet, red,1\n",
        "line 3: has 6 fields ('2 | B |  | sweet |  red | 1'), but the header has 5 ('id', 'label'",
        "by one comma, and put what holds a comma in double quotes");
    refused("a.tsv", "id\tname\tparent\n1\n", "line 2: has 1 field ('1')", "has 3", "one tab");
    refused("a.csv", HEADER + "1,\"A\n", "no well-formed CSV", "close every quote");
  }

  @Test
  void nodesThatCannotBeUsed() throws IOException {
    refused("a.csv", HEADER + ",A,,,\n", "line 2: the id is empty (' | A |  |  | ')");
    refused("a.csv", HEADER + "1,,x,,\n", "line 2: '1' has neither a label nor a description");
    refused(
        "a.csv",
        HEADER + "1,A,,,\n2,B,,,1\n\n1,C,,,2\n",
        "line 5: a second line for '1', the first is line 2; keep one, with all parents in it");
  }

  @Test
  void parentsThatAreNoNodes() throws IOException {
    String fruit = HEADER + "fruit,Edible part,,,\n";
    refused(
        "a.csv",
        fruit + "plum,Plum,,,fruits\n",
        "line 3: the parent 'fruits' of 'plum' is the id of no line; did you mean 'fruit'?");
    refused(
        "a.csv",
        fruit + "plum,Plum,,,fruit|edible part\n",
        "line 3: the parent 'edible part' of 'plum'",
        "that is the label of 'fruit', but parents are told by id");
    refused("a.csv", fruit + "plum,Plum,,,mineral\n", "; add a line for it, or leave the parent");
    refused("a.csv", HEADER + "GO:12,A,,,\nGO:13,B,,,12\n", "did you mean 'GO:12'?");
    refused("a.csv", HEADER + "1,A,,,\n2,B,,,1;1\n", "line 3: the parent '1;1' of '2'");
  }

  @Test
  void cycles() throws IOException {
    refused("a.csv", HEADER + "1,A,,,\n2,B,,,1|2\n", "line 3: '2' is given as its own parent");
    refused(
        "a.csv",
        HEADER + "0,R,,,\n1,A,,,0|3\n2,B,,,1\n3,C,,,2\n",
        "line 3: the edges form a cycle of 3 nodes: '1' → '3' → '2' → '1'; remove one");
  }

  @Test
  void aHundredThousandNodes() throws IOException {
    int count = 100_000;
    Path file = folder.resolve("large.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "n0,node 0,,the root,\n");
      for (int i = 1; i < count; i++) {
        out.write("n" + i + ",node " + i + ",,below,n" + i / 3 + "|n" + i / 2 + "\n");
      }
    }
    TextTaxonomy large = FileTaxonomyReader.readTable(file);
    assertEquals(count, large.size());
    assertEquals("node 99999: below", large.text(99_999));
    assertEquals(List.of("n33333", "n49999"), parents(large.hierarchy(), "n99999"));
    assertEquals(17, large.hierarchy().depth(99_999));
  }

  @Test
  void chainsOfTwentyAreRead() throws IOException {
    StringBuilder chain = new StringBuilder(HEADER + "0,a,,,\n");
    for (int i = 1; i <= 20; i++) {
      chain.append(i).append(",a,,,").append(i - 1).append('\n');
    }
    assertEquals(20, read("a.csv", chain.toString()).hierarchy().depth(20));
  }

  @Test
  void damagedTablesAreReadOrRefusedInOneLine() throws IOException {
    byte[] whole =
        (HEADER + "f,Fruit,,\"What, so\",\np,Plum,prune,Sweet,f\nq,Pear,,Green,f|p\n")
            .getBytes(UTF_8);
    Random random = new Random(3);
    int refusals = 0;
    for (int round = 0; round < 400; round++) {
      byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(3));
      for (int hit = random.nextInt(4); hit >= 0; hit--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged.csv"), damaged);
      try {
        assertTrue(FileTaxonomyReader.readTable(file).size() >= 2);
      } catch (DataException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        refusals++;
      }
    }
    assertTrue(refusals > 100 && refusals < 400, "refused " + refusals);
  }

  @Test
  void theExampleIsOne() {
    TextTaxonomy products = FileTaxonomyReader.readTable(Path.of("../examples/products.csv"));
    Hierarchy hierarchy = products.hierarchy();
    assertTrue(products.size() >= 140, "only " + products.size());
    assertEquals(1, hierarchy.roots().length);
    assertTrue(IntStream.range(0, products.size()).anyMatch(n -> hierarchy.parentCount(n) > 1));
    assertEquals(5, IntStream.range(0, products.size()).map(hierarchy::depth).max().orElse(0));
  }
}
