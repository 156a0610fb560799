package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.function.Function;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.text.TokenStates;
import org.jspecify.annotations.Nullable;

/** The pooled points of many texts, on the device, and the distances between them. */
public final class PointBank implements TextBank<PointBank> {

  /** Texts encoded at once, and rows of distances computed at once. */
  private static final int BLOCK = 256;

  private final ModelPass pass;
  private final LevelSpec level;
  private final Geometry geometry;
  private final NDArray points;

  private PointBank(ModelPass pass, LevelSpec level, Geometry geometry, NDArray points) {
    this.pass = pass;
    this.level = level;
    this.geometry = geometry;
    this.points = points;
  }

  /** Hears of every batch of concepts on the way, while its arrays are open. */
  @FunctionalInterface
  public interface Observer {

    /**
     * Called for each batch.
     *
     * @param concepts the concepts of some texts
     */
    void encoded(ConceptSet concepts);

    /**
     * Has another hear, too.
     *
     * @param other the other
     * @return both
     */
    default Observer and(Observer other) {
      return concepts -> {
        encoded(concepts);
        other.encoded(concepts);
      };
    }
  }

  /**
   * Encodes texts by a model that reads no states.
   *
   * @param manager on the model's device
   * @param model a model whose parameters are initialised
   * @param texts token ids, at least one text
   * @param observer hears of every batch
   * @return their pooled points, in order; close it when done
   */
  public static PointBank of(
      NDManager manager, ConceptModel model, int[][] texts, Observer observer) {
    return of(manager, model, texts, null, observer);
  }

  /**
   * Encodes texts.
   *
   * @param manager on the model's device
   * @param model a model whose parameters are initialised
   * @param texts token ids, at least one text
   * @param states the states of the texts' tokens; null if the model reads none
   * @param observer hears of every batch
   * @return their pooled points, in order; close it when done
   */
  public static PointBank of(
      NDManager manager,
      ConceptModel model,
      int[][] texts,
      @Nullable TokenStates states,
      Observer observer) {
    ModelPass own = ModelPass.inference(manager);
    try {
      return of(own, manager, model, texts, states, observer);
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  private static PointBank of(
      ModelPass own,
      NDManager manager,
      ConceptModel model,
      int[][] texts,
      @Nullable TokenStates states,
      Observer observer) {
    LevelSpec level = null;
    NDList parts = new NDList();
    for (int start = 0; start < texts.length; start += BLOCK) {
      try (ModelPass pass = ModelPass.inference(manager)) {
        int[][] block = Arrays.copyOfRange(texts, start, Math.min(texts.length, start + BLOCK));
        ConceptSet concepts = model.encode(pass, Batches.of(pass.manager(), block, states));
        observer.encoded(concepts);
        Level summary = concepts.summary();
        level = summary.spec();
        NDArray pooled = summary.pooled();
        pooled.attach(own.manager());
        parts.add(pooled);
      }
    }
    if (level == null) {
      throw new IllegalArgumentException("there is no text to encode");
    }
    return new PointBank(own, level, level.geometry().bind(own), NDArrays.concat(parts));
  }

  /**
   * Takes points that were saved.
   *
   * @param manager on the model's device
   * @param model the model that they are of
   * @param reader reads their coordinates, {@code [texts, D]}, into a manager
   * @return the points; close them when done
   */
  public static PointBank saved(
      NDManager manager, ConceptModel model, Function<NDManager, NDArray> reader) {
    ModelPass own = ModelPass.inference(manager);
    try {
      LevelSpec level = model.space().levels().get(model.space().summaryLevel());
      Geometry geometry = level.geometry().bind(own);
      NDArray read = reader.apply(own.manager());
      NDArray points = Casts.to(read, geometry.type());
      return new PointBank(own, level, geometry, points);
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  /**
   * The number of texts.
   *
   * @return at least 1
   */
  public int size() {
    return Math.toIntExact(points.getShape().get(0));
  }

  /**
   * The level that the points were pooled from.
   *
   * @return the level
   */
  public LevelSpec level() {
    return level;
  }

  /**
   * The geometry of the points, with what it has learned.
   *
   * @return a bound geometry, usable until this bank is closed
   */
  public Geometry geometry() {
    return geometry;
  }

  /**
   * The points' coordinates.
   *
   * @return a copy, {@code [size][D]}
   */
  public double[][] coordinates() {
    return HostCopies.matrix(points);
  }

  /**
   * The points as tangents at the origin, in an orthonormal frame there.
   *
   * @return a copy, {@code [size][dimension]}
   */
  public double[][] tangents() {
    try (NDManager scratch = pass.manager().newSubManager()) {
      NDArray own = points.stopGradient();
      own.attach(scratch);
      return HostCopies.matrix(geometry.logOrigin(own));
    }
  }

  /**
   * The geodesic distances from each point here to each point there, block by block.
   *
   * @param other points of the same geometry
   * @param consumer takes the rows
   */
  @Override
  public void distancesTo(PointBank other, RowConsumer consumer) {
    for (int start = 0; start < size(); start += BLOCK) {
      int end = Math.min(size(), start + BLOCK);
      try (NDManager scratch = pass.manager().newSubManager()) {
        NDArray block = RowBlock.of(points, start, end, scratch);
        double[][] rows = HostCopies.matrix(geometry.distances(block, other.points));
        for (int i = 0; i < rows.length; i++) {
          consumer.accept(start + i, rows[i]);
        }
      }
    }
  }

  /**
   * The geodesic distances from some points here to all points here, block by block.
   *
   * @param rows the indexes of these points
   * @param consumer takes the rows
   */
  public void distances(int[] rows, RowConsumer consumer) {
    for (int start = 0; start < rows.length; start += BLOCK) {
      int[] block = Arrays.copyOfRange(rows, start, Math.min(rows.length, start + BLOCK));
      try (NDManager scratch = pass.manager().newSubManager()) {
        NDArray picked = RowBlock.of(points, block, scratch);
        double[][] distances = HostCopies.matrix(geometry.distances(picked, points));
        for (int i = 0; i < block.length; i++) {
          consumer.accept(block[i], distances[i]);
        }
      }
    }
  }

  @Override
  public void close() {
    pass.close();
  }
}
