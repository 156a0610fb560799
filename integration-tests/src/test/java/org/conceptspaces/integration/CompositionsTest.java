package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Comparison;
import org.junit.jupiter.api.Test;

/** Spaces within spaces that make no sense are refused before anything runs, in words. */
class CompositionsTest {

  private static final Plugins PLUGINS = Plugins.load(CompositionsTest.class.getClassLoader());
  private static final Map<String, Object> FLAT = Map.of("space", "euclidean", "concepts", 8);

  private static Map<String, Object> adaptive(Map<String, Object> child, Object... options) {
    Map<String, Object> space = new HashMap<>(Map.of("space", "adaptive", "child", child));
    for (int i = 0; i < options.length; i += 2) {
      space.put((String) options[i], options[i + 1]);
    }
    return space;
  }

  private static List<String> refused(Map<String, Object> space) {
    return assertThrows(
            ConfigException.class,
            () -> {
              Map<String, String> data = Map.of("source", "wordnet:dog.n.01");
              Config config = SmallConfigs.of(PLUGINS, data, List.of(1), List.of(space));
              Comparison.open(config, PLUGINS, Map.of());
            })
        .problems();
  }

  @Test
  void oneSpaceDecidesOnCounts() {
    assertEquals(
        List.of(
            "spaces[0].child: concepts are as many as texts need already; one adaptive space is"
                + " enough"),
        refused(adaptive(adaptive(FLAT))));
    Map<String, Object> stack =
        Map.of("space", "multiscale", "levels", List.of(FLAT, adaptive(FLAT)));
    assertEquals(
        List.of(
            "spaces[0].child.levels[1]: concepts are as many as texts need already; one adaptive"
                + " space is enough"),
        refused(adaptive(stack)));
  }

  @Test
  void gatesWantABudget() {
    assertEquals(
        List.of(
            "spaces[0].budget: is 0, and gates know no tolerance: say how many concepts texts shall"
                + " have"),
        refused(adaptive(FLAT, "method", "gates", "tolerance", 2.0)));
  }

  @Test
  void gatesDrawNoCounts() {
    assertEquals(
        List.of(
            "spaces[0].nestedDropout: gates draw no counts; leave it out, or take the method prefix"),
        refused(adaptive(FLAT, "method", "gates", "budget", 2.0, "nestedDropout", 0.5)));
  }

  @Test
  void countsLieBetweenTheirBounds() {
    assertEquals(
        List.of(
            "spaces[0].minimum: is 5, above the maximum of 4",
            "spaces[0].budget: is 6.0: wants a number from the minimum, 5, to the maximum, 4"),
        refused(adaptive(FLAT, "minimum", 5, "maximum", 4, "budget", 6.0)));
    assertEquals(
        List.of("spaces[0].budget: is 1.5: wants a number from the minimum, 2, to the maximum"),
        refused(adaptive(FLAT, "minimum", 2, "budget", 1.5)));
  }

  @Test
  void nobodyHasMoreConceptsThanThereAre() {
    assertEquals(
        List.of(
            "adaptive: the child has 8 concepts in all; minimum = 9, maximum = 0 and budget = 0.0"
                + " want no more"),
        refused(adaptive(FLAT, "minimum", 9)));
  }
}
