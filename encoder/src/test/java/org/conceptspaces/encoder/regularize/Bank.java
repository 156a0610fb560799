package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;

/** Concepts of a few texts as plain numbers. */
@SuppressWarnings("ArrayRecordComponent") // made for one test
record Bank(Geometry geometry, double[][][] points, double[][] mask, double[][][][] attention) {

  static final Geometry FLAT = new EuclideanGeometry(DataType.FLOAT64);
  static final Geometry BALL = new PoincareBall(1);

  private static final int HEADS = 2;
  private static final int TOKENS = 5;

  /** Live, dead and half live slots; a text with one live concept and one with none. */
  static final double[][] HOLES = {
    {1, 1, 1, 1, 1}, {1, 0, 1, 0.25, 1}, {0, 1, 0, 0, 0}, {0, 0, 0, 0, 0}, {1, 1, 0.5, 1, 0}
  };

  static Bank random(Geometry geometry, double[][] mask, int dimension, long seed) {
    Random random = new Random(seed);
    int texts = mask.length;
    int slots = mask[0].length;
    double[][][] points = new double[texts][slots][dimension];
    double[][][][] attention = new double[texts][HEADS][slots][TOKENS];
    for (int b = 0; b < texts; b++) {
      for (double[] point : points[b]) {
        for (int i = 0; i < dimension; i++) {
          point[i] = (0.4 + 0.3 * random.nextGaussian()) / Math.sqrt(dimension);
        }
      }
      for (double[][] head : attention[b]) {
        for (double[] row : head) {
          fill(row, 2 + b % 4, random);
        }
      }
    }
    return new Bank(geometry, points, mask, attention);
  }

  /** Looks at the first tokens alone; the others are padding. */
  private static void fill(double[] row, int tokens, Random random) {
    for (int t = 0; t < tokens; t++) {
      row[t] = random.nextDouble();
    }
    double sum = Arrays.stream(row).sum();
    for (int t = 0; t < tokens; t++) {
      row[t] /= sum;
    }
  }

  static double[][] full(int texts, int slots) {
    double[][] mask = new double[texts][slots];
    for (double[] row : mask) {
      Arrays.fill(row, 1);
    }
    return mask;
  }

  /** One text whose concepts are these points. */
  static Bank ofOne(Geometry geometry, double[][] points) {
    Bank shape = random(geometry, full(1, points.length), points[0].length, 1);
    return new Bank(geometry, new double[][][] {points}, shape.mask, shape.attention);
  }

  Bank with(double[][][] others) {
    return new Bank(geometry, others, mask, attention);
  }

  double[][][] copyOfPoints() {
    double[][][] copy = new double[points.length][][];
    for (int b = 0; b < copy.length; b++) {
      copy[b] = Arrays.stream(points[b]).map(double[]::clone).toArray(double[][]::new);
    }
    return copy;
  }

  Bank with(double[][][][] rows) {
    return new Bank(geometry, points, mask, rows);
  }

  NDArray array(NDManager manager) {
    return typed(manager, flat(points), shape());
  }

  NDArray attentionArray(NDManager manager) {
    double[] all =
        Arrays.stream(attention).map(Bank::flat).flatMapToDouble(Arrays::stream).toArray();
    int tokens = attention[0][0][0].length;
    return typed(
        manager, all, new Shape(points.length, attention[0].length, points[0].length, tokens));
  }

  /** Which tokens texts have: those that something is seen of. */
  private NDArray tokens(NDManager manager) {
    int tokens = attention[0][0][0].length;
    double[] live = new double[attention.length * tokens];
    for (int b = 0; b < attention.length; b++) {
      for (double[][] head : attention[b]) {
        for (double[] row : head) {
          for (int t = 0; t < tokens; t++) {
            live[b * tokens + t] = row[t] > 0 ? 1 : live[b * tokens + t];
          }
        }
      }
    }
    return Casts.detached(
        manager.create(live, new Shape(attention.length, tokens)), DataType.FLOAT32);
  }

  private NDArray typed(NDManager manager, double[] numbers, Shape shape) {
    return Casts.detached(manager.create(numbers, shape), geometry.type());
  }

  private Shape shape() {
    return new Shape(points.length, points[0].length, points[0][0].length);
  }

  static double[] flat(double[][][] numbers) {
    return Arrays.stream(numbers).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The level, of given arrays of points and attention. */
  Level level(NDManager manager, NDArray array, NDArray rows) {
    double[] flatMask = Arrays.stream(mask).flatMapToDouble(Arrays::stream).toArray();
    NDArray live =
        Casts.detached(
            manager.create(flatMask, new Shape(mask.length, mask[0].length)), DataType.FLOAT32);
    LevelSpec spec = new LevelSpec("concepts", mask[0].length, points[0][0].length, geometry);
    return new Level(spec, geometry, array, live, rows, array);
  }

  /** What a regulariser finds. */
  @SuppressWarnings("ArrayRecordComponent") // looked at, and thrown away
  record Found(double loss, double watched, double[] gradient, double[] attentionGradient) {}

  Found read(Regularizer regularizer) {
    try (NDManager manager = Small.manager()) {
      NDArray array = array(manager);
      NDArray rows = attentionArray(manager);
      array.setRequiresGradient(true);
      rows.setRequiresGradient(true);
      double[] read = new double[2];
      Small.backward(
          () -> {
            LevelView view = new LevelView(level(manager, array, rows), tokens(manager));
            Regularizer.Reading reading = regularizer.read(view);
            read[0] = Casts.detached(reading.loss(), DataType.FLOAT64).getDouble();
            read[1] = Casts.detached(reading.watched(), DataType.FLOAT64).getDouble();
            // So that both have a gradient, if of 0.
            return reading.loss().add(array.sub(array).sum()).add(rows.sub(rows).sum());
          });
      return new Found(
          read[0], read[1], Small.numbers(array.getGradient()), Small.numbers(rows.getGradient()));
    }
  }
}
