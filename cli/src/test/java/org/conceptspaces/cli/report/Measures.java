package org.conceptspaces.cli.report;

import java.util.List;

/** Cells of tables by the names of their rows. */
final class Measures {

  private Measures() {}

  static String show(String name, Summary.Row row) {
    return show(name, row, row);
  }

  /** A cell of a row, as the measures of another row have it. */
  static String show(String name, Summary.Row measured, Summary.Row row) {
    return Measure.of(List.of(measured)).stream()
        .filter(measure -> measure.name().equals(name))
        .findFirst()
        .orElseThrow()
        .show(row.values().get(name));
  }
}
