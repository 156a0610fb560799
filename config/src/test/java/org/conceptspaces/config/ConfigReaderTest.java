package org.conceptspaces.config;

import static org.conceptspaces.config.Fixtures.CHILD;
import static org.conceptspaces.config.Fixtures.CURVATURE;
import static org.conceptspaces.config.Fixtures.LEARN;
import static org.conceptspaces.config.Fixtures.LEVELS;
import static org.conceptspaces.config.Fixtures.MAXIMUM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {

  private static final String FULL =
      """
      # what and how
      data: {source: wordnet:mammals}
      encoder: {hidden: 64, dropout: 1e-3, projection: mlp}
      seeds: [1, 2]
      spaces:
        - {space: euclidean, concepts: 16, dimension: 2}
        - {space: poincare, curvature: 2, learnCurvature: true}
        - {space: adaptive, child: {space: poincare, dimension: 8}}
        - space: multiscale
          levels:
            - {space: euclidean, concepts: 64}
            - {space: adaptive, maximum: 4, child: {space: multiscale, levels: [{space: poincare}]}}
      """;

  private final ConfigReader reader = Fixtures.reader();

  private Config read(String yaml) {
    return reader.read(yaml, "test");
  }

  private static Values values(Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return Values.of(values);
  }

  @Test
  void everyOptionHasItsValue() {
    Config config = read(FULL);
    assertEquals(values("source", "wordnet:mammals"), config.section("data"));
    assertEquals(
        values("hidden", 64, "projection", "mlp", "dropout", 0.001, "widths", List.of(8, 4)),
        config.section("encoder"));
    assertEquals(List.of(1, 2), config.seeds());
    assertEquals(4, config.spaces().size());
    assertEquals(
        new SpaceConfig("euclidean", values("concepts", 16, "dimension", 2)),
        config.spaces().get(0));
    SpaceConfig poincare = config.spaces().get(1);
    assertEquals(2.0, poincare.values().get(CURVATURE));
    assertEquals(true, poincare.values().get(LEARN));
    assertEquals(16, poincare.values().get(GeometrySpaceOptions.CONCEPTS));
  }

  @Test
  void spacesNest() {
    Config config = read(FULL);
    SpaceConfig child = config.spaces().get(2).values().get(CHILD);
    assertEquals(
        new SpaceConfig(
            "poincare",
            values("concepts", 16, "dimension", 8, "curvature", 1.0, "learnCurvature", false)),
        child);
    List<SpaceConfig> levels = config.spaces().get(3).values().get(LEVELS);
    assertEquals(4, levels.get(1).values().get(MAXIMUM));
    assertEquals("poincare", levels.get(1).values().get(CHILD).values().get(LEVELS).get(0).space());
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    ConfigReader small = new ConfigReader(Fixtures.plugins(), List.of(Fixtures.ENCODER));
    Config config = small.read("spaces: [{space: euclidean}]", "test");
    assertEquals(List.of(1), config.seeds());
    assertEquals(128, config.section("encoder").get(Fixtures.HIDDEN));
    assertEquals("linear", config.section("encoder").get(Fixtures.PROJECTION));
    assertNull(config.file());
    assertEquals(
        "no section data among [encoder]",
        assertThrows(IllegalArgumentException.class, () -> config.section("data")).getMessage());
  }

  @Test
  void defaultSpacesAreFilledInAndChecked() {
    Option<SpaceConfig> child =
        new Option<>(
            "child", new Option.Space(), new SpaceConfig("poincare", Values.of(Map.of())), "Any.");
    Plugins plugins =
        Plugins.of(
            List.of(Fixtures.geometry("poincare", CURVATURE)),
            List.of(Fixtures.space("wrapper", child)));
    Config config = new ConfigReader(plugins, List.of()).read("spaces: [{space: wrapper}]", "test");
    assertEquals(
        values("concepts", 16, "dimension", 16, "curvature", 1.0),
        config.spaces().get(0).values().get(child).values());

    Plugins without = Plugins.of(List.of(), List.of(Fixtures.space("wrapper", child)));
    assertEquals(
        List.of(
            "spaces[0].child.space = poincare: no such space; known: wrapper; give the jar of another by --plugins"),
        assertThrows(
                ConfigException.class,
                () -> new ConfigReader(without, List.of()).read("spaces: [{space: wrapper}]", "t"))
            .problems());
  }

  @Test
  void numbersAreThoseOfYaml12() {
    for (Map.Entry<String, Double> number :
        Map.of(
                "1e-3", 0.001, "1E+2", 100.0, "+.5", 0.5, "3.", 3.0, "7", 7.0, "2.5e1", 25.0, "0.5",
                0.5)
            .entrySet()) {
      Config config =
          read(
              "{data: {source: x}, spaces: [{space: poincare, curvature: %s}]}"
                  .formatted(number.getKey()));
      assertEquals(number.getValue(), config.spaces().get(0).values().get(CURVATURE));
    }
  }

  @Test
  void wordsThatYaml11TakesForBooleansAreTexts() {
    for (String word : List.of("on", "no", "yes", "Off", "2001-01-01", "1:30", "010", "0x10")) {
      Config config = read("{data: {source: %s}, spaces: [{space: euclidean}]}".formatted(word));
      assertEquals(word, config.section("data").get(Fixtures.SOURCE));
    }
  }

  @Test
  void anchorsAndMergesWork() {
    Config config =
        read(
            """
            data: {source: x}
            spaces:
              - &base {space: poincare, curvature: 3, dimension: 4}
              - {<<: *base, dimension: 5}
              - {<<: [{dimension: 6}, *base], learnCurvature: true}
            """);
    assertEquals(
        values("concepts", 16, "dimension", 5, "curvature", 3.0, "learnCurvature", false),
        config.spaces().get(1).values());
    assertEquals(
        values("concepts", 16, "dimension", 6, "curvature", 3.0, "learnCurvature", true),
        config.spaces().get(2).values());
  }

  @Test
  void filesAreReadAsUtf8(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("config.yaml");
    Files.writeString(file, "\ufeffdata: {source: Säuger 🐘}\nspaces: [{space: euclidean}]");
    Config config = reader.read(file);
    assertEquals(file, config.file());
    assertEquals("Säuger 🐘", config.section("data").get(Fixtures.SOURCE));
  }

  @Test
  void aConfigSurvivesJson() {
    Config config = read(FULL);
    Map<?, ?> json = new Gson().fromJson(new Gson().toJson(config.toMap()), Map.class);
    @SuppressWarnings("unchecked")
    Config again = reader.fromMap((Map<String, ?>) json, "model");
    assertEquals(config, again);
    assertEquals(config.hash(), again.hash());
    assertEquals(config, reader.fromMap(config.toMap(), "model"));
  }

  @Test
  void aStoredConfigIsCheckedAsWell() {
    Map<String, Object> map = new TreeMap<>(read(FULL).toMap());
    map.put("spaces", List.of(Map.of("space", "poincare", "curvature", 0.0, "dimension", 1.5)));
    map.put("seeds", List.of());
    List<String> problems =
        assertThrows(ConfigException.class, () -> reader.fromMap(map, "model")).problems();
    assertEquals(
        List.of(
            "seeds: wants a list of whole numbers from 0 to 2147483647, not an empty list",
            "spaces[0].curvature = 0: wants a number above 0",
            "spaces[0].dimension = 1.5: wants a whole number from 1 to 65536"),
        problems.stream().sorted().toList());
    map.put("data", new Object());
    assertEquals(
        "model: a config holds no java.lang.Object",
        assertThrows(ConfigException.class, () -> reader.fromMap(map, "model")).getMessage());
  }

  @Test
  void aSpaceThatAProgramMadeIsCompleted() {
    SpaceConfig space = new SpaceConfig("poincare", values("dimension", 3));
    assertEquals(
        values("concepts", 16, "dimension", 3, "curvature", 1.0, "learnCurvature", false),
        reader.complete(space).values());
    assertEquals(
        List.of("space.curvature = -1: wants a number above 0"),
        assertThrows(ConfigException.class, () -> reader.complete(space.with(CURVATURE, -1.0)))
            .problems());
  }

  @Test
  void hashesAreOfMeaning() {
    String hash = read(FULL).hash();
    assertEquals(
        hash,
        read("""
            spaces:
              - {dimension: 2, space: euclidean}
              - {learnCurvature: TRUE, space: 'poincare', curvature: 2.00, concepts: 16}
              - {child: {dimension: 8, space: poincare, curvature: 1e0}, maximum: 32, space: adaptive}
              - space: "multiscale"
                levels:
                  - {concepts: 64, space: euclidean}
                  - {child: {levels: [{space: poincare}], space: multiscale}, maximum: 4, space: adaptive}
            seeds:
              - 1
              - 2
            encoder: {projection: mlp, dropout: .001, hidden: 64, widths: [8, 4]}
            data: {source: "wordnet:mammals"}
            """)
            .hash());
    assertEquals(16, hash.length());
    for (String[] change :
        new String[][] {
          {"hidden: 64", "hidden: 65"},
          {"seeds: [1, 2]", "seeds: [2, 1]"},
          {"curvature: 2", "curvature: 2.0000000001"},
          {"dimension: 8", "dimension: 9"},
          {"wordnet:mammals", "wordnet:nouns"}
        }) {
      assertNotEquals(hash, read(FULL.replace(change[0], change[1])).hash());
    }
  }

  @Test
  void theHashIsTheSha256OfSortedJson() {
    // printf '%s' '{"seeds":[1],"spaces":[{...}]}' | sha256sum
    Config config =
        new ConfigReader(Fixtures.plugins(), List.of())
            .read("spaces: [{space: poincare, curvature: 0.5}]", "test");
    assertEquals(
        "{\"seeds\":[1],\"spaces\":[{\"concepts\":16,\"curvature\":0.5,\"dimension\":16,"
            + "\"learnCurvature\":false,\"space\":\"poincare\"}]}",
        CanonicalJson.of(config.toMap()));
    assertEquals("0e705226cd21bc3b", config.hash());
  }

  @Test
  void sectionsAreCheckedWhenDeclared() {
    assertThrows(IllegalArgumentException.class, () -> new Section("seeds", List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Section("Data", List.of()));
    assertEquals(
        "section data: the option 'source' is declared twice; the default of the option 'n' = 0:"
            + " wants a whole number of at least 1",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Section(
                        "data",
                        List.of(
                            Fixtures.SOURCE,
                            Fixtures.SOURCE,
                            Option.integer("n", 0, Range.atLeast(1), "A number."))))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new ConfigReader(Fixtures.plugins(), List.of(Fixtures.DATA, Fixtures.DATA)));
  }
}
