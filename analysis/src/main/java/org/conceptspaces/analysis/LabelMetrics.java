package org.conceptspaces.analysis;

import java.util.Arrays;
import java.util.BitSet;
import org.conceptspaces.analysis.metric.ClassMeans;
import org.conceptspaces.analysis.metric.VariabilityCollapse;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.analysis.source.Labels;
import org.conceptspaces.analysis.source.VectorSource;
import org.conceptspaces.api.InputException;
import org.jspecify.annotations.Nullable;

/**
 * How vectors of the same label are beside others. An input is one vector: of inputs' concepts,
 * {@code [B, C, D]}, the mean of those that are live. Inputs without a live vector are left out.
 */
final class LabelMetrics {

  static final String NC1 = "nc1";

  /** Numbers of a block. */
  private static final int BLOCK = 1 << 20;

  /** Class means are in memory. */
  private static final long MOST_NUMBERS = 1L << 25;

  /** The decomposition of the means takes half a minute then. */
  private static final int MOST_DIRECTIONS = 1024;

  private final VectorSource source;
  private final Labels labels;
  private final int slots;
  private final int width;

  private LabelMetrics(VectorSource source, Labels labels) {
    this.source = source;
    this.labels = labels;
    slots = Math.max(1, source.slots());
    width = source.width();
  }

  /** Takes inputs, one vector each. */
  @FunctionalInterface
  private interface Inputs {
    void accept(int[] classes, double[] vectors, int count);
  }

  /** Refuses labels that are not those of the source's inputs, before anything is read. */
  static void check(VectorSource source, Labels labels) {
    long inputs = source.rows() / Math.max(1, source.slots());
    if (labels.classes().length != inputs) {
      throw new InputException(
          labels.name()
              + ": holds "
              + labels.classes().length
              + " labels, but "
              + source.name()
              + " "
              + inputs
              + (source.slots() > 0 ? " inputs" : " vectors")
              + "; give a label on a line for each, in order");
    }
    int width = source.width();
    if ((long) labels.count() * width > MOST_NUMBERS
        || Math.min(labels.count(), width) > MOST_DIRECTIONS) {
      throw new InputException(
          labels.name()
              + ": holds "
              + labels.count()
              + " different labels, of vectors of "
              + width
              + " dimensions; classes are compared up to "
              + MOST_DIRECTIONS
              + " of them or of the dimensions, and "
              + MOST_NUMBERS
              + " numbers in all, so give fewer labels");
    }
    checkClasses(source, labels);
  }

  /** Labels that tell nothing, as far as inputs are live. */
  private static void checkClasses(VectorSource source, Labels labels) {
    long[] counts = new long[labels.count()];
    int slots = Math.max(1, source.slots());
    BitSet mask = source.mask();
    for (int input = 0; input < labels.classes().length; input++) {
      if (mask == null || mask.get(input * slots, (input + 1) * slots).cardinality() > 0) {
        counts[labels.classes()[input]]++;
      }
    }
    if (Arrays.stream(counts).filter(count -> count > 0).count() < 2) {
      throw refused(labels, "all live inputs have the same label", "two labels at least");
    }
    if (Arrays.stream(counts).allMatch(count -> count < 2)) {
      throw refused(labels, "no two live inputs have the same label", "one to two inputs at least");
    }
  }

  private static InputException refused(Labels labels, String what, String instead) {
    return new InputException(
        labels.name() + ": " + what + ", and " + NC1 + " has nothing to compare; give " + instead);
  }

  /** Measures vectors that were found sound. */
  static void measure(Measurements to, VectorSource source, Labels labels, Workers workers) {
    new LabelMetrics(source, labels).measure(to, workers);
  }

  private void measure(Measurements to, Workers workers) {
    ClassMeans means = new ClassMeans(labels.count(), width);
    read(
        (classes, vectors, count) -> {
          for (int i = 0; i < count; i++) {
            means.add(classes[i], vectors, i * width);
          }
        });
    VariabilityCollapse collapse = new VariabilityCollapse(means, workers);
    read(collapse::add);
    to.put(NC1, collapse.value(), "the means of all labels coincide");
    to.put(NC1 + "_classes", means.classes(), "overflow");
    to.put(NC1 + "_directions", collapse.directions(), "overflow");
  }

  private void read(Inputs inputs) {
    int atOnce = Math.max(1, BLOCK / width / slots);
    BitSet mask = source.mask();
    source.read(atOnce * slots, new Pooling(mask, inputs));
  }

  /** Passes on the mean of each input's live vectors. */
  private final class Pooling implements VectorSource.Sink {

    private final @Nullable BitSet mask;
    private final Inputs inputs;
    private double[] vectors = {};
    private int[] classes = {};
    private int first;

    Pooling(@Nullable BitSet mask, Inputs inputs) {
      this.mask = mask;
      this.inputs = inputs;
    }

    @Override
    public void accept(double[] values, int rows) {
      int count = rows / slots;
      if (classes.length < count) {
        classes = new int[count];
        vectors = new double[count * width];
      }
      int kept = 0;
      for (int input = 0; input < count; input++) {
        if (pool(values, input, kept * width)) {
          classes[kept++] = labels.classes()[first + input];
        }
      }
      first += count;
      inputs.accept(classes, vectors, kept);
    }

    private boolean pool(double[] values, int input, int to) {
      int live = 0;
      for (int slot = 0; slot < slots; slot++) {
        int row = input * slots + slot;
        if (mask == null || mask.get(first * slots + row)) {
          live++;
          for (int i = 0; i < width; i++) {
            double before = live == 1 ? 0 : vectors[to + i];
            vectors[to + i] = before + (values[row * width + i] - before) / live;
          }
        }
      }
      return live > 0;
    }
  }
}
