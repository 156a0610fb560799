package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.conceptspaces.encoder.gate.Judgement;
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
    assertTrue(lines.get(10).startsWith("* clearly the best column: 95%"), lines.get(10));
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
  void gatesAreMarkedAndFailuresTold() {
    String gate = "effective_rank > 0.8 * concepts";
    Study study =
        new Studies()
            .space("flat 2×2", 0.2, 0.4)
            .space("flat 2×2 · apart", 0.2, 0.4)
            .space("ball 2×2", 0.3, 0.5)
            .baseline("chance", 0.1, 0.1)
            .gate(gate, "flat 2×2", new Judgement(12.79999, 12.8, false, ""), 2)
            .gate(gate, "flat 2×2 · apart", new Judgement(13, 12.8, true, ""), 2)
            .gate(gate, "ball 2×2", Judgement.without("effective_rank was not measured"), 2)
            .study();
    List<String> lines = TextReport.lines(study);
    assertEquals(
        "gates[0]         FAIL 0/2       pass 2/2       FAIL 0/2                –", lines.get(9));
    assertEquals(
        List.of(
            "Gates: 1 of 3 columns pass all: flat 2×2 · apart.",
            "  gates[0]: effective_rank > 0.8 * concepts",
            "    fails in flat 2×2: 12.79999 > 12.80000 does not hold",
            "    fails in ball 2×2: effective_rank was not measured"),
        lines.subList(lines.size() - 4, lines.size()));
  }

  @Test
  void wideTablesAreSplitWithTheNamesBesideEachPart() {
    TextTable table = new TextTable();
    table.add("", List.of("row", "other"));
    for (int i = 1; i <= 5; i++) {
      table.add("c" + i, List.of("12345", "" + i));
    }
    assertEquals(
        List.of(
            "          c1     c2",
            "row    12345  12345",
            "other      1      2",
            "",
            "          c3     c4",
            "row    12345  12345",
            "other      3      4",
            "",
            "          c5",
            "row    12345",
            "other      5"),
        table.lines(20));
    assertEquals(3, table.lines(1000).size());
    assertEquals(19, table.lines(1).size()); // what is too wide alone is not lost
  }

  @Test
  void longHeadingsAreBrokenBetweenWords() {
    TextTable table = new TextTable();
    table.add("", List.of("a", "bb"));
    table.add("one two three four", List.of("1", "1234567"));
    table.add("one · two", List.of("1", "2"));
    assertEquals(
        List.of(
            "    one two",
            "      three    one",
            "       four  · two",
            "a         1      1",
            "bb  1234567      2"),
        table.lines(1000));
  }
}
