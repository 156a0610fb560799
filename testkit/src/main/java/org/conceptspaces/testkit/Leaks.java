package org.conceptspaces.testkit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;

/** Counts arrays by manager. */
final class Leaks {

  private Leaks() {}

  static void check(String what, Trial trial, Operation operation, List<NDArray> operands) {
    operation.on(trial.geometry(), operands); // fills caches
    run(what, trial, operation, operands, false);
    if (operation.differentiable()) {
      run(what + " with gradients", trial, operation, operands, true);
    }
  }

  @SuppressWarnings("try") // an open collector is what makes the engine record
  private static void run(
      String what, Trial trial, Operation operation, List<NDArray> operands, boolean gradients) {
    try (NDManager mine = trial.manager().newSubManager();
        NDManager others = trial.manager().newSubManager()) {
      List<NDArray> placed = new ArrayList<>();
      for (NDArray operand : operands) {
        NDArray copy = operand.duplicate();
        copy.attach(placed.isEmpty() ? mine : others);
        copy.setRequiresGradient(gradients);
        placed.add(copy);
      }
      NDManager top = top(mine);
      int elsewhere = outside(top, mine, others);
      NDArray result;
      if (gradients) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          result = operation.on(trial.geometry(), placed);
        }
      } else {
        result = operation.on(trial.geometry(), placed);
      }
      int leaked = outside(top, mine, others) - elsewhere;
      Check.that(what + ": arrays left outside of the operands' managers", leaked == 0, 0, leaked);
      // An operation may return an operand itself; it stays where it is.
      Check.that(
          what + ": manager of the result",
          result.getManager() == mine,
          "the first operand's",
          "another");
      for (int i = 0; i < placed.size(); i++) {
        NDManager home = i == 0 ? mine : others;
        Check.that(
            what + ": manager of operand " + i,
            placed.get(i).getManager() == home,
            "where it was",
            "another");
      }
    }
  }

  /** The manager that all others hang from. */
  static NDManager top(NDManager manager) {
    NDManager top = manager;
    while (top.getParentManager() != null && top.getParentManager() != top) {
      top = top.getParentManager();
    }
    return top;
  }

  static int outside(NDManager top, NDManager... inside) {
    int count = top.getManagedArrays().size();
    for (NDManager manager : inside) {
      count -= manager.getManagedArrays().size();
    }
    return count;
  }
}
