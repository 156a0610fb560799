package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A path placed by hand, and a tree placed by construction, in which all answers are known. */
class QueryTest {

  @TempDir private Path folder = Path.of("");

  private Path vectors = folder;
  private SmallData data = new SmallData(folder);

  /** On a line from the origin: a at 0, b and its child c, and d on the other side. */
  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
    vectors = data.write("line.txt", "4 1\na 0\nb 1\nc 3\nd -1.5\n");
    data.write("line.tsv", "b\ta\nc\tb\nd\ta\n");
  }

  private Ran query(String... arguments) {
    return Ran.concepts(
        Stream.concat(
                Stream.of("query", vectors.toString(), "--space", "euclidean"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static void answers(String expected, Ran ran) {
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertEquals(expected, ran.out().replace("\r\n", "\n"));
  }

  @Test
  void theNearestComeByDistance() {
    answers(
        """
        nearest of b, 1.0000 from the origin:
          a  distance   1.0000  norm   0.0000
          c  distance   2.0000  norm   3.0000
          d  distance   2.5000  norm   1.5000
        """,
        query("b"));
    answers(
        """
        nearest of b, 1.0000 from the origin:
          a  distance   1.0000  norm   0.0000
        """,
        query("b", "--nearest", "--count", "1"));
  }

  @Test
  void ancestorsAreNearerToTheOrigin() {
    answers(
        """
        ancestors of c, 3.0000 from the origin:
          b  distance   2.0000  norm   1.0000  parent
          a  distance   3.0000  norm   0.0000  ancestor
          d  distance   4.5000  norm   1.5000  –
        2 of these are true; there are 2
        """,
        query("c", "--ancestors", "--edges", data.path("line.tsv").toString()));
    answers("ancestors of a, 0.0000 from the origin:\n  none\n", query("a", "--ancestors"));
  }

  /** From c, b is on the way to the origin; from d it is a detour, though d is nearer to b. */
  @Test
  void descendantsHaveTheNodeOnTheirWayToTheOrigin() {
    data.write("line.txt", "4 1\na 0\nb 1\nc 4\nd -1.5\n");
    answers(
        """
        descendants of b, 1.0000 from the origin:
          c  distance   3.0000  norm   4.0000  child
          d  distance   2.5000  norm   1.5000  –
        1 of these are true; there are 1
        """,
        query("b", "--descendants", "--edges", data.path("line.tsv").toString()));
  }

  @Test
  void twoNodesHaveADistance() {
    answers(
        "c and d: distance 4.5000; from the origin 3.0000 and 1.5000; edges between them: 3\n",
        query("c", "--distance", "d", "--edges", data.path("line.tsv").toString()));
  }

  @Test
  void programsGetTheSame() {
    Ran ran = query("c", "--ancestors", "--edges", data.path("line.tsv").toString(), "--json", "-");
    JsonObject answer = JsonParser.parseString(ran.out()).getAsJsonObject();
    assertEquals("ancestors", answer.get("query").getAsString());
    assertEquals(3, answer.get("norm").getAsDouble());
    JsonObject first = answer.getAsJsonArray("results").get(0).getAsJsonObject();
    assertEquals(
        JsonParser.parseString("{id: b, distance: 2.0, norm: 1.0, relation: parent}"), first);
    assertEquals(2, answer.get("true_found").getAsInt());
    assertEquals(2, answer.get("true_all").getAsInt());
  }

  /** Sarkar's tree has its hierarchy's root in the middle here, and long edges. */
  @Test
  void aTreePlacedByConstructionKnowsItsOwn() {
    String edges = data.path("edges.tsv").toString();
    vectors = folder.resolve("out");
    Ran embedded =
        Ran.concepts(
            "embed",
            edges,
            "--method",
            "sarkar",
            "--dimension",
            "2",
            "--output",
            vectors.toString(),
            "--option",
            "distortion=1",
            "--option",
            "root=root");
    assertEquals(Main.DONE, embedded.exit(), embedded.err());
    for (String kind : new String[] {"--ancestors", "--descendants"}) {
      Ran ran =
          Ran.concepts(
              "query",
              vectors.toString(),
              "c2",
              kind,
              "--count",
              kind.equals("--ancestors") ? "1" : "4",
              "--edges",
              edges,
              "--json",
              "-");
      JsonObject answer = JsonParser.parseString(ran.out()).getAsJsonObject();
      assertEquals(answer.get("true_all"), answer.get("true_found"), ran.out());
      assertTrue(
          StreamSupport.stream(answer.getAsJsonArray("results").spliterator(), false)
              .map(row -> row.getAsJsonObject().get("relation").getAsString())
              .allMatch(kind.equals("--ancestors") ? "parent"::equals : "child"::equals),
          ran.out());
    }
  }

  @Test
  void unknownNodesAreNamed() {
    query("e").refusedWith(vectors + ": there is no node 'e'");
    data.write("line.txt", "2 1\ndog.n.01 0\ncat.n.01 1\n");
    query("dog").refusedWith(vectors + ": there is no node 'dog'; did you mean 'dog.n.01'?");
    query("cat.n.01", "--distance", "dig.n.01")
        .refusedWith(vectors + ": there is no node 'dig.n.01'; did you mean 'dog.n.01'?");
    query("cat.n.01", "--edges", data.path("line.tsv").toString())
        .refusedWith(
            "--edges line.tsv: has no node 'cat.n.01'; give the hierarchy that the vectors are of");
    query("cat.n.01", "--count", "0").refusedWith("--count 0: wants 1 at least");
    Ran both = query("cat.n.01", "--ancestors", "--descendants");
    assertEquals(Main.BAD_INPUT, both.exit());
    assertTrue(both.err().contains("mutually exclusive"), both.err());
  }
}
