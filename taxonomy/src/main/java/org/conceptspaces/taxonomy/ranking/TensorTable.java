package org.conceptspaces.taxonomy.ranking;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.pairs.PairTable;

/**
 * Points of any geometry to be compared with each other, through its {@link Geometry#distances}. A
 * measure is the distance itself, as exact as that fast form is. A thread that asks for a point
 * gets it and some neighbours measured against all, and keeps these until it asks for another
 * point; so go from point to point in order. What is measured at once is cut in the same places for
 * everyone, so that a matrix product rounds alike whoever asks.
 */
public final class TensorTable implements PairTable, AutoCloseable {

  /** How many distances are computed at once: 8 MiB. */
  private static final int AT_ONCE = 1 << 20;

  private static final int MOST_ROWS = 64;

  /** The distances of neighbouring points to all, row by row. */
  private static final class Block {
    final int first;
    final double[] distances;

    Block(int first, double[] distances) {
      this.first = first;
      this.distances = distances;
    }
  }

  private final Geometry geometry;
  private final NDManager manager;
  private final NDArray points;
  private final double[] coordinates;
  private final int size;
  private final int rows;
  private final Map<Thread, Block> last = new ConcurrentHashMap<>();

  /**
   * A table.
   *
   * @param geometry where the points are; bound, if it learns
   * @param coordinates their coordinates, point by point
   * @param size how many points there are, at least 1
   * @param device where to compute
   * @throws IllegalArgumentException if the coordinates cannot be those of so many points
   */
  public TensorTable(Geometry geometry, double[] coordinates, int size, Device device) {
    if (size < 1 || coordinates.length % size != 0) {
      throw new IllegalArgumentException(
          coordinates.length + " coordinates of " + size + " points");
    }
    this.geometry = geometry;
    this.coordinates = coordinates.clone();
    this.size = size;
    rows = Math.max(1, Math.min(MOST_ROWS, AT_ONCE / size));
    manager = NDManager.newBaseManager(device);
    try (NDManager scratch = manager.newSubManager()) {
      points = array(scratch, 0, size);
      points.attach(manager);
    }
  }

  private NDArray array(NDManager owner, int from, int to) {
    int width = coordinates.length / size;
    double[] some = Arrays.copyOfRange(coordinates, from * width, to * width);
    return Casts.to(owner.create(some, new Shape(to - from, width)), geometry.type());
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean pointByPoint() {
    return true;
  }

  @Override
  public void measure(int point, int from, int to, double[] out) {
    int first = point - point % rows;
    Block block = last.get(Thread.currentThread());
    if (block == null || block.first != first) {
      block = new Block(first, compute(first));
      last.put(Thread.currentThread(), block);
    }
    System.arraycopy(block.distances, (point - first) * size + from, out, 0, to - from);
  }

  private double[] compute(int first) {
    try (NDManager scratch = manager.newSubManager()) {
      NDArray some = array(scratch, first, Math.min(size, first + rows));
      return Casts.to(geometry.distances(some, points), DataType.FLOAT64).toDoubleArray();
    }
  }

  @Override
  public double distance(double measure) {
    return measure;
  }

  @Override
  public void close() {
    last.clear();
    manager.close();
  }
}
