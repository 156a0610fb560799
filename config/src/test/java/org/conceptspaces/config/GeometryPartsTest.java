package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryChecks;
import org.conceptspaces.api.GeometryContext;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.junit.jupiter.api.Test;

/** Geometries that are made of geometries, as configs name them. */
class GeometryPartsTest {

  private static final Option<Integer> WIDTH =
      Option.integer("width", 1, Range.atLeast(1), "How many dimensions the part has.");
  private static final Option<List<SpaceConfig>> PARTS =
      Option.geometries("parts", List.of(WIDTH), "What it is made of.");

  /** Wants the widths of its parts to be its dimension. */
  private record Stack(String name) implements GeometryProvider {
    @Override
    public String description() {
      return "Geometries side by side.";
    }

    @Override
    public List<Option<?>> options() {
      return List.of(PARTS);
    }

    @Override
    public Geometry create(Values values, GeometryContext context) {
      throw new UnsupportedOperationException("configs are checked before anything is built");
    }

    @Override
    public void check(Values values, int dimension, GeometryChecks checks) {
      List<SpaceConfig> parts = values.get(PARTS);
      int sum = parts.stream().mapToInt(part -> part.values().get(WIDTH)).sum();
      if (sum != dimension) {
        checks.problem("parts", "are " + sum + " wide, not " + dimension);
      }
      for (int i = 0; i < parts.size(); i++) {
        checks.geometry("parts[" + i + "]", parts.get(i), parts.get(i).values().get(WIDTH));
      }
    }
  }

  private static Plugins plugins(Option<?>... ofBall) {
    return Plugins.of(
        List.of(
            new Stack("stack"),
            Fixtures.geometry("flat"),
            Fixtures.geometry(
                "ball", ofBall.length == 0 ? new Option<?>[] {Fixtures.CURVATURE} : ofBall)),
        List.of(Fixtures.space("adaptive", Fixtures.CHILD)));
  }

  private static Config read(Plugins plugins, String space) {
    return new ConfigReader(plugins, List.of()).read("spaces: [" + space + "]", "test");
  }

  private static List<String> problems(String space) {
    return problems(plugins(), space);
  }

  private static List<String> problems(Plugins plugins, String space) {
    return assertThrows(ConfigException.class, () -> read(plugins, space)).problems();
  }

  @Test
  void partsHaveTheirOwnOptionsAndThoseBesideThem() {
    Config config =
        read(
            plugins(),
            "{space: stack, dimension: 3, parts: [{space: ball, curvature: 2, width: 2}, {space:"
                + " flat}]}");
    SpaceConfig stack = config.spaces().get(0);
    assertEquals(
        List.of(
            new SpaceConfig("ball", Values.of(Map.of("width", 2, "curvature", 2.0))),
            new SpaceConfig("flat", Values.of(Map.of("width", 1)))),
        stack.values().get(PARTS));
    assertEquals(
        "stack 16×3(ball width=2 curvature=2.0, flat)", new SpaceLabels(plugins()).label(stack));
    ConfigReader reader = new ConfigReader(plugins(), List.of());
    assertEquals(config.spaces(), reader.fromMap(config.toMap(), "again").spaces());
    assertEquals(stack, reader.complete(stack));
  }

  @Test
  void theWholeTreeIsCheckedAtOnce() {
    assertEquals(
        List.of(
            "spaces[0].parts[0].space = bal: no such geometry; did you mean ball? Known: ball,"
                + " flat, stack",
            "spaces[0].parts[1].concepts: no such key; known: space, width, curvature",
            "spaces[0].parts[1].curvature = 0: wants a number above 0",
            "spaces[0].parts[2].parts[0].width = 0: wants a whole number of at least 1"),
        problems(
                "{space: stack, parts: [{space: bal}, {space: ball, curvature: 0, concepts: 3}, {space:"
                    + " stack, parts: [{space: flat, width: 0}]}]}")
            .stream()
            .sorted()
            .toList());
    assertEquals(
        List.of(
            "spaces[0].parts[0].space = adaptive: is a space, not a geometry; known: ball, flat,"
                + " stack",
            "spaces[0].parts[1].space = round: no such geometry; known: ball, flat, stack; give the"
                + " jar of another by --plugins",
            "spaces[0].parts[2]: wants a geometry such as {space: NAME}, not the text 'flat'",
            "spaces[0].parts[3].space: is required: wants a name (ball, flat, stack)"),
        problems("{space: stack, parts: [{space: adaptive}, {space: round}, flat, {}]}"));
    assertEquals(
        List.of("spaces[0].parts: is required: wants a list of geometries such as [{space: NAME}]"),
        problems("{space: stack}"));
  }

  /** What providers know is told once all is well by itself, by the same paths. */
  @Test
  void providersCheckWhatDependsOnTheDimension() {
    assertEquals(
        List.of(
            "spaces[0].parts: are 5 wide, not 4", "spaces[0].parts[1].parts: are 1 wide, not 3"),
        problems(
            "{space: stack, dimension: 4, parts: [{space: ball, width: 2}, {space: stack, width: 3,"
                + " parts: [{space: flat}]}]}"));
    assertEquals(
        List.of("spaces[0].child.parts: are 1 wide, not 2"),
        problems("{space: adaptive, child: {space: stack, dimension: 2, parts: [{space: flat}]}}"));
  }

  @Test
  void optionsThatMeetAreTold() {
    assertEquals(
        List.of(
            "spaces[0].parts[0]: ball has an option width of its own, so it cannot be a part here"),
        problems(
            plugins(Option.integer("width", 1, Range.atLeast(1), "Another width.")),
            "{space: stack, dimension: 1, parts: [{space: ball}]}"));
    Option<?> bad =
        Option.geometries(
            "parts",
            List.of(Option.text("space", "a", "A."), Option.text("required", null, "No default.")),
            "Parts.");
    assertEquals(
        List.of(
            "bad: parts: an option must not be called 'space' (test-classes)",
            "bad: parts: the option 'required' wants a default (test-classes)"),
        assertThrows(
                PluginException.class,
                () -> Plugins.of(List.of(Fixtures.geometry("bad", bad)), List.of()))
            .problems()
            .stream()
            .map(p -> p.replaceAll("\\(.*[(]?test-classes.*", "(test-classes)"))
            .toList());
  }

  @Test
  void nestingHasAnEnd() {
    String parts = "{space: flat}";
    for (int i = 0; i < SpaceReader.MAX_DEPTH; i++) {
      parts = "{space: stack, width: 1, parts: [" + parts + "]}";
    }
    assertEquals(
        1,
        problems(parts.replaceFirst("width: 1", "dimension: 1")).stream()
            .filter(p -> p.endsWith("spaces nest at most 32 deep"))
            .count());
  }
}
