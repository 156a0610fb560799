package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.AttentionSamples;
import org.conceptspaces.encoder.experiment.AttentionSamples.Sample;
import org.conceptspaces.encoder.measure.LevelConcepts;
import org.conceptspaces.encoder.measure.LevelConcepts.Concept;
import org.conceptspaces.encoder.measure.TextConcepts;
import org.conceptspaces.encoder.network.Parameters;

/** What concepts look at, made by hand, and the figure that shows it. */
final class Attention {

  private Attention() {}

  /**
   * Two levels: a fine one of 40 concepts, of which slot 1 is dead and slot k looks at token k
   * alone (and round again); and a coarse one whose only live concept, slot 2, looks at all alike.
   */
  static AttentionSamples samples(List<List<String>> texts) {
    List<Sample> samples = new ArrayList<>();
    for (List<String> tokens : texts) {
      int count = tokens.size();
      List<Concept> fine =
          IntStream.range(0, 40)
              .filter(slot -> slot != 1)
              .mapToObj(slot -> concept(slot, count, slot % count, 1))
              .toList();
      List<Concept> coarse = List.of(concept(2, count, -1, 1.0 / count));
      TextConcepts concepts =
          new TextConcepts(
              new double[] {0, 0},
              1,
              List.of(
                  new LevelConcepts(new LevelSpec("words", 40, 2, geometry()), Map.of(), fine),
                  new LevelConcepts(
                      new LevelSpec("sentence", 4, 2, geometry()),
                      Map.of("curvature", 0.123456),
                      coarse)));
      samples.add(new Sample(String.join("", tokens), tokens, concepts));
    }
    return new AttentionSamples(true, samples);
  }

  private static Concept concept(int slot, int tokens, int only, double weight) {
    double[] attention = new double[tokens];
    for (int at = 0; at < tokens; at++) {
      attention[at] = only < 0 || only == at ? weight : 0;
    }
    return new Concept(slot, 1, new double[] {0, 0}, attention);
  }

  private static Geometry geometry() {
    return Plugins.load(Attention.class.getClassLoader())
        .create(new SpaceConfig("euclidean", Values.of(Map.of())), new Parameters());
  }

  static void choose(Browser browser, int space, int text) throws Exception {
    browser.evaluate(
        "(() => { const space = document.getElementById('attention-space'),"
            + " text = document.getElementById('attention-text'); space.selectedIndex = "
            + space
            + "; text.selectedIndex = "
            + text
            + "; text.dispatchEvent(new Event('change')); })()");
  }

  static int count(Browser browser, String selector) throws Exception {
    return Integer.parseInt(
        browser.evaluate("document.querySelectorAll('.attention " + selector + "').length"));
  }
}
