package org.conceptspaces.cli;

import ai.djl.Device;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.taxonomy.measure.Norms;
import org.conceptspaces.taxonomy.ranking.TensorTable;
import org.jspecify.annotations.Nullable;

/** Points of nodes in a geometry, ready to be compared; by tensors where it cannot do without. */
final class NodePoints implements AutoCloseable {

  private final Geometry geometry;
  private final int dimension;
  private final double[] coordinates;
  private final PairTable table;
  private final Norms norms;
  private final double limit;
  private final @Nullable TensorTable tensors;

  /**
   * Takes points.
   *
   * @param geometry where they live, with what it has learned
   * @param dimension its dimension
   * @param coordinates its coordinates, node by node
   * @param device where to compute by tensors
   */
  NodePoints(Geometry geometry, int dimension, double[] coordinates, DeviceChoice device) {
    this.geometry = geometry;
    this.dimension = dimension;
    this.coordinates = coordinates;
    if (geometry instanceof PairGradients pairs) {
      PairKernel kernel = pairs.pairs(dimension);
      double[] points = new double[size() * kernel.width()];
      for (int node = 0; node < size(); node++) {
        kernel.place(coordinates, node * width(), points, node * kernel.width());
      }
      table = kernel.table(points);
      norms = Norms.of(kernel, points);
      limit = kernel.limit();
      tensors = null;
    } else {
      Device place = device.device();
      tensors = new TensorTable(geometry, coordinates, size(), place);
      table = tensors;
      norms = Norms.of(geometry, coordinates, size(), place);
      limit = geometry.workingRadius();
    }
  }

  Geometry geometry() {
    return geometry;
  }

  int dimension() {
    return dimension;
  }

  /** How many coordinates a point has. */
  int width() {
    return geometry.coordinates(dimension);
  }

  /** How many points there are. */
  int size() {
    return coordinates.length / width();
  }

  double[] coordinates() {
    return coordinates;
  }

  PairTable table() {
    return table;
  }

  Norms norms() {
    return norms;
  }

  /** How far out points may be. */
  double limit() {
    return limit;
  }

  @Override
  public void close() {
    if (tensors != null) {
      tensors.close();
    }
  }
}
