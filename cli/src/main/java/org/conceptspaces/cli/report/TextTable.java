package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of text; long headings are broken between words so that they do not widen a table. */
final class TextTable {

  private static final String GAP = "  ";

  /** Between words; a dot stays with what it introduces. */
  private static final String WORDS = "(?<!·) ";

  private final List<List<String>> columns = new ArrayList<>();
  private final List<List<String>> headings = new ArrayList<>();

  /** Adds a column; all want as many cells. */
  void add(String heading, List<String> cells) {
    int width = width(cells);
    for (String word : heading.split(WORDS, -1)) {
      width = Math.max(width, word.length());
    }
    headings.add(broken(heading, width));
    columns.add(cells);
  }

  /**
   * The table, the first column to the left and the others to the right. What is wider than a line
   * is split into tables one below the other, each with the first column.
   *
   * @param widest the most characters of a line
   */
  List<String> lines(int widest) {
    List<String> lines = new ArrayList<>();
    List<Integer> part = new ArrayList<>();
    int width = 0;
    for (int i = 0; i < columns.size(); i++) {
      int own = (i == 0 ? 0 : GAP.length()) + width(i);
      if (width + own > widest && part.size() > 1) {
        lines.addAll(lines(part));
        lines.add("");
        part = new ArrayList<>(List.of(0));
        width = width(0);
      }
      part.add(i);
      width += own;
    }
    lines.addAll(lines(part));
    return lines;
  }

  private List<String> lines(List<Integer> part) {
    int headingLines = part.stream().mapToInt(i -> headings.get(i).size()).max().orElse(0);
    List<List<String>> full = new ArrayList<>();
    for (int i : part) {
      List<String> heading = headings.get(i);
      List<String> column = new ArrayList<>();
      for (int blank = heading.size(); blank < headingLines; blank++) {
        column.add("");
      }
      column.addAll(heading);
      column.addAll(columns.get(i));
      full.add(column);
    }
    List<String> lines = new ArrayList<>();
    int rows = full.isEmpty() ? 0 : full.get(0).size();
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < full.size(); i++) {
        String cell = full.get(i).get(row);
        String padding = " ".repeat(width(full.get(i)) - cell.length());
        line.append(i == 0 ? cell + padding : GAP + padding + cell);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static List<String> broken(String heading, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : heading.split(WORDS, -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private int width(int column) {
    return Math.max(width(columns.get(column)), width(headings.get(column)));
  }

  private static int width(List<String> cells) {
    return cells.stream().mapToInt(String::length).max().orElse(0);
  }
}
