package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The table on standard output. */
class TextReportTest {

  @Test
  void tableMarksWinnersAndCarriesBaselines() {
    Study study =
        new Studies()
            .space("flat 2×2", 0.2, 0.4, 0.6)
            .space("ball 2×2", 0.3, 0.51, 0.72)
            .baseline("most frequent parent", 0.1, 0.1, 0.1)
            .study();
    List<String> lines = TextReport.lines(study);
    assertEquals(
        "animals: 12 nodes; mean ± 95% interval over 3 seeds; parameters matched to within 2%;"
            + " config "
            + study.config().hash(),
        lines.get(2));
    assertEquals(study.summary().conclusion(), lines.get(0));
    assertEquals(
        List.of(
            "                                            most frequent",
            "                 flat 2×2         ball 2×2         parent",
            "parameters          1,000          1,000                –",
            "seconds         1.5 ± 0.0      1.5 ± 0.0                –",
            "parent_mrr  0.400 ± 0.497  0.510 ± 0.522 *  0.100 ± 0.000"),
        lines.subList(4, 9));
    assertTrue(lines.get(10).startsWith("* clearly the best space"), lines.get(10));
    assertTrue(lines.get(11).contains("ball 2×2 wins"), lines.get(11));
    assertTrue(lines.get(12).contains("leads the best baseline"), lines.get(12));
  }

  @Test
  void oneSeedHasNoIntervals() {
    Study study = new Studies().space("flat", 0.2).study();
    assertTrue(TextReport.lines(study).get(2).contains("one seed, so no intervals"));
    assertTrue(TextReport.lines(study).stream().noneMatch(line -> line.contains("±")));
  }

  @Test
  void longHeadingsAreBrokenBetweenWords() {
    TextTable table = new TextTable();
    table.add("", List.of("a", "bb"));
    table.add("one two three four", List.of("1", "1234567"));
    assertEquals(
        List.of("    one two", "      three", "       four", "a         1", "bb  1234567"),
        table.lines());
  }
}
