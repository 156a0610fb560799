package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;

/**
 * The live concepts of many texts, of the level that texts are pooled from, on the device, and how
 * far those of one text are from those of others.
 */
public final class ConceptBank implements AutoCloseable {

  private final ModelPass pass;
  private final Geometry geometry;

  /** The concepts of all texts, one after another, {@code [L, D]}. */
  private final NDArray points;

  /** Where those of each text start, and at the end how many there are. */
  private final int[] starts;

  private ConceptBank(ModelPass pass, Geometry geometry, NDArray rows, int texts) {
    this.pass = pass;
    this.geometry = geometry;
    double[][] all = HostCopies.matrix(rows);
    starts = new int[texts + 1];
    int last = 0;
    for (double[] row : all) {
      last = Objects.checkIndex((int) row[0] - last, texts - last) + last; // in order
      starts[last + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    double[] coordinates =
        Arrays.stream(all).flatMapToDouble(row -> Arrays.stream(row, 1, row.length)).toArray();
    Shape shape = new Shape(all.length, rows.getShape().get(1) - 1);
    rows.close();
    points = Casts.to(pass.manager().create(coordinates).reshape(shape), geometry.type());
  }

  /** Gathers concepts while texts are encoded, batch by batch in their order. */
  public static final class Gathering implements PointBank.Observer {
    private final List<double[]> rows = new ArrayList<>();
    private int texts;
    private int width;

    /** Without any text yet. */
    public Gathering() {}

    @Override
    public void encoded(ConceptSet concepts) {
      Level level = concepts.summary();
      double[] mask = HostCopies.toDoubles(level.mask());
      double[] points = HostCopies.toDoubles(level.points());
      int slots = Math.toIntExact(level.mask().getShape().get(1));
      width = points.length / mask.length;
      for (int slot = 0; slot < mask.length; slot++) {
        if (mask[slot] > 0) {
          double[] row = new double[1 + width];
          row[0] = texts + slot / slots;
          System.arraycopy(points, slot * width, row, 1, width);
          rows.add(row);
        }
      }
      texts += mask.length / slots;
    }

    /**
     * What was gathered.
     *
     * @param manager on the model's device
     * @param model the model that it is of
     * @return the concepts; close them when done
     */
    public ConceptBank bank(NDManager manager, ConceptModel model) {
      double[] all = rows.stream().flatMapToDouble(Arrays::stream).toArray();
      Shape shape = new Shape(rows.size(), 1 + width); // maybe of no row
      return saved(manager, model, texts, owner -> owner.create(all, shape));
    }
  }

  /**
   * Takes concepts that were saved.
   *
   * @param manager on the model's device
   * @param model the model that they are of
   * @param texts how many texts they are of
   * @param reader reads {@link #rows} into a manager
   * @return the concepts; close them when done
   * @throws IndexOutOfBoundsException if rows are not in the order of texts, or of more texts
   */
  public static ConceptBank saved(
      NDManager manager, ConceptModel model, int texts, Function<NDManager, NDArray> reader) {
    ModelPass own = ModelPass.inference(manager);
    try {
      LevelSpec level = model.space().levels().get(model.space().summaryLevel());
      return new ConceptBank(own, level.geometry().bind(own), reader.apply(own.manager()), texts);
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  /**
   * All live concepts.
   *
   * @return a copy, {@code [L][1 + D]}: for each the index of its text, and its coordinates
   */
  public double[][] rows() {
    double[][] coordinates = HostCopies.matrix(points);
    double[][] rows = new double[coordinates.length][];
    for (int text = 0; text + 1 < starts.length; text++) {
      for (int at = starts[text]; at < starts[text + 1]; at++) {
        rows[at] = new double[1 + coordinates[at].length];
        rows[at][0] = text;
        System.arraycopy(coordinates[at], 0, rows[at], 1, coordinates[at].length);
      }
    }
    return rows;
  }

  /**
   * How far texts are by late interaction (Khattab and Zaharia, "ColBERT", 2020), with distances
   * for similarities: each concept of the one text is held against the nearest of the other's.
   *
   * @param text the index of a text here
   * @param other concepts of the same model
   * @param others the indexes of texts there, at least one
   * @return for each the mean of the geodesic distances from the text's concepts to the nearest of
   *     its own; infinite where one of both has no live concept
   */
  public double[] distances(int text, ConceptBank other, int[] others) {
    int[] rows =
        Arrays.stream(others)
            .flatMap(each -> IntStream.range(other.starts[each], other.starts[each + 1]))
            .toArray();
    double[] means = new double[others.length];
    int mine = starts[text + 1] - starts[text];
    if (mine == 0 || rows.length == 0) {
      Arrays.fill(means, Double.POSITIVE_INFINITY);
      return means;
    }
    try (NDManager scratch = pass.manager().newSubManager()) {
      NDArray own = RowBlock.of(points, starts[text], starts[text + 1], scratch);
      NDArray theirs = RowBlock.of(other.points, rows, scratch);
      double[][] distances = HostCopies.matrix(geometry.distances(own, theirs));
      for (double[] ofConcept : distances) {
        int at = 0;
        for (int i = 0; i < others.length; i++) {
          int end = at + other.starts[others[i] + 1] - other.starts[others[i]];
          double nearest = Double.POSITIVE_INFINITY;
          while (at < end) {
            nearest = Math.min(nearest, ofConcept[at++]);
          }
          means[i] += nearest / mine;
        }
      }
    }
    return means;
  }

  @Override
  public void close() {
    pass.close();
  }
}
