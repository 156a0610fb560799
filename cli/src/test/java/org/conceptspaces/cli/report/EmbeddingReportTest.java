package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.conceptspaces.cli.Main;
import org.conceptspaces.encoder.experiment.TaxonomyMap;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The report of an embedding. */
class EmbeddingReportTest {

  private static final String HOSTILE = "<script>alert('x')</script>\" onload=\"y & z";

  // A browser writes to its profile even while it ends.
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder = Path.of("");

  private static EmbeddingReport report(List<Double> losses) {
    Hierarchy pair = Hierarchy.builder().edge(HOSTILE, "root").build();
    double[][] tangents = {{0, 0}, {1, 0}};
    TaxonomyMap map = TaxonomyMap.of(NamedHierarchy.of(HOSTILE, pair), tangents, -1);
    assertNotNull(map);
    return new EmbeddingReport(
        HOSTILE,
        HOSTILE,
        Map.of("map", "0.5"),
        List.of(HOSTILE),
        map,
        List.of(1L, 0L, 4L),
        6,
        losses,
        "f00d",
        Map.of("java", "17"),
        Map.of("note", HOSTILE));
  }

  private static String withoutLibrary(EmbeddingReport report) {
    String html = report.html();
    assertTrue(html.contains(Resources.d3()));
    return html.replace(Resources.d3(), "");
  }

  @Test
  void hostileNamesStayTextAndNothingIsLoaded() {
    String html = withoutLibrary(report(List.of(2.0, 1.0)));
    assertFalse(html.contains("<script>alert"), html);
    assertFalse(Pattern.compile("(?i)(src|href)\\s*=|url\\(|@import|https?:").matcher(html).find());
    assertTrue(html.contains("<h1>&lt;script&gt;alert(&#39;x&#39;)"), html);
    assertFalse(html.contains("held-out"), "there are none");
    assertTrue(html.contains("<label hidden>Run"), "there is one");
  }

  /** A chart 256 high: four points fill it, one takes a quarter, none nothing. */
  @Test
  void barsAreInProportion() {
    String html = withoutLibrary(report(List.of()));
    for (String bar :
        new String[] {
          "height=\"64.0\" fill=\"#0072B2\"><title>0.00 to 2.00: 1</title>",
          "height=\"0.0\" fill=\"#0072B2\"><title>2.00 to 4.00: 0</title>",
          "height=\"256.0\" fill=\"#0072B2\"><title>4.00 to 6.00: 4</title>"
        }) {
      assertTrue(html.contains(bar), html);
    }
    assertFalse(html.contains("data-curve"), "nothing was trained");
  }

  @Test
  void longTrainingsAreThinnedToTheirEnds() {
    String html = withoutLibrary(report(Collections.nCopies(1234, 0.25)));
    assertEquals(413, html.split("\\{\"step\":", -1).length - 1);
    assertTrue(html.contains("{\"step\":1,\"value\":0.25}"), html);
    assertTrue(html.contains("{\"step\":1234,\"value\":0.25}]"), html);
  }

  @Test
  void whatWasTrainedCanBeReadEverywhere() throws Exception {
    Path out = folder.resolve("out");
    StringWriter err = new StringWriter();
    int exit =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "embed",
            "wordnet:dog.n.01",
            "--dimension",
            "3",
            "--option",
            "epochs=12",
            "--output",
            out.toString());
    assertEquals(Main.DONE, exit, err::toString);
    try (Browser browser = Browser.start(folder.resolve("profile"))) {
      browser.open(out.resolve("report.html"));
      assertEquals(
          "190",
          browser.evaluate(
              "JSON.parse(document.getElementById('maps').textContent).maps[0].x.length"));
      String about = browser.evaluate("document.getElementById('map-about').textContent");
      assertTrue(about.contains("Of 3 dimensions it shows the two"), about);
      assertEquals(
          "20", browser.evaluate("document.querySelectorAll('[data-chart=norms] rect').length"));
      assertEquals(
          "1", browser.evaluate("document.querySelectorAll('[data-curve=loss] path.mean').length"));
      browser.mouse("mouseMoved", browser.middle("[data-curve=loss] svg"));
      String told = browser.evaluate("document.querySelector('[data-curve=loss] .told').innerText");
      assertTrue(told.startsWith("epoch "), told);
      browser.evaluate(
          "(() => { const f = document.getElementById('map-find'); f.value = 'pug.n.01';"
              + " f.dispatchEvent(new Event('change')); })()");
      assertEquals(
          "pug.n.01\ndog.n.01", browser.evaluate("document.getElementById('map-tip').innerText"));
      PageLayout.fits(browser, 1280, false);
      PageLayout.fits(browser, 390, false);
      PageLayout.fits(browser, 720, true);
      assertEquals("", browser.evaluate("errors.join()"));
    }
  }
}
