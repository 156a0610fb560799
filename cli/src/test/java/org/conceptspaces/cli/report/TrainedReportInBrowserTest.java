package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The report of spaces that were really trained, on a screen, on a phone and on paper. */
class TrainedReportInBrowserTest {

  private static final String CONFIG =
      """
      data: {source: wordnet:dog.n.01+words}
      encoder: {tokenDimension: 8, hidden: 16, layers: 1, heads: 2, feedForward: 32}
      training: {steps: 12, pairs: 8}
      placement: {channels: [words, names], outside: "wordnet:cat.n.01+words"}
      seeds: [1, 2]
      spaces:
        - {space: euclidean, concepts: 2, dimension: 3}
        - {space: poincare, concepts: 2, dimension: 2, learnCurvature: true}
      """;

  // A browser writes to its profile even while it ends.
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder = Path.of("");

  @Test
  void isWholeAndReadableEverywhere() throws Exception {
    Path out = compare(CONFIG);
    JsonObject results =
        JsonParser.parseString(Files.readString(out.resolve("results.json"))).getAsJsonObject();
    try (Browser browser = Browser.start(folder.resolve("profile"))) {
      browser.open(out.resolve("report.html"));
      assertEquals(
          results.get("verdict").getAsString(),
          browser.evaluate("document.querySelector('.verdict').innerText"));
      assertEquals("4", browser.evaluate("document.querySelectorAll('#map-run option').length"));
      everyNodeIsDrawn(browser, results.getAsJsonObject("data").get("nodes").getAsString());
      // Five, two of placing, and six of what concepts hold: none is at an edge.
      assertEquals("13", browser.evaluate("document.querySelectorAll('.curves svg').length"));
      everyConceptIsDrawn(browser);
      placementsAreShown(browser, results.getAsJsonArray("runs").get(0).getAsJsonObject());
      whatConceptsHoldIsDrawn(browser);
      // Three moments and the end, of two spaces' means.
      assertEquals(
          "8",
          browser.evaluate(
              "document.querySelectorAll('figure[data-curve=reconstruction_map] circle').length"));
      PageLayout.fits(browser, 1280, false);
      PageLayout.fits(browser, 390, false);
      PageLayout.fits(browser, 720, true);
      assertEquals("", browser.evaluate("errors.join()"));
    }
  }

  private static void placementsAreShown(Browser browser, JsonObject first) throws Exception {
    JsonObject placement = first.getAsJsonObject("placement");
    assertTrue(placement.getAsJsonArray("reliability").size() > 0);
    assertEquals(
        "" + placement.getAsJsonArray("samples").size(),
        browser.evaluate("document.querySelectorAll('.placements tbody tr').length"));
    assertTrue(
        browser.evaluate("document.querySelector('.placements').innerHTML").contains("<b>"),
        "some answer is right");
  }

  @Test
  void recipesAreDrawnOverWhatTheyBring() throws Exception {
    String recipes =
        "regularizers: {none: [], a-long-name-of-a-recipe-in-forty-letters:"
            + " [{regularizer: variance}, {regularizer: covariance}]}";
    Path out = compare(CONFIG.replace("seeds: [1, 2]", "seeds: [1]\n" + recipes));
    try (Browser browser = Browser.start(folder.resolve("profile"))) {
      browser.open(out.resolve("report.html"));
      String figures = "[...document.querySelectorAll('figure[data-trade-off]')]";
      assertEquals(
          "4,4",
          browser.evaluate(figures + ".map(f => f.querySelectorAll('circle').length).join()"));
      // The two without regularisers are hollow.
      assertEquals(
          "2,2",
          browser.evaluate(
              figures + ".map(f => f.querySelectorAll('circle[fill=\"#fff\"]').length).join()"));
      assertEquals(
          "2",
          browser.evaluate(
              "[...document.querySelector('figure[data-trade-off]').querySelectorAll('svg > text')]"
                  + ".filter(t => t.textContent.startsWith('a-long-')).length"));
      PageLayout.fits(browser, 1280, false);
      PageLayout.fits(browser, 390, false);
      assertEquals("", browser.evaluate("errors.join()"));
    }
  }

  private Path compare(String text) throws Exception {
    Path config = Files.writeString(folder.resolve("dogs.yaml"), text);
    Path out = folder.resolve("out");
    StringWriter err = new StringWriter();
    int exit =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "compare",
            config.toString(),
            "--output",
            out.toString());
    assertEquals(Main.DONE, exit, err::toString);
    return out;
  }

  /** Two concepts in each space look at each token of three held-out texts of growing length. */
  private static void everyConceptIsDrawn(Browser browser) throws Exception {
    int last = 0;
    for (int space = 0; space < 2; space++) {
      for (int text = 0; text < 3; text++) {
        Attention.choose(browser, space, text);
        int tokens = Attention.count(browser, "text.token");
        assertTrue(text == 0 || tokens > last, tokens + " tokens after " + last);
        last = tokens;
        assertEquals(2 * tokens, Attention.count(browser, "rect.cell"));
        assertEquals(tokens, Attention.count(browser, "rect.sum"));
        String sums =
            "d3.sum(document.querySelectorAll('.attention text:not(.token)'), t => t.textContent)";
        // All sums together are two concepts' whole attention, but for two digits each and slot 1.
        double all = Double.parseDouble(browser.evaluate(sums)) - 1;
        assertEquals(2, all, 0.005 * tokens + 1e-9);
      }
    }
  }

  /** Two slots of two spaces, flat first, with two seeds each. */
  private static void whatConceptsHoldIsDrawn(Browser browser) throws Exception {
    assertEquals("4", browser.evaluate("document.querySelectorAll('details.concepts').length"));
    for (int run = 0; run < 4; run++) {
      browser.evaluate(
          "(() => { const s = document.getElementById('concepts-run'); s.selectedIndex = "
              + run
              + "; s.onchange(); })()");
      String count =
          "['path.spectrum', 'rect.cell', 'rect.bar'].map(kind =>"
              + " document.querySelectorAll('.pictures ' + kind).length).join()";
      assertEquals(run < 2 ? "3,4,0" : "3,4,20", browser.evaluate(count), "run " + run);
    }
  }

  private static void everyNodeIsDrawn(Browser browser, String size) throws Exception {
    String nodes = "JSON.parse(document.getElementById('maps').textContent).maps[%d].x.length";
    assertEquals(size, browser.evaluate(nodes.formatted(0)));
    String empty = "document.createElement('canvas').toDataURL()";
    for (int run = 0; run < 4; run++) {
      browser.evaluate(
          "(() => { const s = document.getElementById('map-run'); s.selectedIndex = "
              + run
              + "; s.dispatchEvent(new Event('change')); })()");
      assertNotEquals(
          browser.evaluate(empty),
          browser.evaluate("document.getElementById('map-canvas').toDataURL()"));
      // The picture fills its frame: of its width, most columns hold something.
      double share =
          Double.parseDouble(
              browser.evaluate(
                  "(() => { const c = document.getElementById('map-canvas'), n = c.width;"
                      + " const d = c.getContext('2d').getImageData(0, 0, n, n).data;"
                      + " const columns = new Set();"
                      + " for (let i = 3; i < d.length; i += 4) if (d[i]) columns.add((i >> 2) % n);"
                      + " return columns.size / n; })()"));
      assertTrue(share > 0.5, "run " + run + ": " + share);
    }
  }
}
