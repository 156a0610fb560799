package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever the reader is given, it answers with a config or with problems that can be found. */
class ConfigFuzzTest {

  private static final String SOUND =
      """
      data: {source: "x"}
      encoder: &e
        hidden: 16 # a comment
        widths: [4, 2]
        dropout: 1.5e-1
      seeds: [1, 2]
      spaces:
        - space: poincare
          curvature: 0.5
        - {space: adaptive, child: {space: euclidean}}
        - space: multiscale
          levels: [{space: euclidean}, {space: poincare, learnCurvature: true}]
      """;

  /** A place in the file, what is said of the whole of it, or the path of an option. */
  private static final String PLACE =
      "line \\d+, column \\d+: .+|character \\d+ is .+|refused: .+|is empty: .+|more than .+"
          + "|wants a mapping such as .+|.+(: | = ).+";

  @BeforeContainer
  static void theSoundOneIsSound() {
    assertEquals(3, Fixtures.reader().read(SOUND, "test").spaces().size());
  }

  private static void check(String yaml) {
    Config config;
    try {
      config = Fixtures.reader().read(yaml, "test");
    } catch (ConfigException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith("test: "), e::getMessage);
      assertFalse(e.problems().isEmpty());
      for (String problem : e.problems()) {
        assertTrue(problem.matches(PLACE), problem);
      }
      return;
    }
    Config again = Fixtures.reader().fromMap(config.toMap(), "again");
    assertEquals(config.toMap(), again.toMap());
    assertEquals(config.hash(), again.hash());
  }

  /** Values of every kind, and texts that look like others. */
  private static Arbitrary<String> scalars() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "true",
            "False",
            "null",
            "~",
            "",
            "on",
            ".nan",
            "-.inf",
            "1e999",
            "-0",
            "0.0",
            "010",
            "0x10",
            "1_000",
            "*a",
            "&a x",
            "!!str x",
            "<<",
            "poincare",
            "euclidean",
            "adaptive",
            "multiscale",
            "linear"),
        Arbitraries.integers().map(String::valueOf),
        Arbitraries.doubles().map(String::valueOf),
        Arbitraries.bigIntegers().map(String::valueOf),
        Arbitraries.strings().ofMaxLength(8).map(text -> '"' + text.replace("\"", "") + '"'));
  }

  private static Arbitrary<String> keys() {
    return Arbitraries.of(
        "data",
        "encoder",
        "seeds",
        "spaces",
        "space",
        "source",
        "hidden",
        "widths",
        "dropout",
        "projection",
        "curvature",
        "learnCurvature",
        "child",
        "levels",
        "maximum",
        "other",
        "<<");
  }

  private static Arbitrary<String> trees(int depth) {
    if (depth == 0) {
      return scalars();
    }
    Arbitrary<String> child = trees(depth - 1);
    Arbitrary<String> list =
        child.list().ofMaxSize(3).map(items -> "[" + String.join(", ", items) + "]");
    Arbitrary<String> mapping =
        Combinators.combine(keys(), child)
            .as((key, value) -> key + ": " + value)
            .list()
            .ofMaxSize(4)
            .map(entries -> "{" + String.join(", ", entries) + "}");
    return Arbitraries.frequencyOf(Tuple.of(2, scalars()), Tuple.of(1, list), Tuple.of(3, mapping));
  }

  @Provide
  Arbitrary<String> anyTrees() {
    return trees(4);
  }

  @Property(tries = 3000, seed = "1")
  void anyTreeIsReadOrRefused(@ForAll("anyTrees") String yaml) {
    check(yaml);
  }

  @Provide
  Arbitrary<String> mutated() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "", "", " ", "\n", "\t", "- ", ": ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a",
            "*e", "!", "|", ">", "%", "@", ",", "?", "-", "0", "9", "e", ".", "\0", "\uFEFF",
            "\uD800", "<<: *e", "space", "null");
    Arbitrary<int[]> places =
        Arbitraries.integers().between(0, 1 << 20).array(int[].class).ofSize(2);
    return Combinators.combine(places, pieces)
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(Edit::all);
  }

  /** Some characters of the sound config, replaced. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Edit(int[] place, String piece) {
    static String all(List<Edit> edits) {
      StringBuilder text = new StringBuilder(SOUND);
      for (Edit edit : edits) {
        int from = edit.place[0] % (text.length() + 1);
        int to = Math.min(text.length(), from + edit.place[1] % 6);
        text.replace(from, to, edit.piece);
      }
      return text.toString();
    }
  }

  @Property(tries = 3000, seed = "2")
  void aMutatedConfigIsReadOrRefused(@ForAll("mutated") String yaml) {
    check(yaml);
  }

  private static Arbitrary<Map<String, Object>> spaces(int depth) {
    Arbitrary<Map<String, Object>> flat = Arbitraries.just(Map.of("space", "euclidean"));
    Arbitrary<Map<String, Object>> ball =
        Combinators.combine(
                Arbitraries.longs()
                    .map(bits -> Math.abs(Double.longBitsToDouble(bits)))
                    .filter(c -> c > 0 && Double.isFinite(c)),
                Arbitraries.of(true, false))
            .as((c, learn) -> Map.of("space", "poincare", "curvature", c, "learnCurvature", learn));
    if (depth == 0) {
      return Arbitraries.oneOf(flat, ball);
    }
    Arbitrary<Map<String, Object>> child = spaces(depth - 1);
    Arbitrary<Map<String, Object>> adaptive =
        Combinators.combine(Arbitraries.integers().greaterOrEqual(1), child)
            .as((maximum, c) -> Map.of("space", "adaptive", "maximum", maximum, "child", c));
    Arbitrary<Map<String, Object>> levels =
        child
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(list -> Map.of("space", "multiscale", "levels", list));
    return Arbitraries.oneOf(flat, ball, adaptive, levels);
  }

  @Provide
  Arbitrary<Map<String, Object>> soundMaps() {
    return Combinators.combine(
            Arbitraries.strings().ofMinLength(1).ofMaxLength(20),
            Arbitraries.integers().greaterOrEqual(1),
            Arbitraries.doubles().between(0, 0.9),
            Arbitraries.integers().between(1, 64).list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.integers()
                .greaterOrEqual(0)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(),
            spaces(3).list().ofMinSize(1).ofMaxSize(3))
        .as(
            (source, hidden, dropout, widths, seeds, spaces) -> {
              Map<String, Object> map = new LinkedHashMap<>();
              map.put("data", Map.of("source", source));
              map.put("encoder", Map.of("hidden", hidden, "dropout", dropout, "widths", widths));
              map.put("seeds", seeds);
              map.put("spaces", spaces);
              return map;
            });
  }

  /** What a config tells of itself is the same config, also through JSON, which is YAML. */
  @Property(tries = 500, seed = "3")
  void whatAConfigWritesIsReadBack(@ForAll("soundMaps") Map<String, Object> map) {
    Config config = Fixtures.reader().fromMap(map, "test");
    Config again = Fixtures.reader().fromMap(config.toMap(), "again");
    assertEquals(config.toMap(), again.toMap());
    assertEquals(config.hash(), again.hash());
    assertEquals(map.get("seeds"), again.seeds());
  }
}
