package org.conceptspaces.config;

import static org.conceptspaces.config.Fixtures.CURVATURE;
import static org.conceptspaces.config.Fixtures.LEARN;
import static org.conceptspaces.config.Fixtures.geometry;
import static org.conceptspaces.config.Fixtures.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Plugin;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Values;
import org.junit.jupiter.api.Test;

class PluginsTest {

  private static final String GEOMETRY = Fixtures.TestGeometry.class.getName();
  private static final String SPACE = Fixtures.TestSpace.class.getName();
  private static final String HERE = Origin.of(PluginsTest.class).location();

  private static List<String> problems(Plugin... plugins) {
    List<GeometryProvider> geometries = new ArrayList<>();
    List<SpaceProvider> spaces = new ArrayList<>();
    for (Plugin plugin : plugins) {
      if (plugin instanceof GeometryProvider geometry) {
        geometries.add(geometry);
      } else {
        spaces.add((SpaceProvider) plugin);
      }
    }
    return assertThrows(PluginException.class, () -> Plugins.of(geometries, spaces)).problems();
  }

  @Test
  void genericOptionsOfGeometriesComeFirst() {
    Plugins plugins = Fixtures.plugins();
    assertEquals(
        List.of(GeometrySpaceOptions.CONCEPTS, GeometrySpaceOptions.DIMENSION, CURVATURE, LEARN),
        plugins.options("poincare"));
    assertEquals(
        List.of("maximum", "child"),
        plugins.options("adaptive").stream().map(Option::name).toList());
    assertTrue(plugins.isGeometry("euclidean"));
    assertFalse(plugins.isGeometry("multiscale"));
    assertEquals("poincare", plugins.geometry("poincare").name());
    assertEquals("adaptive", plugins.space("adaptive").name());
  }

  @Test
  void listsAllByName() {
    List<InstalledPlugin> list = Fixtures.plugins().list();
    assertEquals(
        List.of("adaptive", "euclidean", "multiscale", "poincare"),
        list.stream().map(InstalledPlugin::name).toList());
    assertEquals(
        List.of("space", "geometry", "space", "geometry"),
        list.stream().map(InstalledPlugin::kind).toList());
    assertEquals(new Origin(SPACE, HERE, null), list.get(0).origin());
    assertEquals("test-classes", list.get(0).origin().file());
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnown() {
    Plugins plugins = Fixtures.plugins();
    assertEquals(
        "plugins: no space is called 'poincar'; did you mean poincare? Known: adaptive, euclidean,"
            + " multiscale, poincare",
        assertThrows(PluginException.class, () -> plugins.get("poincar")).getMessage());
    assertEquals(
        List.of("no space is called 'klein'; known: adaptive, euclidean, multiscale, poincare"),
        assertThrows(PluginException.class, () -> plugins.options("klein")).problems());
    assertEquals(
        List.of("'adaptive' is a space, not a geometry"),
        assertThrows(PluginException.class, () -> plugins.geometry("adaptive")).problems());
    assertEquals(
        List.of("'poincare' is a geometry; the encoder makes its space"),
        assertThrows(PluginException.class, () -> plugins.space("poincare")).problems());
  }

  @Test
  void geometriesAndSpacesShareOneNamespace() {
    assertEquals(
        List.of(
            "2 plugins are called 'ball': the geometry %s of %s and the space %s of %s"
                .formatted(GEOMETRY, HERE, SPACE, HERE)),
        problems(geometry("ball"), space("ball"), space("other")));
  }

  @Test
  void everyDuplicateIsNamed() {
    List<String> problems =
        problems(geometry("b"), geometry("b"), geometry("b"), space("a"), space("a"));
    assertEquals(2, problems.size());
    assertTrue(problems.get(0).startsWith("2 plugins are called 'a': the space "));
    assertTrue(problems.get(1).startsWith("3 plugins are called 'b': the geometry "));
  }

  @Test
  void namesAreSmallLettersDigitsAndHyphens() {
    for (String name : List.of("Ball", "2d", "", "a_b", "-a", "a b", "bäll")) {
      assertEquals(
          List.of(
              "%s of %s is called '%s': a name wants a small letter, then small letters, digits and hyphens"
                  .formatted(GEOMETRY, HERE, name)),
          problems(geometry(name)));
    }
  }

  @Test
  void geometriesMustNotDeclareGenericOptions() {
    Option<Integer> own = Option.integer("dimension", 3, Range.atLeast(1), "Its own.");
    assertEquals(
        List.of(
            "ball: a geometry must not declare the option 'dimension', which every geometry has (%s of %s)"
                .formatted(GEOMETRY, HERE)),
        problems(geometry("ball", CURVATURE, own)));
    assertEquals(List.of(own), Plugins.of(List.of(), List.of(space("ball", own))).options("ball"));
  }

  @Test
  void optionsAreCheckedThemselves() {
    String who = " (" + SPACE + " of " + HERE + ")";
    assertEquals(
        List.of(
            "s: the option 'curvature' is declared twice" + who,
            "s: an option must not be called 'space'" + who,
            "s: the default of the option 'rate' = 2: wants a number from 0 to 1" + who,
            "s: the default of the option 'nan' = .nan: wants a number of at least 0, and finite"
                + who,
            "s: the default of the option 'mode' = c: wants one of a, b" + who,
            "s: the default of the option 'widths'[1] = 0: wants a whole number of at least 1"
                + who,
            "s: the default of the option 'empty': wants a text that is not empty, not the text ''"
                + who),
        problems(
            space(
                "s",
                CURVATURE,
                CURVATURE,
                Option.text("space", null, "Taken."),
                Option.number("rate", 2.0, Range.between(0, 1), "Too large."),
                Option.number("nan", Double.NaN, Range.atLeast(0), "Not a number."),
                new Option<>("mode", new Option.Choice(List.of("a", "b")), "c", "No word."),
                Option.integers("widths", List.of(1, 0), Range.atLeast(1), "Too small."),
                Option.text("empty", "", "Empty."))));
  }

  @Test
  void aPluginThatFailsIsNamed() {
    SpaceProvider failing =
        new SpaceProvider() {
          @Override
          public String name() {
            return "failing";
          }

          @Override
          public String description() {
            return "Fails.";
          }

          @Override
          public List<Option<?>> options() {
            throw new IllegalStateException("no\n  options");
          }

          @Override
          public ConceptSpace create(Values values, SpaceContext context) {
            throw new UnsupportedOperationException();
          }
        };
    assertEquals(
        List.of(
            "%s of %s fails to describe itself: IllegalStateException: no options"
                .formatted(failing.getClass().getName(), HERE)),
        problems(failing));
  }
}
