package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeReportTest {

  @TempDir private Path folder = Path.of("");

  private SmallData data = new SmallData(folder);

  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
  }

  @Test
  void aTreeOfTwoLevelsIsTold() {
    Ran ran = Ran.concepts("embed", data.path("edges.tsv").toString(), "--shape");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertEquals(
        """
        edges.tsv: 21 nodes, 20 edges, roots: 1, parts: 1, 0.0% of nodes have several parents
          depth       2 at most, 1.7 on average
          branching   4.0 children of an inner node on average, median 4, nine in ten 4, at most 4
          Gromov δ    0.00 on average, 0.00 at most, over 5985 quadruples (all); the diameter is 4
        Suggested: --space euclidean --dimension 25
          of the four nodes at a time looked at, all are as in a tree, δ = 0, but no node is more than 2 edges below a root: there is little hierarchy to gain from.
        """,
        ran.out().replace("\r\n", "\n"));
  }

  /** Of a cycle of four, the only quadruple has sums of 4, 2 and 2. */
  @Test
  void aCycleIsTold() {
    Path cycle = data.write("cycle.tsv", "b\ta\nc\ta\nd\tb\nd\tc\n");
    Ran ran = Ran.concepts("embed", cycle.toString(), "--shape", "--json", "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject shape = JsonParser.parseString(ran.out()).getAsJsonObject();
    assertEquals(1, shape.get("delta_mean").getAsDouble());
    assertEquals(1, shape.get("delta_largest").getAsDouble());
    assertEquals(0, shape.get("delta_interval").getAsDouble());
    assertEquals(1, shape.get("delta_quadruples").getAsInt());
    assertEquals(2, shape.get("diameter").getAsInt());
    assertEquals(0.25, shape.get("several_parents").getAsDouble());
    assertEquals("euclidean", shape.get("suggested_space").getAsString());
  }

  @Test
  void aSampleTellsItsInterval() {
    Ran ran = Ran.concepts("embed", "wordnet:mammals", "--shape");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(
        ran.out().matches("(?s).*Gromov δ    \\S+ ± \\S+ \\(95%\\) on average.*"), ran.out());
    assertTrue(ran.out().contains("\nSuggested: --space poincare --dimension 5"), ran.out());
  }

  @Test
  void whatIsForPointsIsRefused() {
    String edges = data.path("edges.tsv").toString();
    Ran.concepts("embed", edges, "--shape", "--space", "lorentz")
        .refusedWith("--space: --shape only looks at the hierarchy; leave one of them out");
    Ran.concepts("embed", edges, "--shape", "--output", folder.resolve("out").toString())
        .refusedWith("--output: --shape only looks at the hierarchy; leave one of them out");
    Ran.concepts("embed", edges, "--shape", "--seed", "-1")
        .refusedWith("--seed -1: wants 0 at least");
  }
}
