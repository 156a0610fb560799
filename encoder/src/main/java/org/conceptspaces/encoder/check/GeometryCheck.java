package org.conceptspaces.encoder.check;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.conceptspaces.api.Geometry;

/**
 * Holds every operation of a geometry on a device, and its gradients, against the CPU, in both
 * floating types; then the device against itself, by laws that any geometry keeps.
 */
final class GeometryCheck {

  /** The tolerances of the test kit's contracts at everyday points. */
  private static final double TOLERANCE32 = 5e-5;

  private static final double TOLERANCE64 = 1e-10;
  private static final double FAST_TOLERANCE32 = 1e-3;
  private static final double FAST_TOLERANCE64 = 1e-6;

  /** What {@link Geometry#workingRadius} promises. */
  private static final double FAR_TOLERANCE = 1e-6;

  private static final int[] DIMENSIONS = {1, 2, 7};
  private static final long SEED = 20260101;

  private final String label;
  private final BoundGeometry cpu;
  private final BoundGeometry device;
  private final boolean exact;

  /**
   * Prepares the checks.
   *
   * @param exact whether results must be equal bit for bit
   */
  GeometryCheck(String label, BoundGeometry cpu, BoundGeometry device, boolean exact) {
    this.exact = exact;
    this.label = label;
    this.cpu = cpu;
    this.device = device;
  }

  private static double tolerance(DataType type, boolean fast) {
    if (fast) {
      return type == DataType.FLOAT32 ? FAST_TOLERANCE32 : FAST_TOLERANCE64;
    }
    return type == DataType.FLOAT32 ? TOLERANCE32 : TOLERANCE64;
  }

  /** Every operation and its gradients, on the device as on the CPU. */
  Finding operations() {
    Deviation deviation = new Deviation();
    for (int dimension : DIMENSIONS) {
      for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
        Operands operands =
            new Operands(cpu.geometry(), cpu.manager(), dimension, type, SEED + dimension);
        for (Operation operation : Operation.ALL) {
          String what = operation.name() + ", " + name(type);
          compare(
              deviation, what, operation, operands, exact ? 0 : tolerance(type, operation.fast()));
        }
        if (type == cpu.geometry().type()) {
          compare(
              deviation,
              Operation.FAR_DISTANCE.name(),
              Operation.FAR_DISTANCE,
              operands,
              exact ? 0 : FAR_TOLERANCE);
        }
      }
    }
    return finding(
        "operations",
        deviation,
        Operation.ALL.size() + " operations and their gradients against the CPU: ");
  }

  private void compare(
      Deviation deviation, String what, Operation operation, Operands operands, double allowed) {
    List<Numbers> wanted = run(operation, cpu, operands);
    List<Numbers> actual = run(operation, device, operands);
    for (int i = 0; i < wanted.size(); i++) {
      String which = i == 0 ? what : "gradient of " + what;
      deviation.rows(which, wanted.get(i), actual.get(i), allowed);
    }
  }

  /** The result, then the gradients towards its operands of its weighted sum. */
  private static List<Numbers> run(Operation operation, BoundGeometry where, Operands operands) {
    try (NDManager scratch = where.manager().newSubManager()) {
      List<NDArray> leaves = new ArrayList<>();
      for (Operation.Operand operand : operation.operands()) {
        NDArray leaf = operands.get(operand, scratch);
        leaf.setRequiresGradient(operation.differentiable());
        leaves.add(leaf);
      }
      List<Numbers> results = new ArrayList<>();
      if (!operation.differentiable()) {
        results.add(Numbers.of(operation.apply().apply(where.geometry(), leaves)));
        return results;
      }
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray result = operation.apply().apply(where.geometry(), leaves);
        results.add(Numbers.of(result));
        collector.backward(result.mul(weights(result)).sum());
      }
      for (NDArray leaf : leaves) {
        NDArray gradient = leaf.getGradient();
        gradient.attach(scratch);
        results.add(Numbers.of(gradient));
      }
      return results;
    }
  }

  private static NDArray weights(NDArray like) {
    double[] numbers = new Random(SEED).doubles(like.getShape().size(), -1, 1).toArray();
    return new Numbers(numbers, like.getShape()).on(like.getManager(), like.getDataType());
  }

  /** What any geometry keeps, on the device alone. */
  Finding laws() {
    Deviation deviation = new Deviation();
    for (int dimension : DIMENSIONS) {
      for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
        Operands operands =
            new Operands(cpu.geometry(), cpu.manager(), dimension, type, SEED - dimension);
        try (NDManager scratch = device.manager().newSubManager()) {
          new Laws(device.geometry(), operands, scratch)
              .sides()
              .forEach(
                  (law, sides) ->
                      deviation.rows(
                          law + ", " + name(type),
                          Numbers.of(sides.wanted()),
                          Numbers.of(sides.actual()),
                          tolerance(type, sides.fast())));
        }
      }
    }
    return finding("laws", deviation, "round trips, metric and transport on the device: ");
  }

  private Finding finding(String check, Deviation deviation, String about) {
    return new Finding(
        check,
        label,
        Finding.verdict(deviation.isAllowed()),
        about + deviation,
        Map.of("deviation", deviation.off()));
  }

  private static String name(DataType type) {
    return type == DataType.FLOAT32 ? "float32" : "float64";
  }
}
