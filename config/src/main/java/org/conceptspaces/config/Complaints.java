package org.conceptspaces.config;

import java.util.List;

/** Messages of several problems at once. */
final class Complaints {

  /** More lines than these help nobody. */
  private static final int SHOWN = 50;

  private Complaints() {}

  /** One line for one problem; else a heading and one indented line each, at most 50 of them. */
  static String message(String source, List<String> problems) {
    String prefix = source.isEmpty() ? "" : source + ": ";
    if (problems.size() == 1) {
      return prefix + problems.get(0);
    }
    StringBuilder message = new StringBuilder(prefix).append(problems.size()).append(" problems");
    problems.stream().limit(SHOWN).forEach(p -> message.append("\n  ").append(p));
    if (problems.size() > SHOWN) {
      message.append("\n  … and ").append(problems.size() - SHOWN).append(" more");
    }
    return message.toString();
  }
}
