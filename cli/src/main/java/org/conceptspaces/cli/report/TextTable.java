package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of text; long headings are broken between words so that they do not widen a table. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> columns = new ArrayList<>();
  private final List<List<String>> headings = new ArrayList<>();

  /** Adds a column; all want as many cells. */
  void add(String heading, List<String> cells) {
    int width = width(cells);
    for (String word : heading.split(" ", -1)) {
      width = Math.max(width, word.length());
    }
    headings.add(broken(heading, width));
    columns.add(cells);
  }

  /** The table, the first column to the left and the others to the right. */
  List<String> lines() {
    int headingLines = headings.stream().mapToInt(List::size).max().orElse(0);
    List<List<String>> full = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
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
    for (String word : heading.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int width(List<String> cells) {
    return cells.stream().mapToInt(String::length).max().orElse(0);
  }
}
