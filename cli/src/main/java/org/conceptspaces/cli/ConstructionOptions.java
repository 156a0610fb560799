package org.conceptspaces.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;
import org.conceptspaces.poincare.construction.SarkarOptions;
import org.conceptspaces.poincare.construction.SpanningTree;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;

/** The options of constructions, from checked values. */
final class ConstructionOptions {

  /** What {@code tau} is to say "by rule". */
  private static final double BY_RULE = 0;

  /** What {@code root} is to say likewise. */
  private static final String MIDDLE = "middle";

  private static final Option<Double> DISTORTION =
      Option.number(
          "distortion",
          0.1,
          Range.between(1e-6, 1e6),
          "ε: the tree's distances are kept within a factor 1 + ε; half of it takes twice the bits");
  private static final Option<Double> TAU =
      Option.number(
          "tau", BY_RULE, Range.between(0, 999_999), "length of an edge; 0 is by distortion");
  private static final Option<Double> SCALE =
      Option.number(
          "tau", BY_RULE, Range.between(0, 300), "length of an edge; 0 tries some, the best stays");
  private static final Option<String> SPANNING_TREE =
      Option.choice(
          "spanningTree",
          List.of("distances", "neighbours"),
          "what the tree of a graph that is none shall keep");
  private static final Option<String> ROOT =
      Option.text("root", MIDDLE, "the node at the origin; middle is that of the fewest bits");

  /** Those of Sarkar's construction. */
  static final List<Option<?>> SARKAR = List.of(DISTORTION, TAU, SPANNING_TREE, ROOT);

  /** Those of multidimensional scaling. */
  static final List<Option<?>> SCALING = List.of(SCALE);

  private ConstructionOptions() {}

  static SarkarOptions sarkar(Values values, int dimension, Hierarchy hierarchy) {
    String root = values.get(ROOT);
    boolean middle = root.equals(MIDDLE);
    if (!middle && !hierarchy.contains(root)) {
      throw new UserException(
          "--option root: there is no node "
              + DataException.quote(root)
              + NodeNames.hint(root, hierarchy.ids()));
    }
    return new SarkarOptions(
        dimension,
        values.get(DISTORTION),
        tau(values.get(TAU)),
        SpanningTree.valueOf(values.get(SPANNING_TREE).toUpperCase(Locale.ROOT)),
        middle ? OptionalInt.empty() : OptionalInt.of(hierarchy.index(root)));
  }

  static OptionalDouble scale(Values values) {
    return tau(values.get(SCALE));
  }

  private static OptionalDouble tau(double value) {
    return value == BY_RULE ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
