package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Recipe;
import org.conceptspaces.api.Variant;
import org.junit.jupiter.api.Test;

/**
 * Options at the top level, and lists, by name perhaps, of items that name something with options.
 */
class RecipesTest {

  private static final Option<Double> WEIGHT =
      Option.number("weight", 0.5, Range.atLeast(0), "Weight.");
  private static final Option<Boolean> EVEN = Option.flag("even", false, "Even.");
  private static final Option<List<Recipe>> RULES =
      Option.recipes(
          "rules",
          "rule",
          List.of(
              new Variant("plain", List.of(WEIGHT), "The plain one."),
              new Variant("odd", List.of(WEIGHT, EVEN), "The odd one.")),
          "Rules.");

  private static final Option<List<String>> CLAIMS = Option.texts("claims", "Claims.");

  private static final ConfigReader READER =
      new ConfigReader(Fixtures.plugins(), List.of(), List.of(RULES), List.of(CLAIMS));

  private static Config read(String rules) {
    return READER.read("{spaces: [{space: euclidean}], " + rules + "}", "test");
  }

  @Test
  void itemsHaveTheOptionsOfWhatTheyName() {
    List<Recipe> recipes =
        read("rules: [{rule: odd, even: true}, {rule: plain, weight: 2}]").options().get(RULES);
    assertEquals(1, recipes.size());
    assertFalse(recipes.get(0).isNamed());
    List<Variant.Chosen> chosen = recipes.get(0).items();
    assertEquals(List.of("odd", "plain"), chosen.stream().map(Variant.Chosen::name).toList());
    assertEquals(0.5, chosen.get(0).values().get(WEIGHT));
    assertTrue(chosen.get(0).values().get(EVEN));
    assertEquals(2, chosen.get(1).values().get(WEIGHT));
  }

  @Test
  void withoutAnyTheConfigIsTheSameAsWithoutTheKey() {
    Config without =
        new ConfigReader(Fixtures.plugins(), List.of())
            .read("{spaces: [{space: euclidean}]}", "test");
    for (Config none : List.of(read(""), read("rules: []"))) {
      assertEquals(List.of(Recipe.unnamed(List.of())), none.options().get(RULES));
      assertEquals(without.hash(), none.hash());
      assertEquals(without.toMap(), none.toMap());
    }
    assertNotEquals(without.hash(), read("rules: [{rule: odd}]").hash());
  }

  @Test
  void whatWasWrittenAsAMapIsReadBack() {
    Config config = read("rules: [{rule: odd}, {rule: plain, weight: 2.5}]");
    assertEquals(
        List.of(
            Map.of("rule", "odd", "weight", 0.5, "even", false),
            Map.of("rule", "plain", "weight", 2.5)),
        config.toMap().get("rules"));
    assertEquals(config, READER.fromMap(config.toMap(), "map"));
  }

