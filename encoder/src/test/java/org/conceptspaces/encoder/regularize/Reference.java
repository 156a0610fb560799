package org.conceptspaces.encoder.regularize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** The formulas over plain arrays, concept by concept. */
final class Reference {

  private Reference() {}

  /** A group's tangents and weights. */
  @SuppressWarnings("ArrayRecordComponent") // looked at, and thrown away
  record Group(double[][] tangents, double[] weights) {}

  static double of(Regularizer regularizer, Bank bank) {
    if (regularizer instanceof Orthogonality r) {
      return mean(bank, r.over(), 2, (v, w) -> orthogonality(v, w, r.margin()));
    } else if (regularizer instanceof Variance r) {
      return mean(bank, r.over(), 2, (v, w) -> variance(v, w, r.target()));
    } else if (regularizer instanceof Covariance r) {
      return mean(bank, r.over(), 2, Reference::covariance);
    } else if (regularizer instanceof Uniformity r) {
      return mean(bank, r.over(), 2, (v, w) -> uniformity(v, w, r.sharpness()));
    } else if (regularizer instanceof SpanningTree r) {
      return mean(bank, r.over(), 1, (v, w) -> spanningTree(bank, r, v, w));
    } else if (regularizer instanceof VonNeumannEntropy r) {
      return mean(bank, r.over(), 1, Reference::negativeEntropy);
    } else if (regularizer instanceof AttentionEntropy r) {
      return attention(bank, r);
    }
    throw new AssertionError(regularizer);
  }

  private static double mean(
      Bank bank, Over over, int enough, ToDoubleBiFunction<double[][], double[]> formula) {
    return groups(bank, over).stream()
        .filter(g -> Arrays.stream(g.weights).filter(w -> w > 0).count() >= enough)
        .mapToDouble(g -> formula.applyAsDouble(g.tangents, g.weights))
        .average()
        .orElse(0);
  }

  private static List<Group> groups(Bank bank, Over over) {
    double[][][] points = bank.points();
    int texts = points.length;
    int slots = points[0].length;
    List<Group> groups = new ArrayList<>();
    int count = over == Over.CONCEPTS ? texts : over == Over.TEXTS ? slots : 1;
    for (int g = 0; g < count; g++) {
      List<double[]> rows = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      for (int b = 0; b < texts; b++) {
        for (int c = 0; c < slots; c++) {
          if (over == Over.ALL || g == (over == Over.CONCEPTS ? b : c)) {
            rows.add(tangent(bank, points[b][c]));
            weights.add(bank.mask()[b][c]);
          }
        }
      }
      groups.add(
          new Group(
              rows.toArray(double[][]::new),
              weights.stream().mapToDouble(Double::doubleValue).toArray()));
    }
    return groups;
  }

