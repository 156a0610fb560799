package org.conceptspaces.config;

import java.util.List;

/** A config as it was written, before anyone knows what it should hold. */
sealed interface Tree permits Scalar, Tree.Sequence, Tree.Mapping {

  /**
   * Where a tree begins.
   *
   * @param index orders positions
   * @param line counted from 1, or 0 where there are no lines
   */
  record Position(int index, int line) {}

  /** A list. */
  record Sequence(Position at, List<Tree> items) implements Tree {
    @Override
    public String shown() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /** Keys and values in the order of the file, duplicates included. */
  record Mapping(Position at, List<Entry> entries) implements Tree {
    @Override
    public String shown() {
      return "a mapping";
    }
  }

  /** A key and its value. */
  record Entry(Tree key, Tree value) {}

  /** Where it begins. */
  Position at();

  /** What it is, for messages: {@code the text 'abc'}, {@code a list}. */
  String shown();
}