  @Test
  void problemsAreToldByPath() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () ->
                read(
                    "rules: [{rule: od}, {weight: 1}, plain, {rule: 3}, {rule: odd, wieght: 1},"
                        + " {rule: plain, weight: -1}, {rule: plain, even: true}]"));
    assertEquals(
        List.of(
            "rules[0].rule = od: no such rule; did you mean odd? Known: plain, odd",
            "rules[1].rule: is required: wants a name (plain, odd)",
            "rules[2]: wants an item such as {rule: NAME}, not the text 'plain'",
            "rules[3].rule: wants a name (plain, odd), not the number 3",
            "rules[4].wieght: no such key; did you mean weight? Known: rule, weight, even",
            "rules[5].weight = -1: wants a number of at least 0",
            "rules[6].even: no such key; known: rule, weight"),
        e.problems());
    ConfigException noList = assertThrows(ConfigException.class, () -> read("rules: odd"));
    assertEquals(
        List.of("rules: wants a list such as [{rule: NAME}], or lists by name, not the text 'odd'"),
        noList.problems());
  }

  @Test
  void listsMayHaveNames() {
    Config config = read("rules: {none: [], t_regs-2: [{rule: odd}, {rule: plain}]}");
    List<Recipe> recipes = config.options().get(RULES);
    assertEquals(List.of("none", "t_regs-2"), recipes.stream().map(Recipe::name).toList());
    assertEquals(List.of(), recipes.get(0).items());
    assertEquals(
        List.of("odd", "plain"),
        recipes.get(1).items().stream().map(Variant.Chosen::name).toList());
    assertEquals(
        Map.of(
            "none",
            List.of(),
            "t_regs-2",
            List.of(
                Map.of("rule", "odd", "weight", 0.5, "even", false),
                Map.of("rule", "plain", "weight", 0.5))),
        config.toMap().get("rules"));
    assertEquals(config, READER.fromMap(config.toMap(), "map"));
    assertNotEquals(config.hash(), read("rules: [{rule: odd}, {rule: plain}]").hash());
    assertNotEquals(read("").hash(), read("rules: {none: []}").hash());
  }

  @Test
  void problemsOfNamedListsAreToldByPath() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () ->
                read(
                    "rules: {a b: [], odd: {rule: odd}, none: , odd: [], 1: [], plain: [{rule: od},"
                        + " {rule: plain, weight: x}]}"));
    assertEquals(
        List.of(
            "rules.'a b': as a name wants up to 40 letters, digits, - and _",
            "rules.odd: wants a list such as [{rule: NAME}], [] for none, not a mapping",
            "rules.none: wants a list such as [{rule: NAME}], [] for none, not nothing",
            "rules.odd: is there twice, on lines 1 and 1",
            "rules: wants words as keys, not the number 1",
            "rules.plain[0].rule = od: no such rule; did you mean odd? Known: plain, odd",
            "rules.plain[1].weight: wants a number of at least 0, not the text 'x'"),
        e.problems());
    ConfigException empty = assertThrows(ConfigException.class, () -> read("rules: {}"));
    assertEquals(
        List.of(
            "rules: wants a list such as [{rule: NAME}], or lists by name, not a mapping"
                + " without any"),
        empty.problems());
  }

  @Test
  void whatIsAskedOfResultsIsNoPartOfTheHash() {
    Config config = read("claims: ['a > 1', b]");
    assertEquals(List.of("a > 1", "b"), config.conditions().get(CLAIMS));
    assertEquals(read("").hash(), config.hash());
    assertEquals(List.of("a > 1", "b"), config.toMap().get("claims"));
    assertEquals(config, READER.fromMap(config.toMap(), "map"));
    assertEquals(read("").toMap(), read("claims: []").toMap());
    ConfigException e =
        assertThrows(ConfigException.class, () -> read("claims: [1, '', [a], b], rules: 1"));
    assertEquals(
        List.of(
            "claims[0]: wants a text that is not empty, not the number 1 (written '1')",
            "claims[1]: wants a text that is not empty, not the text ''",
            "claims[2]: wants a text that is not empty, not a list",
            "rules: wants a list such as [{rule: NAME}], or lists by name, not the number 1"),
        e.problems());
  }

  @Test
  void whatCannotBeNamedOrToldApartIsRefused() {
    Variant twice = new Variant("twice", List.of(), "Twice.");
    for (List<Variant> variants :
        List.of(
            List.of(twice, twice),
            List.of(new Variant("own", List.of(Option.flag("rule", false, "Clash.")), "Own.")))) {
      Option<?> option = Option.recipes("rules", "rule", variants, "Rules.");
      assertThrows(
          IllegalArgumentException.class,
          () -> new ConfigReader(Fixtures.plugins(), List.of(), List.of(option), List.of()));
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ConfigReader(
                Fixtures.plugins(),
                List.of(new Section("rules", List.of())),
                List.of(RULES),
                List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Variant("Big", List.of(), "Big."));
  }
}
