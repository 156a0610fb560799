package org.conceptspaces.taxonomy.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.pairs.PairStar;

/**
 * Where all nodes are, as rows on the device. While tangents are moved, and where the geometry
 * itself learns, a row is a point's tangent at the origin, so that points are carried along when
 * the geometry changes; else it is the point. They start as tangents.
 */
final class Nodes {

  private static final NDIndex EVERYTHING = new NDIndex("...");

  private final boolean learned;
  private NDArray rows;
  private Parametrisation parametrisation = Parametrisation.TANGENTS;

  /**
   * At their start.
   *
   * @param manager owns the rows
   * @param type of the rows
   * @param learned whether the geometry learns
   */
  Nodes(NDManager manager, DataType type, boolean learned, double[][] start) {
    this.learned = learned;
    int dimension = start[0].length;
    double[] flat = new double[Math.multiplyExact(start.length, dimension)];
    for (int node = 0; node < start.length; node++) {
      System.arraycopy(start[node], 0, flat, node * dimension, dimension);
    }
    try (NDManager scratch = manager.newSubManager()) {
      rows = Casts.to(scratch.create(flat, new Shape(start.length, dimension)), type);
      rows.attach(manager);
    }
  }

  /** Whether rows are tangents. */
  private boolean tangents() {
    return learned || parametrisation == Parametrisation.TANGENTS;
  }

  /** What is moved at present. */
  Parametrisation parametrisation() {
    return parametrisation;
  }

  /** Changes what is moved; the points stay where they are. */
  void become(Parametrisation wanted, Geometry geometry) {
    boolean before = tangents();
    parametrisation = wanted;
    if (before == tangents()) {
      return;
    }
    NDManager owner = rows.getManager();
    try (NDManager scratch = owner.newSubManager()) {
      NDArray own = alias(scratch);
      NDArray other = before ? geometry.project(geometry.expOrigin(own)) : geometry.logOrigin(own);
      replace(other, owner);
    }
  }

  private void replace(NDArray other, NDManager owner) {
    other.attach(owner);
    rows.close();
    rows = other;
  }

  /** The rows of some nodes: {@code [U, …]}. */
  NDArray of(NDArray ids) {
    return ids.getNDArrayInternal().embedding(ids, rows, SparseFormat.DENSE).head();
  }

  /** The points of rows, moved by a shift of what is trained; the graph holds the shift. */
  NDArray points(Geometry geometry, NDArray own, NDArray shift) {
    if (parametrisation == Parametrisation.TANGENTS) {
      return geometry.expOrigin(own.add(shift));
    }
    return (tangents() ? geometry.expOrigin(own) : own).add(shift);
  }

  /** A shift of 0, in which the derivatives gather. */
  NDArray shift(NDManager manager, Geometry geometry, NDArray own) {
    long dimension = own.getShape().get(1);
    boolean coordinates = tangents() && parametrisation == Parametrisation.POINTS;
    long width = coordinates ? geometry.coordinates((int) dimension) : dimension;
    NDArray shift = manager.zeros(new Shape(own.getShape().get(0), width), own.getDataType());
    shift.setRequiresGradient(true);
    return shift;
  }

  /**
   * Moves some nodes against their derivatives.
   *
   * @param ids the nodes, each once
   * @param own their rows
   * @param derivatives by the shift, times the rate
   */
  void step(Geometry geometry, NDArray ids, NDArray own, NDArray derivatives) {
    NDArray moved;
    if (parametrisation == Parametrisation.TANGENTS) {
      NDArray step = Functions.shorten(derivatives, PairStar.LONGEST_STEP);
      moved = Functions.shorten(own.sub(step), geometry.workingRadius());
    } else {
      NDArray from = tangents() ? geometry.expOrigin(own) : own;
      NDArray tangent = geometry.riemannianGradient(from, derivatives).neg();
      NDArray to = geometry.project(geometry.exp(from, bounded(geometry, from, tangent)));
      moved = tangents() ? geometry.logOrigin(to) : to;
    }
    rows.set(new NDIndex("{}", ids), moved);
  }

  private static NDArray bounded(Geometry geometry, NDArray from, NDArray tangent) {
    NDArray length = Functions.sqrt(geometry.inner(from, tangent, tangent)).expandDims(-1);
    NDArray longest = length.onesLike().mul(Constants.of(length, PairStar.LONGEST_STEP));
    return tangent.mul(longest.div(length.maximum(longest)));
  }

  /** All points' coordinates, row by row. */
  double[] coordinates(NDManager scratch, Geometry geometry) {
    NDArray own = alias(scratch);
    return HostReads.doubles(tangents() ? geometry.expOrigin(own) : own);
  }

  /** All rows. */
  double[] rows(NDManager scratch) {
    return HostReads.doubles(alias(scratch));
  }

  /** How many numbers all rows have at present. */
  int size() {
    return Math.toIntExact(rows.size());
  }

  /** Overwrites all rows. */
  void restore(NDManager scratch, double[] saved) {
    NDArray wide = scratch.create(saved, rows.getShape());
    alias(scratch).set(EVERYTHING, Casts.to(wide, rows.getDataType()));
  }

  private NDArray alias(NDManager scratch) {
    NDArray alias = rows.stopGradient();
    alias.attach(scratch);
    return alias;
  }
}
