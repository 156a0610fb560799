package org.conceptspaces.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a tree of plain maps, lists, texts, numbers and flags, as JSON has them. */
final class MapTree {

  /** Up to here every whole number has a double of its own. */
  private static final double WHOLE_LIMIT = 9007199254740992.0;

  private int count;

  private MapTree() {}

  /**
   * The tree of a plain value.
   *
   * @throws IllegalArgumentException if it holds anything that JSON cannot
   */
  static Tree of(@Nullable Object value) {
    return new MapTree().tree(value);
  }

  private Tree tree(@Nullable Object value) {
    Tree.Position at = new Tree.Position(count++, 0);
    if (value == null) {
      return new Scalar(at, Scalar.Kind.NOTHING, "");
    } else if (value instanceof Map<?, ?> map) {
      List<Tree.Entry> entries = new ArrayList<>();
      map.forEach((k, v) -> entries.add(new Tree.Entry(tree(k), tree(v))));
      return new Tree.Mapping(at, entries);
    } else if (value instanceof List<?> list) {
      List<Tree> items = new ArrayList<>();
      list.forEach(item -> items.add(tree(item)));
      return new Tree.Sequence(at, items);
    } else if (value instanceof String text) {
      return new Scalar(at, Scalar.Kind.TEXT, text);
    } else if (value instanceof Boolean) {
      return new Scalar(at, Scalar.Kind.FLAG, value.toString());
    } else if (value instanceof Integer || value instanceof Long) {
      return new Scalar(at, Scalar.Kind.WHOLE, value.toString());
    } else if (value instanceof Double number) {
      return number(at, number);
    }
    throw new IllegalArgumentException("a config holds no " + value.getClass().getName());
  }

  private static Scalar number(Tree.Position at, double number) {
    // JSON does not tell 16 from 16.0, and some readers of it make every number a double
    if (number == Math.rint(number) && Math.abs(number) < WHOLE_LIMIT) {
      return new Scalar(at, Scalar.Kind.WHOLE, Long.toString((long) number));
    }
    String text = Double.toString(number);
    return new Scalar(
        at,
        Scalar.Kind.REAL,
        Double.isFinite(number) ? text : text.replace("Infinity", ".inf").replace("NaN", ".nan"));
  }
}
