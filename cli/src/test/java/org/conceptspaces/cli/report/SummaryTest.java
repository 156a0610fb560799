package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.conceptspaces.encoder.experiment.Metrics;
import org.junit.jupiter.api.Test;

/**
 * What is concluded from values over seeds. Intervals are checked by hand: with n values of
 * standard deviation s, half an interval is t·s/√n, t = 4.303 for n = 3 and 12.706 for n = 2.
 */
class SummaryTest {

  private static List<String> verdicts(Studies studies) {
    return studies.study().summary().verdicts().stream()
        .map(Verdict::text)
        .filter(text -> text.startsWith("Placing"))
        .toList();
  }

  @Test
  void winsWhereTheIntervalOfTheDifferenceExcludesZero() {
    // Differences .10, .11, .12: mean .11, s = .01, half = 4.303 · .01 / √3 = .0248. The values
    // themselves spread far wider, since a seed's split is easy or hard for both.
    Studies studies = new Studies().space("flat", 0.2, 0.4, 0.6).space("ball", 0.3, 0.51, 0.72);
    assertEquals(
        List.of(
            "Placing unseen texts (parent_mrr): ball wins, 0.110 ± 0.025 (95%, 3 seeds) ahead of"
                + " flat."),
        verdicts(studies));
    Summary summary = studies.study().summary();
    assertTrue(summary.wins("ball", Metrics.PARENT_MRR));
    assertFalse(summary.wins("flat", Metrics.PARENT_MRR));
    assertFalse(summary.wins("ball", Metrics.MLM_LOSS));
  }

  @Test
  void namesNoWinnerWhereTheIntervalHoldsZero() {
    // Differences .10 and −.02: mean .04, s = .0849, half = 12.706 · .0849 / √2 = .762.
    assertEquals(
        List.of(
            "Placing unseen texts (parent_mrr): no winner; ball leads flat by 0.040 ± 0.762 (95%,"
                + " 2 seeds), which may be chance."),
        verdicts(new Studies().space("flat", 0.2, 0.4).space("ball", 0.3, 0.38)));
  }

  @Test
  void namesNoWinnerWhereOneRivalIsNotClearlyBehind() {
    // Differences to the noisy one .40, −.39, .32: mean .11, s = .4349, half = 1.080.
    Studies studies =
        new Studies()
            .space("ball", 0.50, 0.51, 0.52)
            .space("second", 0.48, 0.49, 0.50)
            .space("noisy", 0.10, 0.90, 0.20);
    assertEquals(
        List.of(
            "Placing unseen texts (parent_mrr): no winner; ball leads noisy by 0.110 ± 1.080 (95%,"
                + " 3 seeds), which may be chance."),
        verdicts(studies));
  }

  @Test
  void aSingleSeedProvesNothing() {
    assertEquals(
        List.of(
            "Placing unseen texts (parent_mrr): no winner; ball leads flat by 0.300 in a single"
                + " seed, which proves nothing; give more seeds."),
        verdicts(new Studies().space("flat", 0.2).space("ball", 0.5)));
  }

  @Test
  void equalsAreEqual() {
    assertEquals(
        List.of("Placing unseen texts (parent_mrr): no winner; flat and ball are equal."),
        verdicts(new Studies().space("flat", 0.2, 0.3).space("ball", 0.2, 0.3)));
  }

  @Test
  void lowerLossIsBetter() {
    Studies studies = new Studies();
    for (int seed = 1; seed <= 3; seed++) {
      studies.run("flat", seed, Map.of(Metrics.MLM_LOSS, 5.0 + 0.01 * seed));
      studies.run("ball", seed, Map.of(Metrics.MLM_LOSS, 4.0));
    }
    assertTrue(studies.study().summary().wins("ball", Metrics.MLM_LOSS));
  }

  @Test
  void whatWasNotMeasuredInEveryRunCannotWinAndIsNamed() {
    Studies studies =
        new Studies()
            .space("flat", 0.2, 0.3)
            .space("ball", 0.2, 0.3)
            .space("broken", 0.9, Double.NaN);
    assertEquals(
        List.of(
            "Placing unseen texts (parent_mrr): no winner; flat and ball are equal; not measured"
                + " in every run: broken."),
        verdicts(studies));
    assertEquals(
        List.of(
            "Placing unseen texts (parent_mrr): no comparison; not measured in every run:"
                + " broken."),
        verdicts(new Studies().space("flat", 0.2).space("broken", Double.NaN)));
  }

  @Test
  void baselinesAreSetAgainstTheBestSpace() {
    assertEquals(
        List.of(
            "Placing unseen texts (parent_mrr): the baseline TF-IDF leads every space, flat by"
                + " 0.110 ± 0.025 (95%, 3 seeds)."),
        verdicts(new Studies().space("flat", 0.2, 0.4, 0.6).baseline("TF-IDF", 0.3, 0.51, 0.72)));
    assertEquals(
        List.of(
            "Placing unseen texts (parent_mrr): flat leads the best baseline, TF-IDF, by 0.040 ±"
                + " 0.762 (95%, 2 seeds), which may be chance."),
        verdicts(
            new Studies()
                .space("flat", 0.3, 0.38)
                .baseline("chance", 0.1, 0.1)
                .baseline("TF-IDF", 0.2, 0.4)));
  }

