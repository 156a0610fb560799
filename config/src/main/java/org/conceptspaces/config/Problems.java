package org.conceptspaces.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers problems and sorts them by their position in the file. */
final class Problems {

  private record Problem(int index, String line) {}

  private final List<Problem> found = new ArrayList<>();

  /** A problem of what is at a path: {@code path: message}. */
  void add(Tree.Position at, String path, String message) {
    found.add(new Problem(at.index(), path + ": " + message));
  }

  /** A value that is of the right kind but not accepted: {@code path = value: message}. */
  void addValue(Scalar value, String path, String message) {
    String written = Names.shortened(value.text());
    found.add(new Problem(value.at().index(), path + " = " + written + ": " + message));
  }

  /** How many there are so far. */
  int count() {
    return found.size();
  }

  /** One line each, in the order of the file; found in one place, in the order found. */
  List<String> sorted() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::index))
        .map(Problem::line)
        .toList();
  }
}
