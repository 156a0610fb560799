package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conceptspaces.api.Geometry;

/**
 * An operation of {@link Geometry} with the kinds of its operands, so that laws about all
 * operations can be stated once.
 */
record Operation(String name, Apply apply, boolean differentiable, List<Kind> kinds) {

  /** What an operand is. */
  enum Kind {
    /** A point for each row. */
    POINT,
    /** A tangent at the first operand for each row. */
    TANGENT,
    /** A tangent at the origin, in the orthonormal frame, for each row. */
    FRAME,
    /** Any coordinates for each row. */
    COORDINATES,
    /** Several points for each batch entry. */
    SET,
    /** Rows of weights for the points of the first operand. */
    WEIGHTS
  }

  /** How to call it. */
  @FunctionalInterface
  interface Apply {
    NDArray to(Geometry geometry, List<NDArray> operands);
  }

  static final Operation PROJECT =
      fixed("project", (g, o) -> g.project(o.get(0)), Kind.COORDINATES);
  static final Operation EXP =
      smooth("exp", (g, o) -> g.exp(o.get(0), o.get(1)), Kind.POINT, Kind.TANGENT);
  static final Operation LOG =
      smooth("log", (g, o) -> g.log(o.get(0), o.get(1)), Kind.POINT, Kind.POINT);
  static final Operation DISTANCE =
      smooth("distance", (g, o) -> g.distance(o.get(0), o.get(1)), Kind.POINT, Kind.POINT);
  static final Operation INNER =
      smooth(
          "inner",
          (g, o) -> g.inner(o.get(0), o.get(1), o.get(2)),
          Kind.POINT,
          Kind.TANGENT,
          Kind.TANGENT);
  static final Operation TRANSPORT =
      smooth(
          "transport",
          (g, o) -> g.transport(o.get(0), o.get(1), o.get(2)),
          Kind.POINT,
          Kind.POINT,
          Kind.TANGENT);
  static final Operation RIEMANNIAN_GRADIENT =
      fixed(
          "riemannianGradient",
          (g, o) -> g.riemannianGradient(o.get(0), o.get(1)),
          Kind.POINT,
          Kind.COORDINATES);
  static final Operation EXP_ORIGIN =
      smooth("expOrigin", (g, o) -> g.expOrigin(o.get(0)), Kind.FRAME);
  static final Operation LOG_ORIGIN =
      smooth("logOrigin", (g, o) -> g.logOrigin(o.get(0)), Kind.POINT);
  static final Operation TRANSLATE =
      smooth("translate", (g, o) -> g.translate(o.get(0), o.get(1)), Kind.POINT, Kind.FRAME);
  static final Operation MIDPOINT =
      smooth("midpoint", (g, o) -> g.midpoint(o.get(0), o.get(1)), Kind.SET, Kind.WEIGHTS);
  static final Operation DISTANCES =
      smooth("distances", (g, o) -> g.distances(o.get(0), o.get(1)), Kind.SET, Kind.SET);
  static final Operation AFFINITY =
      smooth("affinity", (g, o) -> g.affinity(o.get(0), o.get(1)), Kind.SET, Kind.SET);

  private static final int SET_SIZE = 4;
  private static final int WEIGHT_ROWS = 3;

  static List<Operation> all() {
    return List.of(
        PROJECT,
        EXP,
        LOG,
        DISTANCE,
        INNER,
        TRANSPORT,
        RIEMANNIAN_GRADIENT,
        EXP_ORIGIN,
        LOG_ORIGIN,
        TRANSLATE,
        MIDPOINT,
        DISTANCES,
        AFFINITY);
  }

  static Stream<Operation> allDifferentiable() {
    return all().stream().filter(Operation::differentiable);
  }

  private static Operation smooth(String name, Apply apply, Kind... kinds) {
    return new Operation(name, apply, true, List.of(kinds));
  }

  private static Operation fixed(String name, Apply apply, Kind... kinds) {
    return new Operation(name, apply, false, List.of(kinds));
  }

  NDArray on(Geometry geometry, List<NDArray> operands) {
    return apply.to(geometry, operands);
  }

  /** Random operands at everyday places, with the given leading axes. */
  List<NDArray> operands(Trial trial, long... leading) {
    List<NDArray> operands = new ArrayList<>();
    for (Kind kind : kinds) {
      operands.add(operand(trial, kind, operands, leading));
    }
    return operands;
  }

  static NDArray operand(Trial trial, Kind kind, List<NDArray> before, long... leading) {
    return switch (kind) {
      case POINT -> trial.points(leading);
      case TANGENT -> trial.geometry().log(before.get(0), trial.points(leading));
      case FRAME -> trial.frame(trial.fixture().moderateRadius(), leading);
      case COORDINATES -> trial.normal(Trial.append(leading, trial.coordinates()));
      case SET -> trial.points(Trial.append(leading, SET_SIZE));
      case WEIGHTS -> trial.uniform(0.2, 1, Trial.append(leading, WEIGHT_ROWS, SET_SIZE));
    };
  }

  /** Whether it works on all pairs of two sets of points. */
  boolean pairwise() {
    return kinds.equals(List.of(Kind.SET, Kind.SET));
  }

  @Override
  public String toString() {
    return name;
  }
}
