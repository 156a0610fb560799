package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Variant;
import org.junit.jupiter.api.Test;

/** Options at the top level, and lists of items that name something with options. */
class VariantsTest {

  private static final Option<Double> WEIGHT =
      Option.number("weight", 0.5, Range.atLeast(0), "Weight.");
  private static final Option<Boolean> EVEN = Option.flag("even", false, "Even.");
  private static final Option<List<Variant.Chosen>> RULES =
      Option.variants(
          "rules",
          "rule",
          List.of(
              new Variant("plain", List.of(WEIGHT), "The plain one."),
              new Variant("odd", List.of(WEIGHT, EVEN), "The odd one.")),
          "Rules.");

  private static final ConfigReader READER =
      new ConfigReader(Fixtures.plugins(), List.of(), List.of(RULES));

  private static Config read(String rules) {
    return READER.read("{spaces: [{space: euclidean}], " + rules + "}", "test");
  }

  @Test
  void itemsHaveTheOptionsOfWhatTheyName() {
    List<Variant.Chosen> chosen =
        read("rules: [{rule: odd, even: true}, {rule: plain, weight: 2}]").options().get(RULES);
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
      assertEquals(List.of(), none.options().get(RULES));
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
    ConfigException noList = assertThrows(ConfigException.class, () -> read("rules: {rule: odd}"));
    assertEquals(
        List.of("rules: wants a list such as [{rule: NAME}], not a mapping"), noList.problems());
  }

  @Test
  void whatCannotBeNamedOrToldApartIsRefused() {
    Variant twice = new Variant("twice", List.of(), "Twice.");
    for (List<Variant> variants :
        List.of(
            List.of(twice, twice),
            List.of(new Variant("own", List.of(Option.flag("rule", false, "Clash.")), "Own.")))) {
      Option<?> option = Option.variants("rules", "rule", variants, "Rules.");
      assertThrows(
          IllegalArgumentException.class,
          () -> new ConfigReader(Fixtures.plugins(), List.of(), List.of(option)));
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ConfigReader(
                Fixtures.plugins(), List.of(new Section("rules", List.of())), List.of(RULES)));
    assertThrows(IllegalArgumentException.class, () -> new Variant("Big", List.of(), "Big."));
  }
}
