package org.conceptspaces.encoder.regularize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.euclidean.EuclideanGeometry;
import org.conceptspaces.poincare.PoincareBall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every regulariser, in flat space and in the ball. */
class RegularizerTest {

  private static Stream<Regularizer> at(Over over, At at) {
    return Stream.of(
        new Orthogonality(over, at, 0),
        new Orthogonality(over, at, 0.1),
        new Variance(over, at, 1.1),
        new Covariance(over, at),
        new Uniformity(over, at, 2),
        new VonNeumannEntropy(over, at));
  }

  private static Stream<Regularizer> all() {
    Stream<Regularizer> tangents =
        Arrays.stream(Over.values()).flatMap(over -> at(over, At.ORIGIN));
    Stream<Regularizer> trees =
        Arrays.stream(Over.values()).map(over -> new SpanningTree(over, 3, 0.7, false));
    return Stream.of(
            tangents,
            trees,
            Stream.of(
                new SpanningTree(Over.CONCEPTS, 3, 0.5, true), new AttentionEntropy(0.4, 0.7)))
        .flatMap(each -> each);
  }

  private static Stream<Arguments> everywhere() {
    return Stream.of(Bank.FLAT, Bank.BALL)
        .flatMap(geometry -> all().map(each -> Arguments.of(geometry, each)));
  }

  private static Stream<Arguments> everywhereAtMidpoints() {
    return Stream.of(Bank.FLAT, Bank.BALL)
        .flatMap(
            geometry ->
                Arrays.stream(Over.values())
                    .flatMap(over -> at(over, At.MIDPOINT))
                    .map(each -> Arguments.of(geometry, each)));
  }

