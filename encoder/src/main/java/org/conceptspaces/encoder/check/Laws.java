package org.conceptspaces.encoder.check;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.encoder.check.Operation.Operand;

/** Laws that every geometry keeps, as two sides that must be equal. */
final class Laws {

  private final Map<String, Sides> sides = new LinkedHashMap<>();

  /** The two sides of a law, and whether one is of the fast form that may lose digits. */
  record Sides(NDArray wanted, NDArray actual, boolean fast) {}

  Laws(Geometry g, Operands operands, NDManager manager) {
    NDArray x = operands.get(Operand.X, manager);
    NDArray y = operands.get(Operand.Y, manager);
    NDArray v = operands.get(Operand.V, manager);
    NDArray frame = operands.get(Operand.FRAME, manager);
    NDArray distance = g.distance(x, y);
    NDArray log = g.log(x, y);
    NDArray there = g.transport(x, y, v);
    add("exp(x, log(x, y)) = y", y, g.exp(x, log));
    add("log(x, exp(x, v)) = v", v, g.log(x, g.exp(x, v)));
    add("logOrigin(expOrigin(v)) = v", frame, g.logOrigin(g.expOrigin(frame)));
    NDArray origin = g.expOrigin(frame.zerosLike());
    add(
        "distance from the origin = ‖v‖",
        Functions.norm(frame),
        g.distance(origin, g.expOrigin(frame)));
    add("distance(y, x) = distance(x, y)", distance, g.distance(y, x));
    add("distance(x, x) = 0", distance.zerosLike(), g.distance(x, x.duplicate()));
    add("inner(log, log) = distance²", distance.square(), g.inner(x, log, log));
    sides.put("distances = distance", new Sides(distance, diagonal(g.distances(x, y)), true));
    add("transport keeps inner", g.inner(x, v, v), g.inner(y, there, there));
    add("transport there and back = v", v, g.transport(y, x, there));
    add("project(x) = x", x, g.project(x));
  }

  private void add(String law, NDArray wanted, NDArray actual) {
    sides.put(law, new Sides(wanted, actual, false));
  }

  private static NDArray diagonal(NDArray square) {
    NDArray one = square.getManager().eye(Math.toIntExact(square.getShape().get(0)));
    return square.mul(one).sum(new int[] {-1});
  }

  /** Each law's two sides, by the law. */
  Map<String, Sides> sides() {
    return sides;
  }
}
