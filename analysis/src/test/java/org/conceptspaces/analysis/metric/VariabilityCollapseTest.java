package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariabilityCollapseTest {

  /** Labelled vectors. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Labelled(Rows vectors, int[] labels, int classes) {

    VariabilityCollapse collapse(int threads) {
      ClassMeans means = new ClassMeans(classes, vectors.width());
      for (int i = 0; i < labels.length; i++) {
        means.add(labels[i], vectors.values(), i * vectors.width());
      }
      VariabilityCollapse collapse = new VariabilityCollapse(means, new Workers(threads));
      collapse.add(labels, vectors.values(), vectors.count());
      return collapse;
    }

    double value() {
      return collapse(1).value();
    }

    Labelled times(RealMatrix map) {
      RealMatrix x = matrix(vectors).multiply(map);
      return new Labelled(Rows.of(x.getData()), labels, classes);
    }
  }

  private static RealMatrix matrix(Rows rows) {
    double[][] matrix = new double[rows.count()][rows.width()];
    for (int i = 0; i < rows.values().length; i++) {
      matrix[i / rows.width()][i % rows.width()] = rows.values()[i];
    }
    return new Array2DRowRealMatrix(matrix, false);
  }

  /** Around each mean, a step to both sides along every axis: its covariance is t²/D times I. */
  private static Labelled isotropic(double[][] means, double step) {
    int width = means[0].length;
    double[][] vectors = new double[means.length * 2 * width][];
    int[] labels = new int[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      labels[i] = i / (2 * width);
      vectors[i] = means[labels[i]].clone();
      vectors[i][i / 2 % width] += i % 2 == 0 ? step : -step;
    }
    return new Labelled(Rows.of(vectors), labels, means.length);
  }

  private static double[][] axes(int classes, int width, double length) {
    double[][] means = new double[classes][width];
    for (int i = 0; i < classes; i++) {
      means[i][i] = length;
    }
    return means;
  }

  /** Random classes of unequal sizes. */
  private static Labelled random(int classes, int width, long seed) {
    Random random = new Random(seed);
    Rows means = Rows.gaussian(classes, width, random);
    Rows vectors = Rows.gaussian(40 * classes, width, random);
    int[] labels = new int[vectors.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Math.min(i % classes, random.nextInt(classes));
      for (int k = 0; k < width; k++) {
        vectors.values()[i * width + k] += 3 * means.get(labels[i], k);
      }
    }
    return new Labelled(vectors, labels, classes);
  }

  /** tr(Σ_W Σ_B⁺) as it is written. */
  private static double written(Labelled given) {
    int width = given.vectors().width();
    RealMatrix all = matrix(given.vectors());
    double[][] sums = new double[given.classes() + 1][width];
    double[] counts = new double[given.classes() + 1];
    for (int i = 0; i < given.labels().length; i++) {
      for (int label : new int[] {given.labels()[i], given.classes()}) {
        counts[label]++;
        for (int k = 0; k < width; k++) {
          sums[label][k] += all.getEntry(i, k);
        }
      }
    }
    RealMatrix within = new Array2DRowRealMatrix(width, width);
    RealMatrix between = new Array2DRowRealMatrix(width, width);
    for (int i = 0; i < given.labels().length; i++) {
      int label = given.labels()[i];
      double[] own = new double[width];
      double[] others = new double[width];
      for (int k = 0; k < width; k++) {
        own[k] = all.getEntry(i, k) - sums[label][k] / counts[label];
        others[k] =
            sums[label][k] / counts[label] - sums[given.classes()][k] / counts[given.classes()];
      }
      within = within.add(outer(own));
      between = between.add(outer(others));
    }
    SingularValueDecomposition decomposed = new SingularValueDecomposition(between);
    double trace = 0;
    for (int k = 0; k < Math.min(width, given.classes() - 1); k++) {
      RealMatrix v = decomposed.getV().getColumnMatrix(k);
      trace +=
          v.transpose().multiply(within).multiply(v).getEntry(0, 0)
              / decomposed.getSingularValues()[k];
    }
    return trace;
  }

  private static RealMatrix outer(double[] x) {
    RealMatrix column = new Array2DRowRealMatrix(x);
    return column.multiply(column.transpose());
  }

  /** Means a·e_c have C − 1 eigenvalues a²/C between them. */
  @ParameterizedTest
  @CsvSource({"2, 2, 1", "3, 8, 0.5", "10, 10, 1e-6", "5, 64, 20"})
  void ofMeansOnAxes(int classes, int width, double step) {
    double length = 2;
    VariabilityCollapse collapse = isotropic(axes(classes, width, length), step).collapse(1);
    double expected = step * step / width * (classes - 1) * classes / (length * length);
    assertEquals(expected, collapse.value(), 1e-9 * expected);
    assertEquals(classes - 1, collapse.directions());
  }

  /** A simplex is the same but for its centre; its corners are √(C/(C−1)) from e_c − 1/C. */
  @Test
  void ofASimplex() {
    int n = 6;
    double[][] corners = new double[n][n];
    for (int i = 0; i < n * n; i++) {
      corners[i / n][i % n] = Banks.simplex(n).values()[i];
    }
    double eigenvalue = 1.0 / (n - 1);
    double expected = 0.01 / n * (n - 1) / eigenvalue;
    assertEquals(expected, isotropic(corners, 0.1).value(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"2, 7", "4, 4", "9, 3", "5, 30"})
  void ofUnequalClassesAsItIsWritten(int classes, int width) {
    Labelled given = random(classes, width, classes);
    double expected = written(given);
    assertEquals(expected, given.value(), 1e-9 * expected);
  }

  @Test
  void offsetsScalesAndRotationsDoNotChangeIt() {
    Labelled given = random(4, 9, 1);
    double value = given.value();
    Rows far = Banks.offset(given.vectors(), 1e4);
    assertEquals(value, new Labelled(far, given.labels(), 4).value(), 1e-9 * value);
    RealMatrix turn =
        new SingularValueDecomposition(matrix(Banks.gaussian(9, 9, 2))).getU().scalarMultiply(1e-5);
    assertEquals(value, given.times(turn).value(), 1e-9 * value);
  }

  /** Where classes lie in all dimensions, both covariances change alike. */
  @Test
  void noInvertibleMapChangesItOfManyClasses() {
    Labelled given = random(12, 3, 3);
    double value = given.value();
    assertEquals(value, given.times(matrix(Banks.gaussian(3, 3, 4))).value(), 1e-9 * value);
  }

  @Test
  void threadsChangeNoBit() {
    Labelled given = random(6, 20, 5);
    assertEquals(given.value(), given.collapse(3).value());
  }

  @Test
  void labelsThatTellNothingAreMany() {
    Rows bank = Banks.gaussian(2000, 10, 6);
    int[] labels = new int[2000];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 4;
    }
    // means of 500 vectors each are 1/√500 off: 3 directions of about 4/2000 each
    double value = new Labelled(bank, labels, 4).value();
    assertTrue(value > 700 && value < 6000, "" + value);
  }

  @Test
  void classesOfOneVectorOverAndOverHaveCollapsed() {
    double[][] means = axes(3, 4, 1);
    assertEquals(0, isotropic(means, 0).value());
  }

  /** Also where rounding keeps the means from being the same bit for bit. */
  @Test
  void equalMeansHaveNoValue() {
    double[][] means = new double[3][5];
    for (double[] mean : means) {
      java.util.Arrays.fill(mean, 0.1);
    }
    means[1][2] = Math.nextUp(0.1);
    VariabilityCollapse collapse = isotropic(means, 0.3).collapse(1);
    assertEquals(0, collapse.directions());
    assertTrue(Double.isNaN(collapse.value()));
  }

  /** Classes on a line have one direction, however many they are. */
  @Test
  void meansOnALine() {
    double[][] means = new double[5][4];
    double variance = 0;
    for (int i = 0; i < 5; i++) {
      means[i][0] = i;
      means[i][3] = 2 * i;
      variance += 5 * (i - 2) * (i - 2) / 5.0;
    }
    VariabilityCollapse collapse = isotropic(means, 0.5).collapse(1);
    assertEquals(1, collapse.directions());
    assertEquals(0.25 / 4 / variance, collapse.value(), 1e-12);
  }
}
