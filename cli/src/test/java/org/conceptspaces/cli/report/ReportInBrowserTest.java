package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.experiment.TaxonomyMap;
import org.conceptspaces.encoder.experiment.TaxonomyMap.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Clicks through a report, where there is a Chromium to do it with. */
class ReportInBrowserTest {

  private static final String PICTURE = "document.getElementById('map-canvas').toDataURL()";
  private static final String TIP = "document.getElementById('map-tip').innerText";
  private static final int TRAINED = TaxonomyMap.TRAINED;

  private static final List<List<String>> LOOKED_AT =
      List.of(
          List.of("a", " </script>", " dog"),
          IntStream.range(0, 60)
              .mapToObj(i -> i % 7 == 0 ? "\n" : " unpronounceable" + i)
              .toList());

  // A browser writes to its profile even while it ends.
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder = Path.of("");

  private @Nullable Browser running;

  private static TaxonomyMap map(int dimension, double curvature) {
    return new TaxonomyMap(
        dimension,
        dimension == 2 ? 1 : 0.25,
        curvature,
        0,
        List.of(
            new Node("root", "everything", new int[0], 0, 0, TRAINED),
            new Node("left", "one kind", new int[] {0}, -1.5, 0.1, TRAINED),
            new Node("right", "another kind", new int[] {0}, 1.5, 0, TRAINED),
            new Node("leaf", "</script><b>a \"leaf\"", new int[] {1}, -2, 1, TRAINED),
            new Node("new", "a text unseen", new int[] {2}, -1, -1, 1)));
  }

  @BeforeEach
  void open() throws Exception {
    Studies studies =
        new Studies()
            .lookingAt(Attention.samples(LOOKED_AT))
            .space("ball", map(2, -1), 0.4, 0.6)
            .space("plane", map(16, 0), 0.2, 0.3)
            .space("lost", null, 0.2, 0.3)
            .baseline("TF-IDF", 0.5, 0.5);
    Path report = folder.resolve("report.html");
    Files.writeString(report, HtmlReport.of(studies.study()));
    running = Browser.start(folder.resolve("profile"));
    running.open(report);
  }

  private Browser browser() {
    return Objects.requireNonNull(running);
  }

  @AfterEach
  void close() throws Exception {
    if (running != null) {
      String errors = running.evaluate("errors.join()");
      running.close();
      assertEquals("", errors);
    }
  }

  private void picks(int run) throws Exception {
    browser()
        .evaluate(
            "(() => { const s = document.getElementById('map-run'); s.selectedIndex = "
                + run
                + "; s.dispatchEvent(new Event('change')); })()");
  }

  private String find(String id) throws Exception {
    browser()
        .evaluate(
            "(() => { const f = document.getElementById('map-find'); f.value = '"
                + id
                + "'; f.dispatchEvent(new Event('change')); })()");
    return browser().evaluate(TIP);
  }

  @Test
  void runsWithAPlaceForEveryNodeCanBeChosen() throws Exception {
    assertEquals(
        "ball, seed 1,ball, seed 2,plane, seed 1,plane, seed 2",
        browser()
            .evaluate(
                "[...document.querySelectorAll('#map-run option')].map(o => o.text)" + ".join()"));
    String about = "document.getElementById('map-about').textContent";
    assertTrue(browser().evaluate(about).startsWith("Poincaré disk"), browser().evaluate(about));
    String disk = browser().evaluate(PICTURE);
    picks(2);
    assertNotEquals(disk, browser().evaluate(PICTURE));
    assertTrue(browser().evaluate(about).startsWith("Plane; "), browser().evaluate(about));
    assertTrue(browser().evaluate(about).contains("Of 16 dimensions"), browser().evaluate(about));
    assertTrue(browser().evaluate(about).contains("25% of their variance"));
  }

  @Test
  void draggingAndButtonsMoveTheMapAndResetBringsItBack() throws Exception {
    for (int run : new int[] {0, 2}) {
      picks(run);
      browser().click("#map-reset");
      String before = browser().evaluate(PICTURE);
      double[] middle = browser().middle("#map-canvas");
      browser().drag(middle, new double[] {middle[0] + 90, middle[1] + 40});
      String dragged = browser().evaluate(PICTURE);
      assertNotEquals(before, dragged);
      browser().click("#map-in");
      assertNotEquals(dragged, browser().evaluate(PICTURE));
      browser().click("#map-reset");
      assertEquals(before, browser().evaluate(PICTURE));
      browser().click("#map-held");
      assertNotEquals(before, browser().evaluate(PICTURE));
      browser().click("#map-held");
      browser().click("#map-reset");
      assertEquals(before, browser().evaluate(PICTURE));
    }
  }

  @Test
  void aNodeThatIsFoundOrPointedAtTellsOfItself() throws Exception {
    assertTrue(find("leaf").startsWith("leaf\n</script><b>a \"leaf\"\nleft › root"), find("leaf"));
    String held = find("new");
    assertTrue(held.contains("held out; placed below left, truly below right"), held);
    // What is found is in the middle, in the disk by a translation; pointing there finds it again.
    double[] middle = browser().middle("#map-canvas");
    browser().mouse("mouseMoved", new double[] {middle[0] + 200, middle[1] + 250});
    assertEquals("true", browser().evaluate("document.getElementById('map-tip').hidden"));
    browser().mouse("mouseMoved", middle);
    assertTrue(browser().evaluate(TIP).startsWith("new\n"), browser().evaluate(TIP));
  }

