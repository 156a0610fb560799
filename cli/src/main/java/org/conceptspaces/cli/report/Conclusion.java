package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conceptspaces.cli.report.Verdict.Outcome;

/** The whole comparison in one sentence: who wins at what, or that no winner is shown. */
final class Conclusion {

  private Conclusion() {}

  /**
   * The sentence.
   *
   * @param columns how many spaces, each with each recipe, were compared
   * @param seeds how many seeds there are
   * @param verdicts what can be concluded, question by question
   */
  static String of(int columns, int seeds, List<Verdict> verdicts) {
    List<String> clauses = new ArrayList<>(briefs(verdicts, Outcome.WINS));
    List<String> undecided = briefs(verdicts, Outcome.UNDECIDED);
    if (columns < 2) {
      clauses.add("there is one space alone, and nothing to compare it with");
    } else if (!undecided.isEmpty()) {
      String why = seeds < 2 ? ", since a single seed proves nothing" : "";
      clauses.add("no winner is shown at " + joined(undecided) + why);
    } else if (clauses.isEmpty()) {
      clauses.add("nothing was measured that columns could be compared by");
    }
    clauses.addAll(briefs(verdicts, Outcome.BASELINE_LEADS));
    // That concepts lead word counts is of interest where texts are placed for good.
    briefs(verdicts, Outcome.SPACE_LEADS).stream()
        .filter(brief -> placed(verdicts))
        .forEach(clauses::add);
    String sentence = String.join("; ", clauses) + ".";
    // A label keeps its spelling; words of ours begin with a capital.
    return briefs(verdicts, Outcome.WINS).isEmpty()
        ? sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1)
        : sentence;
  }

  private static List<String> briefs(List<Verdict> verdicts, Outcome outcome) {
    return verdicts.stream()
        .filter(v -> v.outcome() == outcome && v.question().inBrief())
        .map(Verdict::brief)
        .toList();
  }

  private static boolean placed(List<Verdict> verdicts) {
    return verdicts.stream().anyMatch(v -> v.question().metric().equals(PlacementMeasures.MRR));
  }

  private static String joined(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