  /** {@code 2 artanh(‖x‖) x/‖x‖} in the ball of curvature −1. */
  private static double[] tangent(Bank bank, double[] x) {
    double r = Math.sqrt(dot(x, x));
    double factor = bank.geometry() == Bank.FLAT ? 1 : Math.log((1 + r) / (1 - r)) / r;
    return Arrays.stream(x).map(each -> factor * each).toArray();
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double cosine(double[] x, double[] y) {
    return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
  }

  private static double orthogonality(double[][] v, double[] w, double margin) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        if (i != j) {
          double excess = Math.max(0, Math.abs(cosine(v[i], v[j])) - margin);
          sum += w[i] * w[j] * excess * excess;
          total += w[i] * w[j];
        }
      }
    }
    return sum / total;
  }

  private static double uniformity(double[][] v, double[] w, double t) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        if (i != j) {
          sum += w[i] * w[j] * Math.exp(-t * (2 - 2 * cosine(v[i], v[j])));
          total += w[i] * w[j];
        }
      }
    }
    return Math.log(sum / total);
  }

  private static double[][] covariances(double[][] v, double[] w) {
    int d = v[0].length;
    double total = Arrays.stream(w).sum();
    double squares = dot(w, w);
    double[] mean = new double[d];
    for (int n = 0; n < v.length; n++) {
      for (int i = 0; i < d; i++) {
        mean[i] += w[n] * v[n][i] / total;
      }
    }
    double[][] covariances = new double[d][d];
    for (int n = 0; n < v.length; n++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          covariances[i][j] +=
              w[n] * (v[n][i] - mean[i]) * (v[n][j] - mean[j]) / (total - squares / total);
        }
      }
    }
    return covariances;
  }

  private static double variance(double[][] v, double[] w, double target) {
    double[][] covariances = covariances(v, w);
    double sum = 0;
    for (int i = 0; i < covariances.length; i++) {
      sum += Math.max(0, target - Math.sqrt(covariances[i][i] + 1e-4));
    }
    return sum / covariances.length;
  }

  private static double covariance(double[][] v, double[] w) {
    double[][] covariances = covariances(v, w);
    double sum = 0;
    for (int i = 0; i < covariances.length; i++) {
      for (int j = 0; j < covariances.length; j++) {
        sum += i == j ? 0 : covariances[i][j] * covariances[i][j];
      }
    }
    return sum / covariances.length;
  }

  /** Edges from short to long, each taken if it joins two parts (Kruskal). */
  private static double spanningTree(Bank bank, SpanningTree r, double[][] v, double[] w) {
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < i; j++) {
        if (w[i] > 0 && w[j] > 0) {
          edges.add(new int[] {i, j});
        }
      }
    }
    edges.sort((a, b) -> Double.compare(between(bank, v, a), between(bank, v, b)));
    int[] part = new int[v.length];
    Arrays.setAll(part, i -> i);
    double sum = 0;
    for (int[] edge : edges) {
      int old = part[edge[0]];
      int joined = part[edge[1]];
      if (old != joined) {
        Arrays.setAll(part, i -> part[i] == old ? joined : part[i]);
        sum -= w[edge[0]] * w[edge[1]] * between(bank, v, edge);
      }
    }
    for (int i = 0; i < v.length; i++) {
      double off = Math.sqrt(dot(v[i], v[i])) - r.radius();
      double counted = r.ball() ? Math.max(0, off) : off;
      sum += w[i] * r.sphere() * counted * counted;
    }
    return sum / Arrays.stream(w).sum();
  }

  /** By tangents at the origin: the hyperbolic law of cosines, in the ball. */
  private static double between(Bank bank, double[][] v, int[] edge) {
    double[] x = v[edge[0]];
    double[] y = v[edge[1]];
    double a = Math.sqrt(dot(x, x));
    double b = Math.sqrt(dot(y, y));
    if (bank.geometry() == Bank.FLAT) {
      return Math.sqrt(a * a + b * b - 2 * dot(x, y));
    }
    double cosh = Math.cosh(a) * Math.cosh(b) - Math.sinh(a) * Math.sinh(b) * cosine(x, y);
    return Math.log(cosh + Math.sqrt(cosh * cosh - 1));
  }

  /** By the singular values of the weighted directions. */
  private static double negativeEntropy(double[][] v, double[] w) {
    double[][] rows = new double[v.length][];
    double total = Arrays.stream(w).sum();
    for (int n = 0; n < v.length; n++) {
      double scale = Math.sqrt(w[n] / total / dot(v[n], v[n]));
      rows[n] = Arrays.stream(v[n]).map(x -> scale * x).toArray();
    }
    double[] values =
        new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getSingularValues();
    return Arrays.stream(values)
        .map(s -> s * s)
        .filter(x -> x > 1e-12)
        .map(x -> x * Math.log(x))
        .sum();
  }

  private static double attention(Bank bank, AttentionEntropy r) {
    double narrow = 0;
    double wide = 0;
    double rows = 0;
    int texts = 0;
    double perText = 0;
    for (int b = 0; b < bank.points().length; b++) {
      double[] w = bank.mask()[b];
      double total = Arrays.stream(w).sum();
      if (total == 0) {
        continue;
      }
      double[][][] heads = bank.attention()[b];
      double unit = Math.log((double) Arrays.stream(heads[0][0]).filter(p -> p > 0).count());
      narrow = 0;
      rows = 0;
      wide = 0;
      for (double[][] head : heads) {
        double[] mean = new double[head[0].length];
        for (int c = 0; c < head.length; c++) {
          double gap = entropy(head[c]) / unit - r.target();
          narrow += w[c] * gap * gap;
          rows += w[c];
          for (int t = 0; t < mean.length; t++) {
            mean[t] += w[c] * head[c][t] / total;
          }
        }
        double unseen = 1 - entropy(mean) / unit;
        wide += unseen * unseen / heads.length;
      }
      texts++;
      perText += narrow / rows + r.spread() * wide;
    }
    return texts == 0 ? 0 : perText / texts;
  }

  private static double entropy(double[] p) {
    return Arrays.stream(p).filter(x -> x > 0).map(x -> -x * Math.log(x)).sum();
  }
}
