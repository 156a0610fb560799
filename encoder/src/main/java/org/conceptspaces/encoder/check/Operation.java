package org.conceptspaces.encoder.check;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.BiFunction;
import org.conceptspaces.api.Geometry;

/**
 * An operation of {@link Geometry}.
 *
 * @param name its name
 * @param differentiable whether gradients pass through it
 * @param apply how to call it
 * @param fast whether it may lose digits for close points, as {@link Geometry#distances} may
 * @param operands what it is called with
 */
record Operation(
    String name,
    boolean differentiable,
    BiFunction<Geometry, List<NDArray>, NDArray> apply,
    boolean fast,
    List<Operand> operands) {

  /** What operations are called with; see {@link Operands}. */
  enum Operand {
    /** Points, {@code [n, D]}. */
    X,
    /** Other points, {@code [n, D]}. */
    Y,
    /** Tangents at {@link #X}, {@code [n, D]}. */
    V,
    /** Tangents at the origin, {@code [n, d]}. */
    FRAME,
    /** Any coordinates, {@code [n, D]}. */
    COORDINATES,
    /** Points at the edge of where distances are accurate, {@code [n, D]}. */
    FAR,
    /** Weights, {@code [n, n]}. */
    WEIGHTS
  }

  /** All of them; points in rows also serve as sets of points. */
  static final List<Operation> ALL =
      List.of(
          fixed("project", (g, o) -> g.project(o.get(0)), Operand.COORDINATES),
          smooth("exp", (g, o) -> g.exp(o.get(0), o.get(1)), Operand.X, Operand.V),
          smooth("log", (g, o) -> g.log(o.get(0), o.get(1)), Operand.X, Operand.Y),
          smooth("distance", (g, o) -> g.distance(o.get(0), o.get(1)), Operand.X, Operand.Y),
          smooth("inner", (g, o) -> g.inner(o.get(0), o.get(1), o.get(1)), Operand.X, Operand.V),
          smooth(
              "transport",
              (g, o) -> g.transport(o.get(0), o.get(1), o.get(2)),
              Operand.X,
              Operand.Y,
              Operand.V),
          fixed(
              "riemannianGradient",
              (g, o) -> g.riemannianGradient(o.get(0), o.get(1)),
              Operand.X,
              Operand.COORDINATES),
          smooth("expOrigin", (g, o) -> g.expOrigin(o.get(0)), Operand.FRAME),
          smooth("logOrigin", (g, o) -> g.logOrigin(o.get(0)), Operand.X),
          smooth("translate", (g, o) -> g.translate(o.get(0), o.get(1)), Operand.X, Operand.FRAME),
          smooth("midpoint", (g, o) -> g.midpoint(o.get(0), o.get(1)), Operand.X, Operand.WEIGHTS),
          fast("distances", (g, o) -> g.distances(o.get(0), o.get(1)), Operand.X, Operand.Y),
          fast("affinity", (g, o) -> g.affinity(o.get(0), o.get(1)), Operand.X, Operand.Y));

  /** Held to its accuracy where coordinates are coarsest, in the geometry's own type alone. */
  static final Operation FAR_DISTANCE =
      fixed("distance far out", (g, o) -> g.distance(o.get(0), o.get(1)), Operand.FAR, Operand.X);

  private static Operation smooth(
      String name, BiFunction<Geometry, List<NDArray>, NDArray> apply, Operand... operands) {
    return new Operation(name, true, apply, false, List.of(operands));
  }

  private static Operation fast(
      String name, BiFunction<Geometry, List<NDArray>, NDArray> apply, Operand... operands) {
    return new Operation(name, true, apply, true, List.of(operands));
  }

  private static Operation fixed(
      String name, BiFunction<Geometry, List<NDArray>, NDArray> apply, Operand... operands) {
    return new Operation(name, false, apply, false, List.of(operands));
  }
}
