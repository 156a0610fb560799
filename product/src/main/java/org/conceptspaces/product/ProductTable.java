package org.conceptspaces.product;

import java.util.List;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairTable;

/** Points of a product: a table of each part. */
final class ProductTable implements PairTable {

  private final PairTable[] tables;
  private final int size;

  /** Each thread's measures in one part; as many as it has ever wanted. */
  private final ThreadLocal<double[]> measures = ThreadLocal.withInitial(() -> new double[0]);

  ProductTable(ProductPairs pairs, double[] points) {
    size = points.length / pairs.width();
    List<PairKernel> parts = pairs.parts();
    tables = new PairTable[parts.size()];
    int offset = 0;
    for (int i = 0; i < tables.length; i++) {
      int width = parts.get(i).width();
      double[] own = new double[size * width];
      for (int point = 0; point < size; point++) {
        System.arraycopy(points, point * pairs.width() + offset, own, point * width, width);
      }
      tables[i] = parts.get(i).table(own);
      offset += width;
    }
  }

  @Override
  public int size() {
    return size;
  }

  /** The square of the distance. */
  @Override
  public void measure(int point, int from, int to, double[] out) {
    int count = to - from;
    double[] own = scratch(count);
    for (int i = 0; i < count; i++) {
      out[i] = 0;
    }
    for (PairTable table : tables) {
      table.measure(point, from, to, own);
      for (int i = 0; i < count; i++) {
        double distance = table.distance(own[i]);
        out[i] += distance * distance;
      }
    }
  }

  private double[] scratch(int count) {
    double[] own = measures.get();
    if (own.length < count) {
      own = new double[count];
      measures.set(own);
    }
    return own;
  }

  @Override
  public double distance(double measure) {
    return Math.sqrt(measure);
  }
}
