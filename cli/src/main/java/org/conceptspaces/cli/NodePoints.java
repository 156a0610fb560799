package org.conceptspaces.cli;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.taxonomy.embedding.LearnedGeometry;
import org.conceptspaces.taxonomy.measure.Norms;
import org.conceptspaces.taxonomy.ranking.TensorTable;
import org.jspecify.annotations.Nullable;

/** Points of nodes in a geometry, ready to be compared; by tensors where it cannot do without. */
final class NodePoints implements AutoCloseable {

  private final Geometry geometry;
  private final String name;
  private final Map<String, Double> parameters;
  private final int dimension;
  private final double[] coordinates;
  private final DeviceChoice device;
  private final @Nullable PairKernel kernel;
  private final PairTable table;
  private final Norms norms;
  private final double limit;
  private final @Nullable TensorTable tensors;
  private final @Nullable LearnedGeometry learned;

  /**
   * Takes points.
   *
   * @param geometry where they live, with what it has learned
   * @param dimension its dimension
   * @param coordinates its coordinates, node by node
   * @param device where to compute by tensors
   */
  NodePoints(Geometry geometry, int dimension, double[] coordinates, DeviceChoice device) {
    this(geometry, null, dimension, coordinates, device);
  }

  /**
   * Takes points and the geometry that learned beside them, which it closes.
   *
   * @param learned where they live
   * @param dimension its dimension
   * @param coordinates its coordinates, node by node
   * @param device where to compute by tensors, and where the geometry is
   */
  NodePoints(LearnedGeometry learned, int dimension, double[] coordinates, DeviceChoice device) {
    this(learned.geometry(), learned, dimension, coordinates, device);
  }

  private NodePoints(
      Geometry geometry,
      @Nullable LearnedGeometry learned,
      int dimension,
      double[] coordinates,
      DeviceChoice device) {
    this.learned = learned;
    this.geometry = geometry;
    this.name = geometry.toString();
    this.parameters = geometry.parameters();
    this.dimension = dimension;
    this.coordinates = coordinates;
    this.device = device;
    kernel = PairGradients.of(geometry).map(pairs -> pairs.pairs(dimension)).orElse(null);
    if (kernel != null) {
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

  /** The geometry, as it names itself. */
  String name() {
    return name;
  }

  /** The numbers that make the geometry what it is, learned ones included. */
  Map<String, Double> parameters() {
    return parameters;
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

  /** The geometry's sectional curvature; NaN if it has none. */
  double curvature() {
    return geometry.sectionalCurvature();
  }

  /** The points as tangents at the origin, in an orthonormal frame there: [size][dimension]. */
  double[][] tangents() {
    return kernel == null ? tangentsByTensors() : tangents(kernel);
  }

  private double[][] tangents(PairKernel pairs) {
    double[] point = new double[pairs.width()];
    double[][] tangents = new double[size()][dimension];
    for (int node = 0; node < tangents.length; node++) {
      pairs.place(coordinates, node * width(), point, 0);
      pairs.tangent(point, 0, tangents[node]);
    }
    return tangents;
  }

  private double[][] tangentsByTensors() {
    try (NDManager manager = NDManager.newBaseManager(device.device())) {
      NDArray wide = manager.create(coordinates, new Shape(size(), width()));
      NDArray tangents =
          Casts.to(geometry.logOrigin(Casts.to(wide, geometry.type())), DataType.FLOAT64);
      double[] flat = tangents.toDoubleArray();
      int columns = flat.length / size();
      return IntStream.range(0, size())
          .mapToObj(node -> Arrays.copyOfRange(flat, node * columns, (node + 1) * columns))
          .toArray(double[][]::new);
    }
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
    if (learned != null) {
      learned.close();
    }
  }
}
