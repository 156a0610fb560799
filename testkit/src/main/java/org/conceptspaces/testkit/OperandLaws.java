package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.testkit.Operation.Kind;

/** What every operation does with its operands: shapes, types, and leaving them alone. */
public interface OperandLaws extends GeometryFixture {

  /**
   * No operation changes an operand.
   *
   * @param trial the trial
   */
  @Law
  default void operandsAreNotChanged(Trial trial) {
    for (Operation operation : Operation.all()) {
      List<NDArray> operands = operation.operands(trial, 2, 3);
      List<NDArray> copies = operands.stream().map(NDArray::duplicate).toList();
      operation.on(trial.geometry(), operands);
      for (int i = 0; i < copies.size(); i++) {
        Check.same(operation + ", operand " + i, copies.get(i), operands.get(i));
      }
    }
  }

  /**
   * The same operands give the same result, bit for bit.
   *
   * @param trial the trial
   */
  @Law
  default void operationsAreDeterministic(Trial trial) {
    for (Operation operation : Operation.all()) {
      List<NDArray> operands = operation.operands(trial, 2, 3);
      NDArray first = operation.on(trial.geometry(), operands).duplicate();
      Check.same(operation + ", again", first, operation.on(trial.geometry(), operands));
    }
  }

  /**
   * Results have the type of the operands, whatever {@code type()} says; of the first operand where
   * they differ.
   *
   * @param trial the trial
   */
  @Law
  default void resultsKeepTheTypeOfTheFirstOperand(Trial trial) {
    DataType other = trial.type() == DataType.FLOAT32 ? DataType.FLOAT64 : DataType.FLOAT32;
    for (Operation operation : Operation.all()) {
      List<NDArray> operands = operation.operands(trial, 2, 3);
      NDArray result = operation.on(trial.geometry(), operands);
      Check.that(
          operation + ": type",
          result.getDataType() == trial.type(),
          trial.type(),
          result.getDataType());
      List<NDArray> mixed = new ArrayList<>();
      for (NDArray operand : operands) {
        mixed.add(mixed.isEmpty() ? operand : Casts.to(operand, other));
      }
      NDArray ofMixed = operation.on(trial.geometry(), mixed);
      Check.that(
          operation + " of mixed types: type",
          ofMixed.getDataType() == trial.type(),
          trial.type(),
          ofMixed.getDataType());
      double tolerance = tolerance(DataType.FLOAT32);
      Check.rows(operation + " of mixed types", result, ofMixed, 20 * tolerance);
    }
  }

  /**
   * Results have the documented shapes, with none, one and two leading axes.
   *
   * @param trial the trial
   */
  @Law
  default void resultsHaveTheDocumentedShapes(Trial trial) {
    for (Operation operation : Operation.all()) {
      for (long[] leading : new long[][] {{}, {3}, {2, 3}}) {
        NDArray result = operation.on(trial.geometry(), operation.operands(trial, leading));
        long[] last =
            switch (operation.name()) {
              case "distance", "inner" -> new long[] {};
              case "logOrigin" -> new long[] {trial.dimension()};
              case "midpoint" -> new long[] {3, trial.coordinates()};
              case "distances", "affinity" -> new long[] {4, 4};
              default -> new long[] {trial.coordinates()};
            };
        Check.shape(operation.name(), result, Trial.append(leading, last));
      }
    }
  }

  /**
   * Operands broadcast over leading axes: a single point meets many as if it were repeated.
   *
   * @param trial the trial
   */
  @Law
  default void operandsBroadcastOverLeadingAxes(Trial trial) {
    Geometry g = trial.geometry();
    for (Operation operation : Operation.all()) {
      for (int single = 0; single < operation.kinds().size(); single++) {
        if (operation.kinds().get(single) == Kind.TANGENT) {
          continue; // one tangent belongs to one point
        }
        List<NDArray> few = new ArrayList<>();
        List<NDArray> many = new ArrayList<>();
        for (int i = 0; i < operation.kinds().size(); i++) {
          boolean alone = i == single && operation.kinds().size() > 1;
          long[] leading = alone ? new long[] {} : new long[] {2, 3};
          NDArray operand = Operation.operand(trial, operation.kinds().get(i), few, leading);
          few.add(operand);
          Shape shape = operand.getShape();
          many.add(alone ? operand.broadcast(new Shape(2, 3).addAll(shape)).duplicate() : operand);
        }
        Check.rows(
            operation + " with a single operand " + single,
            operation.on(g, many),
            operation.on(g, few),
            trial.tolerance());
      }
    }
  }

  /**
   * Operands whose numbers of coordinates differ are refused, with length 1 too, which the engine
   * would broadcast.
   *
   * @param trial the trial
   */
  @Law
  default void differentNumbersOfCoordinatesAreRefused(Trial trial) {
    for (Operation operation : Operation.all()) {
      List<NDArray> operands = operation.operands(trial, 3);
      for (int i = 1; i < operands.size(); i++) {
        for (int columns : new int[] {1, trial.coordinates() + 1}) {
          Kind kind = operation.kinds().get(i);
          long width = operands.get(i).getShape().getLastDimension();
          if (kind == Kind.FRAME || columns == width) {
            continue;
          }
          List<NDArray> wrong = new ArrayList<>(operands);
          long[] shape = Trial.append(Trial.leading(operands.get(i)), columns);
          wrong.set(i, trial.uniform(0, 0.1, shape));
          boolean refused = false;
          try {
            operation.on(trial.geometry(), wrong);
          } catch (RuntimeException expected) {
            refused = true;
          }
          Check.that(
              operation + " with " + columns + " instead of " + width + " numbers in operand " + i,
              refused,
              "an exception",
              "a result");
        }
      }
    }
  }
}
