package org.conceptspaces.analysis;

import static org.conceptspaces.analysis.Analyses.USUAL;
import static org.conceptspaces.analysis.Analyses.metric;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.conceptspaces.analysis.metric.Banks;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.analysis.source.Labels;
import org.conceptspaces.analysis.source.VectorSource;
import org.conceptspaces.api.InputException;
import org.junit.jupiter.api.Test;

class LabelMetricsTest {

  private static Labels labels(int... classes) {
    return new Labels("labels.txt", classes, Arrays.stream(classes).max().orElse(0) + 1);
  }

  private static Labels alternating(int count, int classes) {
    int[] labels = new int[count];
    Arrays.setAll(labels, i -> i % classes);
    return labels(labels);
  }

  private static Analysis analysed(VectorSource source, Labels labels) {
    return Analysis.of(source, new Related(null, null, labels), USUAL);
  }

  /** Two classes 2 apart on the first axis, each with ± 0.5 along both. */
  @Test
  void ofAPlainBank() {
    Rows bank =
        Rows.of(
            new double[][] {
              {1.5, 0}, {0.5, 0}, {1, 0.5}, {1, -0.5}, {-1.5, 0}, {-0.5, 0}, {-1, 0.5}, {-1, -0.5}
            });
    Analysis analysis = analysed(new MemorySource(bank, 0, null), labels(1, 1, 1, 1, 0, 0, 0, 0));
    assertEquals(0.25 / 2, metric(analysis, "nc1"), 1e-15);
    assertEquals(2, metric(analysis, "nc1_classes"));
    assertEquals(1, metric(analysis, "nc1_directions"));
    assertFalse(
        Analyses.analysed(bank).measurements().values().containsKey("nc1"), "no labels, no nc1");
  }

  /** Also block by block, and however many vectors are compared in pairs. */
  @Test
  void ofManyBlocks() {
    Rows bank = Banks.gaussian(9000, 300, 1);
    Labels labels = alternating(9000, 3);
    double whole = metric(analysed(new MemorySource(bank, 0, null), labels), "nc1");
    AnalysisOptions few = new AnalysisOptions(50, 1, 1, new Workers(1));
    Analysis analysis =
        Analysis.of(new MemorySource(bank, 0, null), new Related(null, null, labels), few);
    assertEquals(whole, metric(analysis, "nc1"));
  }

  /** An input is the mean of what is live of it; what is dead may hold anything. */
  @Test
  void ofInputsByTheMeanOfTheirLiveConcepts() {
    double nan = Double.NaN;
    Rows concepts =
        Rows.of(
            new double[][] {
              {1, 0}, {3, 0}, // 2, 0
              {4, 0}, {nan, nan}, // 4, 0
              {nan, nan}, {nan, nan}, // left out
              {-2, 1}, {-2, -1}, // -2, 0
              {nan, 7}, {-4, 0}, // -4, 0
            });
    BitSet live = new BitSet();
    IntStream.of(0, 1, 2, 6, 7, 9).forEach(live::set);
    MemorySource source = new MemorySource(concepts, 2, live);
    Analysis analysis = analysed(source, labels(0, 0, 1, 1, 1));
    assertEquals(1.0 / 9, metric(analysis, "nc1"), 1e-15);
  }

  @Test
  void classesThatCoincideAreNotMeasured() {
    Rows bank = Rows.of(new double[][] {{1, 2}, {3, 4}, {1, 2}, {3, 4}});
    Analysis analysis = analysed(new MemorySource(bank, 0, null), labels(0, 0, 1, 1));
    assertEquals("the means of all labels coincide", analysis.measurements().missing().get("nc1"));
    assertEquals(0, metric(analysis, "nc1_directions"));
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    MemorySource four = new MemorySource(Banks.gaussian(4, 3, 1), 0, null);
    refused(
        "labels.txt: holds 3 labels, but memory 4 vectors; give a label on a line for each, in"
            + " order",
        four,
        labels(0, 0, 1));
    refused(
        "labels.txt: holds 4 labels, but memory 2 inputs; give a label on a line for each, in"
            + " order",
        new MemorySource(Banks.gaussian(4, 3, 1), 2, null),
        labels(0, 0, 1, 1));
    String one =
        "labels.txt: all live inputs have the same label, and nc1 has nothing to compare; give two"
            + " labels at least";
    refused(one, four, labels(0, 0, 0, 0));
    BitSet firstTwo = new BitSet();
    firstTwo.set(0, 2);
    MemorySource masked = new MemorySource(Banks.gaussian(4, 3, 1), 0, firstTwo);
    refused(one, masked, labels(0, 0, 1, 1));
    String single =
        "labels.txt: no two live inputs have the same label, and nc1 has nothing to compare; give"
            + " one to two inputs at least";
    refused(single, four, labels(0, 1, 2, 3));
    refused(single, masked, labels(0, 1, 1, 1));
    MemorySource wide = new MemorySource(Banks.gaussian(3000, 1100, 1), 0, null);
    refused(
        "labels.txt: holds 1500 different labels, of vectors of 1100 dimensions; classes are"
            + " compared up to 1024 of them or of the dimensions, and 33554432 numbers in all, so"
            + " give fewer labels",
        wide,
        alternating(3000, 1500));
  }

  private static void refused(String message, VectorSource source, Labels labels) {
    assertEquals(
        message, assertThrows(InputException.class, () -> analysed(source, labels)).getMessage());
  }
}
