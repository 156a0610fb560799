package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether a page can be read at a width, on a screen or on paper. */
final class PageLayout {

  /** Texts of figures that lie outside of them, or on each other. */
  private static final String BADLY_PLACED =
      """
      (() => {
        const bad = [];
        for (const svg of document.querySelectorAll('svg')) {
          const frame = svg.getBoundingClientRect();
          const texts = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
          texts.forEach(([text, r], i) => {
            if (r.left < frame.left - 1 || r.right > frame.right + 1 || r.bottom > frame.bottom + 1) bad.push('cut: ' + text);
            for (const [other, o] of texts.slice(i + 1))
              if (r.left < o.right && o.left < r.right && r.top + 3 < o.bottom && o.top + 3 < r.bottom) bad.push(text + ' on ' + other);
          });
        }
        return bad.join('; ');
      })()
      """;

  private PageLayout() {}

  static void fits(Browser browser, int width, boolean printed) throws Exception {
    browser.emulate(width, printed);
    String where = width + (printed ? " on paper" : "");
    int whole = Integer.parseInt(browser.evaluate("document.scrollingElement.scrollWidth"));
    assertTrue(whole <= width, where + ": wide as " + whole);
    assertEquals("", browser.evaluate(BADLY_PLACED), where);
    if (printed) {
      assertEquals(
          "true",
          browser.evaluate(
              "document.querySelector('table').getBoundingClientRect().right <= innerWidth"));
    }
  }
}
