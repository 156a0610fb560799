package org.conceptspaces.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The floor: the matrix products of a step of the flat model, forward and backward, and nothing
 * else. Each product {@code [m, k] · [k, n]} has two of the same size in its backward pass, {@code
 * [m, n] · [n, k]} and {@code [k, m] · [m, n]}.
 */
final class ProductFloor implements Contender {

  private static final int B = RealSize.TEXTS;
  private static final int H = RealSize.HIDDEN;
  private static final int D = RealSize.DIMENSION;
  private static final int HEADS = RealSize.HEADS;
  private static final int C = RealSize.CONCEPTS;
  private static final int M = RealSize.MASKED;
  private static final int T = RealSize.TOKENS - M;
  private static final int F = RealSize.FEED_FORWARD;

  /** {@code count} products {@code [m, k] · [k, n]}. */
  private record Product(int count, int m, int k, int n) {}

  private static List<Product> products() {
    List<Product> all = new ArrayList<>();
    all.add(new Product(1, B * T, RealSize.TOKEN_DIMENSION, H));
    for (int layer = 0; layer < RealSize.LAYERS; layer++) {
      for (int memory : new int[] {T, C}) {
        all.add(new Product(1, B * C, H, H));
        all.add(new Product(1, B * memory, H, 2 * H));
        all.add(new Product(B * HEADS, C, H / HEADS, memory));
        all.add(new Product(B * HEADS, C, memory, H / HEADS));
        all.add(new Product(1, B * C, H, H));
      }
      all.add(new Product(1, B * C, H, 2 * F));
      all.add(new Product(1, B * C, F, H));
    }
    all.add(new Product(1, B * C, H, HEADS * D));
    all.add(new Product(1, B * T, H, HEADS * D));
    all.add(new Product(1, B * T, H, HEADS * D));
    all.add(new Product(1, B * C, H, D));
    all.add(new Product(B * HEADS, C, D, T));
    all.add(new Product(B * HEADS, C, T, D));
    all.add(new Product(1, B * M, RealSize.TOKEN_DIMENSION, H));
    all.add(new Product(1, B * M, H, HEADS * D));
    all.add(new Product(B, HEADS * M, D, C));
    all.add(new Product(B, HEADS * M, C, D));
    all.add(new Product(1, B * M, HEADS * D, H));
    all.add(new Product(1, B * M, H, 2 * H));
    all.add(new Product(1, B * M, H, H));
    all.add(new Product(1, B * M, H, RealSize.TOKEN_DIMENSION));
    all.add(new Product(1, B * M, RealSize.TOKEN_DIMENSION, RealSize.VOCABULARY));
    return all;
  }

  @Override
  public void run(Gate gate) {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<NDList> operands = new ArrayList<>();
      for (Product p : products()) {
        operands.add(
            new NDList(
                normal(manager, p.count, p.m, p.k),
                normal(manager, p.count, p.k, p.n),
                normal(manager, p.count, p.m, p.n)));
      }
      do {
        for (NDList each : operands) {
          try (NDManager scratch = manager.newSubManager()) {
            multiply(scratch, each);
          }
        }
      } while (gate.await());
    }
  }

  private static void multiply(NDManager scratch, NDList operands) {
    NDArray a = operands.get(0);
    NDArray b = operands.get(1);
    NDArray c = operands.get(2);
    NDList results =
        new NDList(a.matMul(b), c.matMul(b.swapAxes(1, 2)), a.swapAxes(1, 2).matMul(c));
    results.attach(scratch);
  }

  private static NDArray normal(NDManager manager, long... shape) {
    return manager.randomNormal(0, 0.01f, new Shape(shape), DataType.FLOAT32);
  }
}
