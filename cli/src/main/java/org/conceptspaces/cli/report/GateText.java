package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conceptspaces.encoder.experiment.GateResult;
import org.conceptspaces.encoder.gate.Judgement;

/** How columns stand at gates, in words. */
public final class GateText {

  private static final int DIGITS = 4;

  /** Two doubles that differ do so in 17 digits. */
  private static final int ALL_DIGITS = 17;

  private GateText() {}

  /** What was found at each gate, gate by gate: its results by the labels of columns. */
  static Map<String, Map<String, GateResult>> byGate(List<GateResult> results) {
    Map<String, Map<String, GateResult>> gates = new LinkedHashMap<>();
    for (GateResult result : results) {
      gates
          .computeIfAbsent(result.path(), path -> new LinkedHashMap<>())
          .put(result.column().label(), result);
    }
    return gates;
  }

  /**
   * A cell of a table: {@code pass 3/3}, with the number of seeds that pass where there are any
   * more.
   */
  static String mark(GateResult result) {
    int seeds = result.seeds().size();
    return (result.passed() ? "pass" : "FAIL")
        + (seeds > 1 ? " " + result.seedsPassed() + "/" + seeds : "");
  }

  /** Both sides with their values: {@code 9.542 > 12.80}; or why there are none. */
  static String sides(GateResult result) {
    Judgement mean = result.mean();
    if (!mean.reason().isEmpty()) {
      return mean.reason();
    }
    // As many digits as it takes to tell the sides apart.
    int digits = DIGITS;
    while (digits < ALL_DIGITS
        && mean.left() != mean.right()
        && shown(mean.left(), digits).equals(shown(mean.right(), digits))) {
      digits++;
    }
    return shown(mean.left(), digits)
        + " "
        + result.gate().comparison()
        + " "
        + shown(mean.right(), digits);
  }

  private static String shown(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "g", value);
  }

  /** Which columns pass all gates; nothing without gates. */
  static List<String> conclusion(List<GateResult> results) {
    if (results.isEmpty()) {
      return List.of();
    }
    Set<String> passing = new LinkedHashSet<>();
    results.forEach(result -> passing.add(result.column().label()));
    int columns = passing.size();
    if (results.stream().allMatch(GateResult::passed)) {
      return List.of("Gates: all are passed by all of %d columns.".formatted(columns));
    }
    results.stream()
        .filter(result -> !result.passed())
        .forEach(result -> passing.remove(result.column().label()));
    return List.of(
        passing.isEmpty()
            ? "Gates: none of %d columns passes all.".formatted(columns)
            : "Gates: %d of %d columns pass all: %s."
                .formatted(passing.size(), columns, String.join("; ", passing)));
  }

  /** The gates as they are written, then a line for each that a column fails. */
  static List<String> lines(List<GateResult> results) {
    List<String> lines = new ArrayList<>(conclusion(results));
    byGate(results)
        .forEach(
            (path, ofColumns) -> {
              GateResult first = ofColumns.values().iterator().next();
              lines.add("  " + path + ": " + first.gate());
              ofColumns.values().stream()
                  .filter(result -> !result.passed())
                  .forEach(result -> lines.add("    fails in " + failure(result)));
            });
    return lines;
  }

  private static String failure(GateResult result) {
    String sides = sides(result);
    return result.column().label()
        + ": "
        + (result.mean().reason().isEmpty() ? sides + " does not hold" : sides);
  }

  /**
   * What has a comparison fail that enforces its gates.
   *
   * @param results how columns stand
   * @return one line, empty if nothing has it fail
   */
  public static String fatal(List<GateResult> results) {
    return results.stream()
        .filter(GateResult::isFatal)
        .map(result -> result.path() + " fails in " + failure(result))
        .collect(Collectors.joining("; "));
  }
}
