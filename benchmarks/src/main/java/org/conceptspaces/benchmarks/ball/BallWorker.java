package org.conceptspaces.benchmarks.ball;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.conceptspaces.benchmarks.ball.BallOperations.Orders;
import org.conceptspaces.poincare.PoincareBall;

/** The suite's part in {@link BallOperations}: takes orders from standard input. */
public final class BallWorker {

  private final NDManager manager;
  private PoincareBall ball = new PoincareBall(1);
  private NDList operands = new NDList();

  private BallWorker(NDManager manager) {
    this.manager = manager;
  }

  /**
   * Runs until the end of input.
   *
   * @param args none
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (NDManager manager = NDManager.newBaseManager()) {
      BallWorker worker = new BallWorker(manager);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(worker.answer(line.split(" ", -1)));
        System.out.flush();
      }
    }
  }

  private String answer(String... order) throws IOException {
    switch (order[0]) {
      case Orders.OPERANDS ->
          load(DataType.valueOf(order[1]), Integer.parseInt(order[2]), Path.of(order[3]));
      case Orders.RESULTS -> write(Operation.valueOf(order[1]), Path.of(order[2]));
      case Orders.TIMES -> {
        return times(
            Operation.valueOf(order[1]),
            Boolean.parseBoolean(order[2]),
            Integer.parseInt(order[3]));
      }
      default -> throw new IllegalArgumentException("no order " + order[0]);
    }
    return "";
  }

  private void load(DataType type, int rows, Path file) throws IOException {
    operands.close();
    double[] numbers = Operands.read(file);
    int half = numbers.length / 2;
    NDManager in = manager.newSubManager();
    operands = new NDList();
    for (int i = 0; i < 2; i++) {
      NDArray wide =
          in.create(
              Arrays.copyOfRange(numbers, i * half, (i + 1) * half), new Shape(rows, half / rows));
      operands.add(wide.toType(type, true));
      wide.close();
    }
    ball = new PoincareBall(1, type);
  }

  private NDArray apply(Operation operation, NDArray x, NDArray y) {
    return switch (operation) {
      case DISTANCE -> ball.distance(x, y);
      case EXP -> ball.exp(x, y);
      case LOG -> ball.log(x, y);
      case ADD -> ball.moebiusAdd(x, y);
    };
  }

  private String times(Operation operation, boolean backward, int count) {
    StringBuilder answer = new StringBuilder();
    for (int i = 0; i < count; i++) {
      try (NDManager scratch = manager.newSubManager()) {
        long start = System.nanoTime();
        if (backward) {
          gradients(scratch, operation);
        } else {
          apply(operation, in(scratch, 0), in(scratch, 1));
        }
        answer.append((System.nanoTime() - start) / 1e9).append(' ');
      }
    }
    return answer.toString().strip();
  }

  /** The result and both gradients. */
  private NDList gradients(NDManager scratch, Operation operation) {
    NDArray x = in(scratch, 0);
    NDArray y = in(scratch, 1);
    x.setRequiresGradient(true);
    y.setRequiresGradient(true);
    try (GradientCollector collector = scratch.getEngine().newGradientCollector()) {
      NDArray result = apply(operation, x, y);
      collector.backward(result.sum());
      return new NDList(result, x.getGradient(), y.getGradient());
    }
  }

  /** The same storage as a leaf of its own. */
  private NDArray in(NDManager scratch, int operand) {
    NDArray leaf = operands.get(operand).stopGradient();
    leaf.attach(scratch);
    return leaf;
  }

  private void write(Operation operation, Path file) throws IOException {
    try (NDManager scratch = manager.newSubManager()) {
      NDList results = gradients(scratch, operation);
      ByteBuffer bytes =
          ByteBuffer.allocate(8 * (int) results.stream().mapToLong(NDArray::size).sum())
              .order(ByteOrder.LITTLE_ENDIAN);
      for (NDArray result : results) {
        for (double number :
            result.stopGradient().toType(DataType.FLOAT64, false).toDoubleArray()) {
          bytes.putDouble(number);
        }
      }
      Files.write(file, bytes.array());
    }
  }
}
