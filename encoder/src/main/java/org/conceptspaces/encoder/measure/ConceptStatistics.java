package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import org.conceptspaces.analysis.metric.Spectrum;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/**
 * Gathers, batch by batch, how many concepts texts have, and what those of the summary level look
 * like as tangents at the origin: their effective rank around their mean, and how many lie at the
 * edge.
 */
public final class ConceptStatistics implements PointBank.Observer {

  /**
   * A point is at the edge when it is farther out than this share of what is useful in its
   * direction.
   */
  private static final double EDGE = 0.95;

  private static final double ROUNDING = 1e-12;

  private double[] sum = new double[0];
  private double[] gram = new double[0];
  private double count;
  private double atEdge;
  private long live;
  private long texts;

  /** Starts with nothing gathered. */
  public ConceptStatistics() {}

  @Override
  public void encoded(ConceptSet concepts) {
    for (Level level : concepts.levels()) {
      live += level.mask().gt(level.mask().zerosLike()).countNonzero().getLong();
    }
    Level summary = concepts.summary();
    texts += summary.mask().getShape().get(0);
    Geometry geometry = summary.bound();
    NDArray weights = Casts.to(summary.mask(), DataType.FLOAT64).expandDims(-1);
    NDArray some = Casts.detached(weights.gt(weights.zerosLike()), DataType.FLOAT64);
    NDArray all = Casts.to(geometry.logOrigin(summary.points()), DataType.FLOAT64).mul(some);
    NDArray rows = all.reshape(-1, all.getShape().get(2));
    sum = add(sum, rows.sum(new int[] {0}).toDoubleArray());
    gram = add(gram, rows.transpose().matMul(rows).flatten().toDoubleArray());
    count += some.sum().getDouble();
    if (Double.isFinite(geometry.radius())) {
      NDArray further = rows.mul(Constants.of(rows, 1 / EDGE));
      NDArray kept = Functions.norm(geometry.shorten(further)).div(Functions.norm(further));
      atEdge += kept.lt(1 - ROUNDING).countNonzero().getLong();
    }
  }

  /**
   * How many concepts a text has, of all levels together.
   *
   * @return the mean number of live concepts
   */
  public double meanConcepts() {
    return (double) live / texts;
  }

  private static double[] add(double[] total, double[] part) {
    double[] result = part.clone();
    for (int i = 0; i < total.length; i++) {
      result[i] += total[i];
    }
    return result;
  }

  /**
   * The effective rank of all live concepts around their mean.
   *
   * @return from 0, where all coincide, to the dimension
   */
  public double effectiveRank() {
    int d = sum.length;
    double[][] centred = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        centred[i][j] = gram[i * d + j] - sum[i] * sum[j] / count;
      }
    }
    boolean finite =
        Arrays.stream(centred).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    return finite ? Spectrum.ofGram(centred, d).effectiveRank() : Double.NaN;
  }

  /**
   * The share of live concepts farther out than 95% of the geometry's useful radius.
   *
   * @return 0 to 1; 0 in a geometry without edge
   */
  public double edgeShare() {
    return atEdge / count;
  }
}