  private static Stream<Arguments> everyOne() {
    return Stream.concat(everywhere(), everywhereAtMidpoints());
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void isTheFormulaConceptByConcept(Geometry geometry, Regularizer regularizer) {
    for (double[][] mask : List.of(Bank.full(3, 5), Bank.HOLES)) {
      for (int dimension : new int[] {3, 7}) {
        Bank bank = Bank.random(geometry, mask, dimension, 5);
        double wanted = Reference.of(regularizer, bank);
        assertEquals(wanted, bank.read(regularizer).loss(), 2e-6 * Math.max(1, Math.abs(wanted)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyOne")
  void theGradientIsTheDerivative(Geometry geometry, Regularizer regularizer) {
    double[][] mask = {{1, 1, 1, 1}, {1, 0, 0.25, 1}, {0, 0, 1, 0}};
    Bank bank = Bank.random(geometry, mask, 2, 9);
    Bank.Found found = bank.read(regularizer);
    boolean attention = regularizer instanceof AttentionEntropy;
    double[] gradient = attention ? found.attentionGradient() : found.gradient();
    double step = 1e-6;
    Random random = new Random(12);
    for (int trial = 0; trial < 4; trial++) {
      double[] along = new double[gradient.length];
      Arrays.setAll(along, i -> random.nextGaussian());
      double up = moved(bank, attention, along, step).read(regularizer).loss();
      double down = moved(bank, attention, along, -step).read(regularizer).loss();
      double measured = (up - down) / (2 * step);
      double wanted = Reference.dot(along, gradient);
      assertTrue(Math.abs(wanted) > 1e-4, "no gradient");
      assertEquals(measured, wanted, 2e-7 * Math.max(1, Math.abs(measured)));
    }
  }

  /** Moved along a direction; attention where it is not 0, as padding stays unseen. */
  private static Bank moved(Bank bank, boolean attention, double[] along, double by) {
    double[][][] points = bank.copyOfPoints();
    double[][][][] rows =
        Arrays.stream(bank.attention())
            .map(
                text ->
                    Arrays.stream(text)
                        .map(
                            head ->
                                Arrays.stream(head).map(double[]::clone).toArray(double[][]::new))
                        .toArray(double[][][]::new))
            .toArray(double[][][][]::new);
    int at = 0;
    if (attention) {
      for (double[][][] text : rows) {
        for (double[][] head : text) {
          for (double[] row : head) {
            for (int t = 0; t < row.length; t++) {
              row[t] += row[t] > 0 ? by * along[at] : 0;
              at++;
            }
          }
        }
      }
    } else {
      for (double[][] text : points) {
        for (double[] point : text) {
          for (int i = 0; i < point.length; i++) {
            point[i] += by * along[at++];
          }
        }
      }
    }
    return bank.with(points).with(rows);
  }

  @ParameterizedTest
  @MethodSource("everyOne")
  void deadSlotsAreNotSeen(Geometry geometry, Regularizer regularizer) {
    Bank bank = Bank.random(geometry, Bank.HOLES, 3, 4);
    Bank.Found found = bank.read(regularizer);
    double[][][] points = bank.copyOfPoints();
    int at = 0;
    for (int b = 0; b < points.length; b++) {
      for (int c = 0; c < points[b].length; c++) {
        for (int i = 0; i < 3; i++) {
          if (bank.mask()[b][c] == 0) {
            assertEquals(0, found.gradient()[at]);
            points[b][c][i] = -0.3;
          }
          at++;
        }
      }
    }
    Bank.Found other = bank.with(points).read(regularizer);
    assertEquals(found.loss(), other.loss(), 1e-12);
    assertEquals(found.watched(), other.watched(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("everyOne")
  void theOrderOfTextsAndSlotsDoesNotMatter(Geometry geometry, Regularizer regularizer) {
    Bank bank = Bank.random(geometry, Bank.HOLES, 3, 6);
    Bank.Found found = bank.read(regularizer);
    List<Integer> texts = Arrays.asList(0, 1, 2, 3, 4);
    List<Integer> slots = Arrays.asList(0, 1, 2, 3, 4);
    Collections.shuffle(texts, new Random(1));
    Collections.shuffle(slots, new Random(2));
    double[][][] points = new double[5][5][];
    double[][] mask = new double[5][5];
    double[][][][] attention = new double[5][2][5][];
    for (int b = 0; b < 5; b++) {
      for (int c = 0; c < 5; c++) {
        points[b][c] = bank.points()[texts.get(b)][slots.get(c)];
        mask[b][c] = bank.mask()[texts.get(b)][slots.get(c)];
        attention[b][0][c] = bank.attention()[texts.get(b)][0][slots.get(c)];
        attention[b][1][c] = bank.attention()[texts.get(b)][1][slots.get(c)];
      }
    }
    Bank.Found other = new Bank(geometry, points, mask, attention).read(regularizer);
    assertEquals(found.loss(), other.loss(), 1e-9 * Math.max(1, Math.abs(found.loss())));
    assertEquals(found.watched(), other.watched(), 1e-9);
  }

  private static Stream<Arguments> everyOneInBothTypes() {
    return Stream.of(
            Bank.FLAT, new EuclideanGeometry(), Bank.BALL, new PoincareBall(1).in(DataType.FLOAT32))
        .flatMap(
            geometry ->
                everyOne()
                    .map(arguments -> Arguments.of(geometry, arguments.get()[1]))
                    .limit(everyOne().count() / 2));
  }

  /** All equal, all at the origin, all but one dead, all dead; and one text of one concept. */
  @ParameterizedTest
  @MethodSource("everyOneInBothTypes")
  void whatIsDegenerateStaysFinite(Geometry geometry, Regularizer regularizer) {
    double[][] one = {{1, 0, 0}, {0, 0, 0}};
    for (double[][] mask : List.of(Bank.full(2, 3), one, new double[2][3], Bank.full(1, 1))) {
      for (double[] point : new double[][] {{0.3, -0.2}, {0, 0}, {1e-20, 0}, {1e-6, 2e-6}}) {
        double[][][] points = new double[mask.length][mask[0].length][];
        for (double[][] text : points) {
          Arrays.fill(text, point);
        }
        Bank bank = Bank.random(geometry, mask, 2, 3).with(points);
        Bank.Found found = bank.read(regularizer);
        assertTrue(Double.isFinite(found.loss()), () -> "loss " + found.loss());
        assertTrue(Double.isFinite(found.watched()), () -> "watched " + found.watched());
        for (double g : found.gradient()) {
          assertTrue(Double.isFinite(g) && Math.abs(g) < 1e5, "gradient " + g);
        }
        for (double g : found.attentionGradient()) {
          assertTrue(Double.isFinite(g), "gradient " + g);
        }
        if (mask.length == 2 && mask[0][0] == 0) {
          assertEquals(0, found.loss());
          assertArrayEquals(new double[found.gradient().length], found.gradient());
        }
      }
    }
  }

  /** So that training stops with the step and its losses, instead of in some library. */
  @ParameterizedTest
  @MethodSource("everywhere")
  void whatIsNoNumberIsTold(Geometry geometry, Regularizer regularizer) {
    Bank bank = Bank.random(geometry, Bank.full(3, 5), 3, 5);
    double[][][] points = bank.copyOfPoints();
    points[1][2][0] = Double.NaN;
    if (!(regularizer instanceof AttentionEntropy)) {
      assertTrue(Double.isNaN(bank.with(points).read(regularizer).loss()));
    }
  }

  /** All that looks at one token alone, of five: entropy 0, whatever the others of a text. */
  @Test
  void attentionThatHasCollapsedExactlyIsTold() {
    try (NDManager manager = Small.manager()) {
      double[][][][] rows = new double[1][2][3][5];
      for (double[][] head : rows[0]) {
        for (double[] row : head) {
          row[0] = 1;
        }
      }
      Bank bank = Bank.random(Bank.FLAT, Bank.full(1, 3), 2, 1).with(rows);
      NDArray attention = bank.attentionArray(manager);
      Level level = bank.level(manager, bank.array(manager), attention);
      NDArray tokens = manager.create(new float[] {1, 1, 1, 1, 0}, new Shape(1, 5));
      Regularizer.Reading reading = new AttentionEntropy(0.5, 1).read(new LevelView(level, tokens));
      assertEquals(0.5, reading.watched().getDouble(), 1e-12);
      // (0 − 0.5)², and the mean row sees one token of four: (1 − 0)²
      assertEquals(1.25, reading.loss().getDouble(), 1e-12);
    }
  }

  @Test
  void morePairsThanCanBeComparedAreRefused() {
    LevelSpec level = new LevelSpec("concepts", 64, 8, Bank.FLAT);
    List<RegularizerSpec> specs =
        Small.regularizers(
            "[{regularizer: t-regs, over: all}, {regularizer: variance, over: all},"
                + " {regularizer: orthogonality}]");
    specs.forEach(spec -> spec.checkPairs("flat", List.of(level), 90));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> specs.get(0).checkPairs("flat", List.of(level), 1024));
    assertEquals(
        "regularizers[0].over = all: compares 4,294,967,296 pairs of the concepts of 1,024 texts"
            + " in space flat, but at most 33,554,432 can be; lower training.pairs, or compare over"
            + " concepts",
        refused.getMessage());
    // more than any long
    LevelSpec large = new LevelSpec("concepts", 1 << 20, 8, Bank.FLAT);
    refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> specs.get(0).checkPairs("flat", List.of(large), 1 << 20));
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains("compares 1,208,925,819,614,629,174,706,176 pairs"),
        refused.getMessage());
    // covariances want no pairs, and pairs within texts are few
    specs.get(1).checkPairs("flat", List.of(level), 1024);
    specs.get(2).checkPairs("flat", List.of(level), 1024);
  }
}
