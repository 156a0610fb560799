package org.conceptspaces.testkit.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was measured in one dimension, beside what was claimed of it. */
final class ClaimTable {

  /** Digits of the narrowest interval that are shown, and of the largest value at most. */
  private static final int DIGITS = 2;

  private static final int MOST_DIGITS = 6;
  private static final String SEPARATOR = "  ";

  private record Row(String name, List<Double> values, Interval interval) {
    static Row of(String name, double[] values) {
      return new Row(name, Arrays.stream(values).boxed().toList(), Interval.of(values));
    }
  }

  private final Metric metric;
  private final int dimension;

  ClaimTable(Metric metric, int dimension) {
    this.metric = metric;
    this.dimension = dimension;
  }

  /** For a claim about a space's own values. */
  String of(String space, Claimed claimed) {
    return render(spaces(), Row.of(space, metric.values(space, dimension)), claimed.range());
  }

  /** For a claim about the differences between two spaces' values. */
  String of(String space, String other, double[] differences, Claimed claimed) {
    List<Row> rows = spaces();
    Row difference = Row.of(space + " - " + other, differences);
    rows.add(difference);
    return render(rows, difference, metric.largerIsBetter() ? claimed.range() : claimed.reversed());
  }

  private List<Row> spaces() {
    List<Row> rows = new ArrayList<>();
    for (String space : metric.results().plan().spaces()) {
      double[] values = metric.values(space, dimension);
      if (Arrays.stream(values).anyMatch(value -> !Double.isNaN(value))) {
        rows.add(Row.of(space, values));
      }
    }
    return rows;
  }

  private String render(List<Row> rows, Row judged, String range) {
    int decimals = decimals(rows);
    List<List<String>> cells = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("at " + CellId.dimensions(dimension)));
    metric.results().plan().seeds().forEach(seed -> header.add("seed " + seed));
    header.add("mean, 95% interval");
    cells.add(header);
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.name()));
      row.values().forEach(value -> line.add(number(value, decimals)));
      Interval interval = row.interval();
      line.add(number(interval.mean(), decimals) + " ± " + number(interval.half(), decimals));
      cells.add(line);
    }
    return aligned(cells)
        + "claimed: "
        + judged.name()
        + " is "
        + range
        + "; its interval: "
        + number(judged.interval().low(), decimals)
        + " to "
        + number(judged.interval().high(), decimals)
        + "\n";
  }

  private static String aligned(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    int columns = lines.get(0).size();
    for (List<String> line : lines) {
      for (int column = 0; column < columns; column++) {
        int at = column;
        int width = lines.stream().mapToInt(other -> other.get(at).length()).max().orElseThrow();
        String gap = " ".repeat(width - line.get(column).length());
        text.append(column == 0 ? line.get(column) + gap : SEPARATOR + gap + line.get(column));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String number(double value, int decimals) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static int decimals(List<Row> rows) {
    double largest =
        rows.stream()
            .flatMap(row -> row.values().stream())
            .mapToDouble(Math::abs)
            .filter(value -> value > 0)
            .max()
            .orElse(1);
    double narrowest =
        rows.stream()
            .mapToDouble(row -> row.interval().half())
            .filter(half -> half > 0)
            .min()
            .orElse(largest / 100);
    int wanted = DIGITS - 1 - magnitude(narrowest);
    return Math.max(0, Math.min(wanted, MOST_DIGITS - 1 - magnitude(largest)));
  }

  private static int magnitude(double value) {
    return (int) Math.floor(Math.log10(value));
  }
}