  @Test
  void whereTextsArePlacedByAllChannelsThatIsWhatStandsAgainstTheBaseline() {
    Studies studies = new Studies().baseline("TF-IDF", 0.5, 0.52, 0.54);
    for (int seed = 1; seed <= 3; seed++) {
      double of = 0.01 * seed;
      studies.run("flat", seed, Map.of(Metrics.PARENT_MRR, 0.2, "place_mrr", 0.7 + of));
    }
    // Differences of .21, .20, .19: half = 4.303 · .01 / √3. That of the vote is told beside.
    assertEquals(
        List.of(
            "Placing unseen texts (place_mrr): flat leads the best baseline, TF-IDF, by 0.200 ±"
                + " 0.025 (95%, 3 seeds).",
            "Placing unseen texts by a vote of concepts alone (parent_mrr): the baseline TF-IDF"
                + " leads every space, flat by 0.320 ± 0.050 (95%, 3 seeds)."),
        verdicts(studies));
    assertEquals(
        "There is one space alone, and nothing to compare it with; flat leads the best baseline,"
            + " TF-IDF, at placing unseen texts by 0.200 ± 0.025 (95%, 3 seeds).",
        conclusion(studies));
  }

  private static String conclusion(Studies studies) {
    return studies.study().summary().conclusion();
  }

  @Test
  void oneSentenceNamesTheWinnerAndTheBaselineAheadOfIt() {
    Studies studies =
        new Studies()
            .space("flat", 0.2, 0.4, 0.6)
            .space("ball", 0.3, 0.51, 0.72)
            .baseline("TF-IDF", 0.8, 0.91, 1.02);
    // Differences of baseline and ball .50, .40, .30: mean .40, s = .10, half = 4.303 · .10 / √3.
    assertEquals(
        "ball wins at placing unseen texts, its parent_mrr 0.110 ± 0.025 (95%, 3 seeds) ahead of"
            + " flat; the baseline TF-IDF leads every space at placing unseen texts, ball by 0.400"
            + " ± 0.248 (95%, 3 seeds).",
        conclusion(studies));
  }

  @Test
  void oneSentenceSaysWhereNoWinnerIsShown() {
    Studies studies = new Studies();
    for (int seed = 1; seed <= 2; seed++) {
      double lead = seed == 1 ? 0.1 : -0.02;
      studies.run("flat", seed, measured(0.5, 0.2, 6 + 0.3 * seed));
      studies.run("ball", seed, measured(0.5 + lead, 0.2 + lead, 6));
    }
    assertEquals(
        "No winner is shown at placing unseen texts, recovering the hierarchy or telling hidden"
            + " tokens.",
        conclusion(studies));
    assertEquals(
        "No winner is shown at placing unseen texts, since a single seed proves nothing.",
        conclusion(new Studies().space("flat", 0.2).space("ball", 0.5)));
  }

  private static Map<String, Double> measured(double mrr, double map, double loss) {
    return Map.of(Metrics.PARENT_MRR, mrr, Metrics.RECONSTRUCTION_MAP, map, Metrics.MLM_LOSS, loss);
  }

  @Test
  void oneSentenceIsThereWhateverWasMeasured() {
    assertEquals(
        "There is one space alone, and nothing to compare it with; the baseline TF-IDF leads every"
            + " space at placing unseen texts, flat by 0.300 (a single seed).",
        conclusion(new Studies().space("flat", 0.2).baseline("TF-IDF", 0.5)));
    assertEquals(
        "Nothing was measured that columns could be compared by.",
        conclusion(new Studies().space("flat", Double.NaN).space("ball", Double.NaN)));
  }

  /** Differences .0006 and .0004: mean .0005, s = .000141, half = 12.706 · .000141 / √2. */
  @Test
  void narrowIntervalsShowTheirDigits() {
    assertEquals(
        List.of(
            "Placing unseen texts (parent_mrr): no winner; ball leads flat by 0.0005 ± 0.0013 (95%,"
                + " 2 seeds), which may be chance."),
        verdicts(new Studies().space("flat", 0.2, 0.4).space("ball", 0.2006, 0.4004)));
  }

  @Test
  void rowsHoldIntervalsOverSeeds() {
    Summary summary =
        new Studies().space("flat", 0.2, 0.4).baseline("TF-IDF", 0.5, 0.5).study().summary();
    assertEquals(2, summary.seeds());
    assertEquals(List.of("flat", "TF-IDF"), summary.rows().stream().map(r -> r.label()).toList());
    Summary.Row flat = summary.rows().get(0);
    assertEquals("0.300 ± 1.271", Measures.show(Metrics.PARENT_MRR, flat));
    assertEquals("1,000", Measures.show(Metrics.PARAMETERS, flat));
    assertEquals("0.500 ± 0.000", Measures.show(Metrics.PARENT_MRR, summary.rows().get(1)));
    assertEquals("–", Measures.show(Metrics.PARAMETERS, flat, summary.rows().get(1)));
  }
}
