package org.conceptspaces.testkit;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.Geometry;

/** Laws about memory, devices, garbage collection and binding. */
public interface HygieneLaws extends GeometryFixture {

  /**
   * Results belong to the manager of the first operand, and all else that an operation makes to the
   * managers of its operands, so that closing these frees it; with and without gradients. What is
   * cached at a first call is not counted.
   *
   * @param trial the trial
   */
  @Law
  default void arraysDoNotLeak(Trial trial) {
    for (Operation operation : Operation.all()) {
      Leaks.check(operation.toString(), trial, operation, operation.operands(trial, 2, 3));
    }
  }

  /**
   * Results are on the device of their operands.
   *
   * @param trial the trial
   */
  @Law
  default void resultsStayOnTheDevice(Trial trial) {
    for (Operation operation : Operation.all()) {
      Device device = operation.on(trial.geometry(), operation.operands(trial, 3)).getDevice();
      Check.that(operation + ": device", device.equals(device()), device(), device);
    }
  }

  /**
   * Gradients of every operation are the same whether or not the garbage collector runs between the
   * forward and the backward half. (DJL frees the Java numbers of {@code x.mul(3)} too early; use
   * {@link org.conceptspaces.api.numeric.Constants}.)
   *
   * @param trial the trial
   */
  @Law
  default void gradientsSurviveGarbageCollection(Trial trial) {
    Geometry g = trial.geometry();
    List<Operation> operations = Operation.allDifferentiable().toList();
    List<List<NDArray>> wanted = new ArrayList<>();
    List<List<NDArray>> leaves = new ArrayList<>();
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      List<NDArray> losses = new ArrayList<>();
      for (Operation operation : operations) {
        List<NDArray> operands = operation.operands(trial, 2, 3);
        List<NDArray> before = Gradients.leaves(operands);
        NDArray result = operation.on(g, before);
        NDArray cotangent = trial.normal(result.getShape().getShape());
        collector.backward(Gradients.weighted(result, cotangent));
        wanted.add(Gradients.read(before));
        List<NDArray> after = Gradients.leaves(operands);
        leaves.add(after);
        losses.add(Gradients.weighted(operation.on(g, after), cotangent));
      }
      GarbageCollection.run(trial.manager());
      losses.forEach(collector::backward);
    }
    for (int i = 0; i < operations.size(); i++) {
      List<NDArray> actual = Gradients.read(leaves.get(i));
      for (int j = 0; j < actual.size(); j++) {
        Check.rows(
            "gradient of " + operations.get(i) + " to operand " + j + " after garbage collection",
            wanted.get(i).get(j),
            actual.get(j),
            16 * trial.epsilon());
      }
    }
  }

  /**
   * Binding changes nothing for a geometry that learns nothing, and twice gives the same for every
   * one.
   *
   * @param trial the trial
   */
  @Law
  default void bindingKeepsBehaviour(Trial trial) {
    Geometry unbound = geometry();
    StandalonePass pass = new StandalonePass(trial.manager(), false);
    Geometry first = unbound.bind(pass);
    Geometry second = learns() ? unbound.bind(pass) : unbound;
    for (Operation operation : Operation.all()) {
      List<NDArray> operands = operation.operands(trial, 3);
      Check.same(
          operation + ", bound", operation.on(second, operands), operation.on(first, operands));
    }
    Check.that(
        "type() of the bound geometry",
        first.type() == unbound.type(),
        unbound.type(),
        first.type());
    Check.that(
        "coordinates() of the bound geometry",
        first.coordinates(trial.dimension()) == unbound.coordinates(trial.dimension()),
        unbound.coordinates(trial.dimension()),
        first.coordinates(trial.dimension()));
  }

  /**
   * The names of parameters can be asked for before binding, which changes none and no order.
   *
   * @param trial the trial
   */
  @Law
  default void namesOfParametersAreKnownUnbound(Trial trial) {
    Geometry unbound = geometry();
    List<String> bound =
        List.copyOf(unbound.bind(new StandalonePass(trial.manager(), false)).parameters().keySet());
    List<String> before = List.copyOf(unbound.parameters().keySet());
    Check.that("names of parameters() before binding", before.equals(bound), bound, before);
  }

  /**
   * Numbers that describe the geometry make sense; two alike are equal (unless they learn), and
   * {@code toString} is not Java's own.
   *
   * @param trial the trial
   */
  @Law
  default void describesItself(Trial trial) {
    Geometry a = geometry();
    Check.that(
        "coordinates(d)",
        a.coordinates(trial.dimension()) >= trial.dimension(),
        "at least " + trial.dimension(),
        a.coordinates(trial.dimension()));
    Check.that("radius()", a.radius() > 0, "a number above 0", a.radius());
    Check.that("workingRadius()", a.workingRadius() > 0, "a number above 0", a.workingRadius());
    Check.that("type()", a.type().isFloating(), "FLOAT32 or FLOAT64", a.type());
    Check.that(
        "toString()", !a.toString().contains("@"), "the geometry and its parameters", a.toString());
    if (!learns()) {
      Geometry b = geometry();
      Check.that("equals(another of its kind)", a.equals(b), a, b);
      Check.that("hashCode()", a.hashCode() == b.hashCode(), a.hashCode(), b.hashCode());
    }
  }
}