  @Test
  void theVerdictComesFirst() throws Exception {
    assertEquals(
        "No winner is shown at placing unseen texts; the baseline TF-IDF leads every space at"
            + " placing unseen texts, ball by 0.000 ± 1.271 (95%, 2 seeds), which may be chance.",
        browser().evaluate("document.querySelector('h1 + .verdict').innerText"));
  }

  @Test
  void lossesAreDrawnAndTellTheirValues() throws Exception {
    String masked = "figure[data-curve=masked]";
    assertEquals("6", count(masked + " path.curve"));
    assertEquals("3", count(masked + " path.mean"));
    browser().mouse("mouseMoved", browser().middle(masked + " svg"));
    // Step 2, the nearest to the middle but one, is no number and not drawn.
    assertEquals("step 1: ball 6.000, plane 6.000, lost 6.000", told(masked));
  }

  @Test
  void metricsAreDrawnWithTheirBaselineAndTellTheirMeans() throws Exception {
    String placing = "figure[data-curve=parent_mrr]";
    assertEquals("6", count(placing + " path.curve"));
    assertEquals("3", count(placing + " path.mean"));
    assertEquals("1", count(placing + " line.baseline"));
    double[] middle = browser().middle(placing + " svg");
    browser().mouse("mouseMoved", new double[] {middle[0] + 100, middle[1]});
    assertEquals("step 3: ball 0.500, plane 0.250, lost 0.250; TF-IDF 0.500", told(placing));
    browser().mouse("mouseMoved", new double[] {middle[0] - 100, middle[1]});
    assertEquals("step 0: ball 0.010, plane 0.010, lost 0.010; TF-IDF 0.500", told(placing));
  }

  @Test
  void eachLevelShowsWhatItsLiveConceptsLookAt() throws Exception {
    assertEquals(
        "ball,plane,lost",
        browser()
            .evaluate(
                "[...document.querySelectorAll('#attention-space option')].map(o => o.text)"));
    assertEquals(
        "words: 39 of 40 live,sentence: 1 of 4 live",
        browser()
            .evaluate(
                "[...document.querySelectorAll('.attention figcaption')].map(c => c.innerText)"));
    String words = "[data-level=words] ";
    assertEquals(
        "Euclidean of dimension 2; the darkest is 1.00; the first 32 are drawn",
        browser().evaluate("document.querySelector('" + words + ".note').innerText"));
    assertEquals(
        "Euclidean of dimension 2, curvature 0.123; the darkest is 0.33",
        browser().evaluate("document.querySelector('[data-level=sentence] .note').innerText"));
    assertEquals(32 * 3, Attention.count(browser(), words + "rect.cell"));
    // Of 39 live ones 14 look at the first of three tokens, and 12 and 13 at the others.
    assertEquals(
        "concepts,sum,a,</script>,dog,14.0,12.0,13.0,0,32",
        browser()
            .evaluate(
                "[...document.querySelectorAll('.attention "
                    + words
                    + "text')].map(t => t.textContent)"));
    // Slot 0 looks at the first token alone: its column's cells are dark, white, white.
    assertEquals(
        "rgb(8, 48, 107),#fff,#fff",
        browser()
            .evaluate(
                "[...document.querySelectorAll('.attention "
                    + words
                    + "rect.cell')].slice(0, 3).map(r => r.getAttribute('fill'))"));
    browser().mouse("mouseMoved", browser().middle(words + "rect.cell"));
    assertEquals(
        "concept 0 looks at “a” by 1.000",
        browser().evaluate("document.querySelector('" + words + ".told').innerText"));
    browser().mouse("mouseMoved", browser().middle("[data-level=sentence] rect.sum"));
    assertEquals(
        "all concepts look at “a” by 0.333",
        browser().evaluate("document.querySelector('[data-level=sentence] .told').innerText"));
  }

  @Test
  void attentionToLongTextsIsCutAndFits() throws Exception {
    Attention.choose(browser(), 1, 1);
    assertEquals(2 * 48, Attention.count(browser(), "text.token"));
    assertTrue(
        browser()
            .evaluate("document.querySelector('[data-level=words] .note').innerText")
            .endsWith("; the first 48 of 60 tokens are drawn"));
    PageLayout.fits(browser(), 1280, false);
    PageLayout.fits(browser(), 390, false);
    PageLayout.fits(browser(), 720, true);
    Attention.choose(browser(), 0, 0);
    PageLayout.fits(browser(), 390, false);
  }

  private String told(String figure) throws Exception {
    return browser().evaluate("document.querySelector('" + figure + " .told').textContent");
  }

  private String count(String selector) throws Exception {
    return browser().evaluate("document.querySelectorAll('" + selector + "').length");
  }
}
