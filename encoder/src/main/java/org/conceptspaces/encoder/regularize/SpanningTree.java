package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.List;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;

/**
 * T-REGS (Mordacq and others, "T-REGS: Minimum Spanning Tree Regularization for Self-Supervised
 * Learning", 2025) in any geometry: {@code −(1/n)·Σ d(x, y)} over the edges of the minimum spanning
 * tree of {@code n} concepts by geodesic distance, plus {@code sphere·(1/n)·Σ (‖x‖ − radius)²},
 * without which points would fly apart; {@code ‖x‖} is the distance from the origin.
 *
 * <p>The tree is found on the host; gradients flow through the distances of its edges, {@code √(d²
 * + 1e-8)}. Points that coincide exactly have no direction to part in, and so gradient 0.
 */
record SpanningTree(Over over, double sphere, double radius, boolean ball) implements Regularizer {

  private static final double EPSILON = 1e-8;
  private static final Option<String> OVER = Over.CONCEPTS.option();
  private static final Option<Double> SPHERE =
      Option.number(
          "sphere", 10.0, Range.above(0), "weight of keeping to the radius, beside the tree");
  private static final Option<Double> RADIUS =
      Option.number("radius", 1.0, Range.above(0), "distance from the origin to keep to");
  private static final Option<String> WITHIN =
      Option.choice(
          "within",
          List.of("sphere", "ball"),
          "sphere: keep to the radius; ball: keep from going beyond it");

  static final Kind KIND =
      new Kind(
          "t-regs",
          "minus the length of the minimum spanning tree (T-REGS); can be negative",
          0.05,
          true,
          Watch.below("nearest_neighbour_share", 0.25),
          List.of(OVER, SPHERE, RADIUS, WITHIN),
          v ->
              new SpanningTree(
                  Over.of(v.get(OVER)),
                  v.get(SPHERE),
                  v.get(RADIUS),
                  v.get(WITHIN).equals("ball")));

  @Override
  public Over pairs() {
    return over;
  }

  @Override
  public Reading read(LevelView level) {
    NDArray points = level.points(over);
    NDArray weights = level.weights(over);
    NDArray total = weights.sum(new int[] {1});
    int groups = Math.toIntExact(points.getShape().get(0));
    int count = Math.toIntExact(points.getShape().get(1));
    Geometry geometry = level.level().bound();
    NDArray fixed = points.stopGradient();
    Trees trees =
        new Trees(
            HostReads.numbers(geometry.distances(fixed, fixed)),
            HostReads.numbers(weights),
            groups,
            count);
    NDArray lengths = lengths(geometry, points, weights, trees).reshape(groups, -1);
    NDArray off = Functions.norm(level.tangents(over, At.ORIGIN)).sub(radius);
    NDArray away = (ball ? Groups.positive(off) : off).square().mul(weights);
    NDArray sums = Groups.times(away.sum(new int[] {1}), sphere).sub(lengths.sum(new int[] {1}));
    return new Reading(Groups.mean(sums, total), clustering(points, level, trees));
  }

  /** The length of each edge times the weights of its ends, {@code [G·(n−1)]}. */
  private static NDArray lengths(Geometry geometry, NDArray points, NDArray weights, Trees trees) {
    NDManager manager = points.getManager();
    NDArray rows = points.reshape(-1, points.getShape().get(2));
    NDArray each = weights.reshape(-1, 1);
    NDArray from = manager.create(trees.from(), new Shape(trees.from().length));
    NDArray to = manager.create(trees.to(), new Shape(trees.to().length));
    NDArray lengths = geometry.distance(rows(from, rows), rows(to, rows));
    NDArray product = rows(from, each).mul(rows(to, each)).squeeze(-1);
    NDArray isEdge = Casts.detached(from.neq(to), points.getDataType());
    return lengths.square().add(EPSILON).sqrt().mul(product).mul(isEdge);
  }

  /** Rows by index; its backward pass is exact and repeats. */
  private static NDArray rows(NDArray indices, NDArray rows) {
    return indices.getNDArrayInternal().embedding(indices, rows, SparseFormat.DENSE).head();
  }

  /** The mean share of groups of two or more. */
  private NDArray clustering(NDArray points, LevelView level, Trees trees) {
    NDArray shares = points.getManager().create(trees.nearestShares());
    NDArray pairs = level.pairs(over).sum(Groups.PAIRS);
    NDArray judged = Functions.isZero(pairs).neg().add(1);
    NDArray typed = Casts.detached(shares, DataType.FLOAT64);
    return Groups.mean(typed.mul(judged), Casts.detached(judged, DataType.FLOAT64));
  }
}
