package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The file for people. */
class HtmlReportTest {

  private static final String HOSTILE = "<script>alert('x')</script>\" onload=\"y & z";

  @Test
  void hostileNamesStayText() {
    Study study =
        new Studies()
            .named(HOSTILE)
            .run(HOSTILE, 1, Map.of(HOSTILE, 1.0, "parent_mrr", 0.5))
            .space("flat", 0.2)
            .baseline(HOSTILE, 0.7)
            .study();
    String html = HtmlReport.of(study);
    assertFalse(html.contains("<script>alert"), html);
    // Behind it, names are in JSON, where a quote is escaped.
    String page = html.substring(0, html.indexOf("<script>"));
    assertFalse(page.contains("\" onload"), page);
    assertTrue(html.contains("<h1>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;"), html);
  }

  @Test
  void whyConceptsWereNotAnalysedIsTold() {
    Study study = new Studies().problem("one is <nowhere>").space("ball", 0.3, 0.4).study();
    String html = HtmlReport.of(study);
    assertTrue(
        html.contains(
            "<p class=\"note\">Concepts of ball, seed 2, were not analysed: one is &lt;nowhere&gt;</p>"),
        html);
    assertFalse(withoutLibrary(new Studies().space("b", 1).study()).contains("not analysed"));
    assertTrue(
        TextReport.lines(study)
            .contains("Concepts of ball, seed 1, were not analysed: one is <nowhere>"));
  }

  /** What lacks a number in one picture of costs is in the other. */
  @Test
  void aColumnWithOneShareIsInItsPicture() {
    String html =
        withoutLibrary(
            new Studies()
                .recipe("none")
                .run("flat", 1, Map.of("mlm_loss", 5.0, "effective_rank_share_batch_mean", 0.25))
                .recipe("apart")
                .run("flat", 1, Map.of("mlm_loss", 5.5, "effective_rank_share_per_sample", 0.75))
                .recipe("neither")
                .run("flat", 1, Map.of("mlm_loss", 6.0))
                .study());
    assertTrue(html.contains("\"recipe\":\"none\""), html);
    String one = "{\"effective_rank_share_batch_mean\":{\"mean\":%s,";
    assertTrue(html.contains(one.formatted("0.25")), html);
    assertTrue(html.contains(one.formatted("null")), html);
    assertFalse(html.contains("\"recipe\":\"neither\""), html);
  }

  @Test
  void loadsNothingFromElsewhere() {
    String html = withoutLibrary(new Studies().space("flat", 0.2, 0.4).study());
    assertFalse(Pattern.compile("(?i)(src|href)\\s*=|url\\(|@import|https?:").matcher(html).find());
    assertTrue(html.contains("<meta charset=\"utf-8\">"));
  }

  @Test
  void winnersAreMarkedAndPlotsSkipWhatIsNoNumber() {
    String html =
        withoutLibrary(
            new Studies().space("flat", 0.2, 0.4, 0.6).space("ball", 0.3, 0.51, 0.72).study());
    assertTrue(html.contains("<td class=\"win\">0.510 ± 0.522</td>"), html);
    assertTrue(html.contains("<li class=\"win\">"), html);
    assertFalse(html.contains("NaN"), html);
    // The masked-token loss and the one metric have figures; the hierarchy has no weight.
    assertEquals(2, html.split("<figure", -1).length - 1);
    assertTrue(html.contains("{\"step\":2,\"value\":null}"), html);
  }

  @Test
  void aRegulariserHasItsLossAndWhatItWatchesDrawn() {
    String html =
        withoutLibrary(new Studies().space("flat", 0.2).regularized().space("ball", 0.3).study());
    assertEquals(4, html.split("<figure", -1).length - 1);
    assertTrue(html.contains("<figure data-curve=\"variance\">"), html);
    assertTrue(html.contains("<figure data-curve=\"variance dimension_variance_min\">"), html);
    // The space without it has points without a value, as for what was not measured.
    assertTrue(html.contains("{\"step\":3,\"value\":3.0}"), html);
  }

  /** The report but for D3, whose texts are its own affair. */
  private static String withoutLibrary(Study study) {
    String html = HtmlReport.of(study);
    assertTrue(html.contains(Resources.d3()));
    return html.replace(Resources.d3(), "");
  }
}
