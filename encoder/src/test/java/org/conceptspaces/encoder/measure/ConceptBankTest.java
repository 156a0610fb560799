package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConceptBankTest {

  private static final int[][] TEXTS = Animals.corpus().training();

  private final NDManager manager = Small.manager();

  @AfterEach
  void close() {
    manager.close();
  }

  private ConceptBank bank(ConceptModel model) {
    ConceptBank.Gathering gathered = new ConceptBank.Gathering();
    PointBank.of(manager, model, TEXTS, gathered).close();
    return gathered.bank(manager, model);
  }

  private static List<double[]> ofText(double[][] rows, int text) {
    return Arrays.stream(rows)
        .filter(row -> row[0] == text)
        .map(row -> Arrays.copyOfRange(row, 1, row.length))
        .toList();
  }

  /** {@code 2 asinh(√c ‖x−y‖ / √((1−c‖x‖²)(1−c‖y‖²))) / √c} with the curvature of these models. */
  private static double distance(double[] x, double[] y) {
    double c = 0.8;
    double between = 0;
    double ofX = 0;
    double ofY = 0;
    for (int i = 0; i < x.length; i++) {
      between += (x[i] - y[i]) * (x[i] - y[i]);
      ofX += x[i] * x[i];
      ofY += y[i] * y[i];
    }
    double s = Math.sqrt(c * between / ((1 - c * ofX) * (1 - c * ofY)));
    return 2 * Math.log(s + Math.sqrt(1 + s * s)) / Math.sqrt(c);
  }

  @ParameterizedTest
  @EnumSource(names = {"POINCARE", "DOT"})
  void lateInteractionIsTheMeanOverConceptsOfTheNearestsDistance(Spaces space) {
    ConceptModel model = space.model(manager);
    try (ConceptBank bank = bank(model)) {
      double[][] rows = bank.rows();
      assertEquals(TEXTS.length * model.space().levels().get(0).count(), rows.length);
      int[] others = {3, 0, 5, 1};
      for (int text : new int[] {0, 4}) {
        double[] found = bank.distances(text, bank, others);
        for (int i = 0; i < others.length; i++) {
          List<double[]> theirs = ofText(rows, others[i]);
          double mean =
              ofText(rows, text).stream()
                  .mapToDouble(
                      own ->
                          theirs.stream().mapToDouble(each -> distance(own, each)).min().orElse(0))
                  .average()
                  .orElse(0);
          assertEquals(mean, found[i], 1e-3, text + " to " + others[i]);
        }
      }
      assertEquals(0, bank.distances(2, bank, new int[] {2})[0], 1e-2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ADAPTIVE", "GATES", "MULTISCALE", "EUCLIDEAN"})
  void whatIsSavedIsTheSameAndHoldsLiveConceptsAlone(Spaces space) {
    ConceptModel model = space.model(manager);
    try (ConceptBank bank = bank(model)) {
      double[][] rows = bank.rows();
      int most = model.space().levels().get(model.space().summaryLevel()).count();
      assertTrue(rows.length <= TEXTS.length * most);
      int[] others = {1, 2, 3};
      try (ConceptBank again =
          ConceptBank.saved(manager, model, TEXTS.length, owner -> owner.create(rows))) {
        double[][] back = again.rows();
        for (int i = 0; i < rows.length; i++) {
          assertArrayEquals(rows[i], back[i]);
        }
        assertArrayEquals(bank.distances(0, bank, others), again.distances(0, bank, others));
      }
    }
  }

  @Test
  void aTextWithoutLiveConceptsIsNearToNothing() {
    ConceptModel model = Spaces.POINCARE.model(manager);
    try (ConceptBank bank = bank(model);
        ConceptBank none =
            ConceptBank.saved(manager, model, 1, o -> o.create(new double[0], new Shape(0, 4)))) {
      assertEquals(0, none.rows().length);
      assertEquals(Double.POSITIVE_INFINITY, none.distances(0, bank, new int[] {1, 2})[1]);
      assertEquals(Double.POSITIVE_INFINITY, bank.distances(0, none, new int[] {0})[0]);
    }
  }
}
