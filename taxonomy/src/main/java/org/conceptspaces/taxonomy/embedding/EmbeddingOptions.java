package org.conceptspaces.taxonomy.embedding;

import java.util.List;
import java.util.Locale;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Values;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;

/**
 * How to train points of nodes, from checked values.
 *
 * @param relation which nodes are related
 * @param symmetric whether a node's related nodes look for it as well
 * @param start where points start
 * @param objective to which end
 * @param schedule how far steps go
 * @param engine which engine trains
 * @param batch how many visits make a step of the tensor engine
 */
public record EmbeddingOptions(
    Relation relation,
    boolean symmetric,
    Start start,
    Objective objective,
    Schedule schedule,
    Engine engine,
    int batch) {

  /** Which nodes are related to a node. */
  public enum Relation {
    /** All its ancestors. */
    CLOSURE,
    /** Its direct parents. */
    EDGES
  }

  /** Which engine trains. */
  public enum Engine {
    /** The pair engine where the geometry can; else the tensor engine. */
    AUTO,
    /** Threads on plain arrays. */
    PAIRS,
    /** Batches of tensors on a device. */
    TENSOR
  }

  /** What {@code sharpness} is to say "choose by dimension and nodes". */
  private static final double BY_DIMENSION = 0;

  private static final double TANGENTS_FIRST = 0.6;
  private static final int SMALL = 10_000;

  private static final Option<Integer> EPOCHS =
      Option.integer("epochs", 150, Range.between(1, 1_000_000), "how often each pair is visited");
  private static final Option<Double> RATE =
      Option.number(
          "rate",
          1.0,
          Range.between(1e-30, 1e30),
          "the steps' rate after burn-in, 2.5 times as much for tangents; falls to 0");
  private static final Option<Double> BURN_IN =
      Option.number(
          "burnIn",
          0.3,
          Range.between(0, 0.99),
          "the share of epochs, or of those of tangents, in which the rate rises");
  private static final Option<Integer> NEGATIVES =
      Option.integer("negatives", 64, Range.between(1, 65536), "negatives drawn for a visit");
  private static final Option<Double> DAMPENING =
      Option.number(
          "dampening",
          0.25,
          Range.between(0, 1),
          "draw negatives in proportion to their pairs to this power; 0 is uniformly");
  private static final Option<Integer> TOGETHER =
      Option.integer(
          "together",
          32,
          Range.between(1, 65536),
          "related nodes of one visit at most, which share its negatives; 1 is Nickel and Kiela's");
  private static final Option<Double> SHARPNESS =
      Option.number(
          "sharpness",
          BY_DIMENSION,
          Range.between(0, 1e6),
          "factor of the energy in the softmax; 0 chooses by dimension and nodes");
  private static final Option<String> ENERGY =
      Option.choice(
          "energy", List.of("distance", "squared-distance"), "what the softmax is made of");
  private static final Option<String> RELATION =
      Option.choice(
          "relation", List.of("closure", "edges"), "train on all ancestors, or direct parents");
  private static final Option<Boolean> SYMMETRIC =
      Option.flag("symmetric", false, "train ancestors towards their descendants as well");
  private static final Option<String> START =
      Option.choice(
          "start", List.of("hierarchy", "random"), "where points start: down the tree, or anyhow");
  private static final Option<String> ENGINE =
      Option.choice(
          "engine",
          List.of("auto", "pairs", "tensor"),
          "threads on arrays, or tensors on a device");
  private static final Option<String> PARAMETRISATION =
      Option.choice(
          "parametrisation",
          List.of("auto", "points", "tangents", "tangents-first"),
          "move points along geodesics, or their tangents at the origin, or tangents and then"
              + " points; auto chooses by dimension and nodes");
  private static final Option<Integer> BATCH =
      Option.integer("batch", 256, Range.between(1, 65536), "visits in a step of tensors");

  /** All options, for checks and help. */
  public static final List<Option<?>> ALL =
      List.of(
          EPOCHS,
          RATE,
          BURN_IN,
          NEGATIVES,
          DAMPENING,
          TOGETHER,
          SHARPNESS,
          ENERGY,
          RELATION,
          SYMMETRIC,
          START,
          ENGINE,
          PARAMETRISATION,
          BATCH);

  /**
   * Reads checked values.
   *
   * @param values the values of {@link #ALL}
   * @param dimension the manifold's dimension, which chooses what is left to be chosen
   * @param nodes how many nodes there are, which chooses as well
   * @param flat whether the geometry is flat, where points are their tangents
   * @return the options
   */
  public static EmbeddingOptions of(Values values, int dimension, int nodes, boolean flat) {
    double sharpness = values.get(SHARPNESS);
    return new EmbeddingOptions(
        choice(Relation.class, values.get(RELATION)),
        values.get(SYMMETRIC),
        choice(Start.class, values.get(START)),
        new Objective(
            choice(Energy.class, values.get(ENERGY)),
            sharpness == BY_DIMENSION ? Objective.sharpness(dimension, nodes) : sharpness,
            values.get(NEGATIVES),
            values.get(DAMPENING),
            values.get(TOGETHER)),
        new Schedule(
            values.get(EPOCHS),
            values.get(RATE),
            values.get(BURN_IN),
            tangents(values.get(PARAMETRISATION), dimension, nodes, flat)),
        choice(Engine.class, values.get(ENGINE)),
        values.get(BATCH));
  }

  /**
   * By what served WordNet and the JDK's classes: in the plane tangents push most points to the
   * edge; from 3 dimensions on they serve small hierarchies, and large ones where room is scarce
   * but not too scarce.
   */
  private static double tangents(String parametrisation, int dimension, int nodes, boolean flat) {
    return switch (parametrisation) {
      case "points" -> 0;
      case "tangents" -> 1;
      case "tangents-first" -> TANGENTS_FIRST;
      default -> {
        boolean scarce = dimension >= 4 && dimension <= 6;
        yield !flat && dimension >= 3 && (nodes < SMALL || scarce) ? TANGENTS_FIRST : 0;
      }
    };
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String word) {
    return Enum.valueOf(type, word.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  /**
   * The pairs to train on.
   *
   * @param hierarchy the hierarchy
   * @return each node with its related nodes
   * @throws DataException if a node is related to all others, so that no negatives are left
   */
  public RelatedPairs pairs(NamedHierarchy hierarchy) {
    RelatedPairs pairs =
        relation == Relation.CLOSURE
            ? hierarchy.ancestors()
            : RelatedPairs.parents(hierarchy.hierarchy());
    RelatedPairs wanted = symmetric ? pairs.symmetric() : pairs;
    Negatives.check(wanted, node -> DataException.quote(hierarchy.hierarchy().id(node)));
    return wanted;
  }
}
