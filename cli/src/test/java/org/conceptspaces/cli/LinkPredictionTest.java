package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.sampling.HoldOut;
import org.conceptspaces.taxonomy.sampling.LinkSplit;
import org.conceptspaces.taxonomy.source.Sources;
import org.conceptspaces.taxonomy.vectors.EmbeddingFolder;
import org.conceptspaces.taxonomy.vectors.NodeVectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs held out of a training, from the command line to the figures. */
class LinkPredictionTest {

  private static final List<String> FIGURES =
      List.of("link_prediction_map", "link_prediction_mean_rank", "held_out_pairs");

  @TempDir private Path folder = Path.of("");

  private SmallData data = new SmallData(folder);
  private Path source = folder;
  private Path out = folder;

  /** Sixty nodes, each below its half, some below their fifth as well. */
  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
    StringBuilder edges = new StringBuilder();
    for (int i = 2; i <= 60; i++) {
      edges.append("n%d\tn%d\n".formatted(i, i / 2));
      if (i % 7 == 0) {
        edges.append("n%d\tn%d\n".formatted(i, i / 5));
      }
    }
    source = data.write("heap.tsv", edges.toString());
    out = folder.resolve("out");
  }

  private static Ran concepts(List<String> basis, String... more) {
    return Ran.concepts(Stream.concat(basis.stream(), Arrays.stream(more)).toArray(String[]::new));
  }

  private Ran embed(String... more) {
    return concepts(
        List.of("embed", source.toString(), "--output", out.toString(), "--threads", "1"), more);
  }

  private JsonObject embedded(String... more) throws IOException {
    Ran ran = embed(more);
    assertEquals(Main.DONE, ran.exit(), ran.err());
    return json(Files.readString(out.resolve("results.json")));
  }

  private Ran evaluate(Path vectors, Path edges, String... more) {
    return concepts(
        List.of("evaluate", vectors.toString(), "--edges", edges.toString(), "--json", "-"), more);
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static String[] training(String share, String seed) {
    return new String[] {
      "--hold-out",
      share,
      "--hold-out-seed",
      seed,
      "--space",
      "euclidean",
      "--dimension",
      "3",
      "--option",
      "epochs=60"
    };
  }

  @Test
  void figuresAreThoseOfBruteForce() throws IOException {
    JsonObject results = embedded(training("0.3", "4"));
    NamedHierarchy hierarchy = Sources.hierarchy(source.toString());
    LinkSplit split = LinkSplit.of(hierarchy, new HoldOut(0.3, 4));
    NodeVectors vectors =
        EmbeddingFolder.read(out.resolve("embedding"))
            .vectors()
            .ordered(hierarchy.hierarchy().ids());
    double precisions = 0;
    double ranks = 0;
    for (int node : split.heldOut().sources()) {
      int[] wanted = split.heldOut().related(node);
      double precision = 0;
      for (int target : wanted) {
        int strangers = 0;
        int found = 0;
        for (int other = 0; other < hierarchy.hierarchy().size(); other++) {
          boolean nearer =
              distance(vectors, node, other) < distance(vectors, node, target) || other == target;
          if (nearer && split.heldOut().contains(node, other)) {
            found++;
          } else if (nearer && other != node && !split.training().contains(node, other)) {
            strangers++;
          }
        }
        ranks += 1 + strangers;
        precision += (double) found / (found + strangers);
      }
      precisions += precision / wanted.length;
    }
    RelatedPairs heldOut = split.heldOut();
    assertEquals(heldOut.pairs(), results.get("held_out_pairs").getAsLong());
    assertEquals(split.training().pairs(), results.get("pairs").getAsLong());
    assertEquals(
        precisions / heldOut.sources().length,
        results.get("link_prediction_map").getAsDouble(),
        1e-12);
    assertEquals(
        ranks / heldOut.pairs(), results.get("link_prediction_mean_rank").getAsDouble(), 1e-12);
    assertTrue(results.get("map").getAsDouble() > 0);
    assertEquals(json("{share: 0.3, seed: 4}"), results.get("hold_out"));
  }

  private static double distance(NodeVectors vectors, int one, int other) {
    double square = 0;
    int width = vectors.width();
    for (int k = 0; k < width; k++) {
      double difference =
          vectors.rowMajor()[one * width + k] - vectors.rowMajor()[other * width + k];
      square += difference * difference;
    }
    return square;
  }

  @Test
  void pointsTellWhatWasHeldOutAndOthersAreTold() throws IOException {
    JsonObject results = embedded(training("0.3", "4"));
    Ran own = evaluate(out, source);
    assertEquals("", own.err());
    Ran foreign =
        evaluate(
            out.resolve("vectors.txt"),
            source,
            "--space",
            "euclidean",
            "--hold-out",
            "0.3",
            "--hold-out-seed",
            "4");
    for (Ran ran : List.of(own, foreign)) {
      assertEquals(Main.DONE, ran.exit(), ran.err());
      JsonObject evaluated = json(ran.out());
      assertEquals(results.get("hold_out"), evaluated.get("hold_out"));
      assertEquals(results.get("map"), evaluated.get("map"));
      for (String figure : FIGURES) {
        assertEquals(results.get(figure), evaluated.get(figure), figure);
      }
    }
    evaluate(out, source, "--hold-out", "0.2")
        .refusedWith(
            "--hold-out: "
                + out
                + " tells what was held out of its training (0.3 by seed 4); leave it out");
    Path other = data.write("other.tsv", Files.readString(source) + "n60\tn9\n");
    Ran elsewhere = evaluate(out, other);
    assertEquals(Main.DONE, elsewhere.exit());
    assertEquals(
        "concepts: no link prediction: pairs were held out of heap.tsv, and other.tsv is another"
            + " hierarchy\n",
        elsewhere.err());
    assertFalse(json(elsewhere.out()).has("link_prediction_map"));
  }

  @Test
  void withoutAHoldOutThereIsNone() throws IOException {
    JsonObject results = embedded("--option", "epochs=2");
    FIGURES.forEach(figure -> assertFalse(results.has(figure), figure));
    assertFalse(results.has("hold_out"));
    assertFalse(Files.readString(out.resolve("embedding/embedding.json")).contains("holdOut"));
    evaluate(out, source, "--hold-out", "0.1")
        .refusedWith(
            "--hold-out: "
                + out
                + " was made with nothing held out, so that no pair is left to predict; embed with"
                + " --hold-out");
  }

  /** What is held out does not depend on the training's seed, and all but direct edges can be. */
  @Test
  void theSplitHasItsOwnSeed() throws IOException {
    JsonObject first = embedded("--hold-out", "1", "--option", "epochs=2");
    assertEquals(59 + 8, first.get("pairs").getAsInt());
    out = folder.resolve("second");
    JsonObject second = embedded("--hold-out", "0.2", "--seed", "2", "--option", "epochs=2");
    assertEquals(json("{share: 0.2, seed: 1}"), second.get("hold_out"));
    // of the split by seed 1, as it was in the training by seed 2
    JsonObject evaluated = json(evaluate(out, source).out());
    FIGURES.forEach(figure -> assertEquals(second.get(figure), evaluated.get(figure), figure));
  }

  @Test
  void peopleReadTheFigures() throws IOException {
    Ran ran = embed("--hold-out", "0.1", "--option", "epochs=2");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.out().contains("\n  link prediction mean rank "), ran.out());
    assertTrue(ran.out().contains("\n  held out pairs            "), ran.out());
    String report = Files.readString(out.resolve("report.html"));
    for (String figure : FIGURES) {
      assertTrue(report.contains("<dt>" + figure + "</dt>"), figure);
    }
  }

  static Stream<Arguments> lines() {
    String range =
        "--hold-out: wants a share above 0 and at most 1 of the pairs that are no direct edges,"
            + " not %s; 0.05 is usual";
    return Stream.of(
        Arguments.of("--hold-out 0", range.formatted("0.0")),
        Arguments.of("--hold-out 1.5", range.formatted("1.5")),
        Arguments.of("--hold-out -0.1", range.formatted("-0.1")),
        Arguments.of("--hold-out NaN", range.formatted("NaN")),
        Arguments.of(
            "--hold-out-seed 2", "--hold-out-seed wants --hold-out, the share that it chooses"),
        Arguments.of("--hold-out 0.1 --hold-out-seed -1", "--hold-out-seed -1: wants 0 at least"),
        Arguments.of(
            "--hold-out 0.1 --method sarkar",
            "--hold-out: --method sarkar goes by direct edges alone, which are never held out;"
                + " leave --hold-out out, or use --method train"),
        Arguments.of(
            "--hold-out 0.1 --shape",
            "--hold-out: --shape only looks at the hierarchy; leave one of them out"));
  }

  @ParameterizedTest
  @MethodSource
  void lines(String line, String message) {
    String[] more = line.split(" ", -1);
    Ran ran =
        line.endsWith("shape") ? concepts(List.of("embed", source.toString()), more) : embed(more);
    ran.refusedWith(message);
    assertFalse(Files.exists(out));
  }

  @Test
  void aShareThatIsNoNumberOrOfNothing() {
    Ran text = embed("--hold-out", "abc");
    assertEquals(Main.BAD_INPUT, text.exit());
    assertTrue(text.err().contains("'--hold-out': 'abc' is not a double"), text.err());
    source = data.write("flat.tsv", "a\tr\nb\tr\nc\ts\n");
    embed("--hold-out", "0.5")
        .refusedWith(
            "--hold-out 0.5: flat.tsv: no pair can be held out: every ancestor is a direct parent;"
                + " link prediction wants a hierarchy with grandparents");
    assertFalse(Files.exists(out));
  }
}
