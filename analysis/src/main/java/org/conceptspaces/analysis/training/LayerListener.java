package org.conceptspaces.analysis.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListenerAdapter;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.conceptspaces.analysis.Analysis;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Spectrum;
import org.conceptspaces.analysis.metric.UtilisedRank;
import org.conceptspaces.analysis.source.LiveVectors;
import org.conceptspaces.api.InputException;
import org.conceptspaces.api.numeric.Casts;
import org.jspecify.annotations.Nullable;

/**
 * Watches the layers of any DJL training: at the end of each epoch a batch of one's own goes
 * through the model, as for inference, and what each layer yields is analysed. Training is not
 * changed.
 *
 * <p>Layers are named by their paths: {@code 03Linear}, or {@code 02SequentialBlock/01Linear}.
 * Those are seen that are children of sequential blocks, at any depth, and {@code output}, the
 * whole model; parts of other blocks want to be wrapped into a {@link WatchedBlock}.
 *
 * <p>Ranks cannot be larger than the batch: give more inputs than the widest layer has numbers.
 */
public final class LayerListener extends TrainingListenerAdapter {

  private final NDList batch;
  private final Set<String> names;
  private final AnalysisOptions options;
  private final Consumer<EpochReport> consumer;
  private int epochs;

  /**
   * Watches some layers.
   *
   * @param batch inputs of the model, on its device; must stay open
   * @param names paths of layers; none for all
   * @param options how to analyse
   * @param consumer hears of each epoch
   */
  public LayerListener(
      NDList batch, Set<String> names, AnalysisOptions options, Consumer<EpochReport> consumer) {
    this.batch = batch;
    this.names = new LinkedHashSet<>(names);
    this.options = options;
    this.consumer = consumer;
  }

  /**
   * Measures the layers.
   *
   * @throws IllegalArgumentException if a name is no layer's
   */
  @Override
  public void onEpoch(Trainer trainer) {
    Map<String, LayerReport> reports = new LinkedHashMap<>();
    try (NDManager scratch = trainer.getManager().newSubManager()) {
      NDList inputs = new NDList();
      for (NDArray input : batch) {
        NDArray own = input.stopGradient();
        own.attach(scratch);
        inputs.add(own);
      }
      Map<String, Layers.Seen> layers = Layers.of(trainer.getModel().getBlock(), inputs, scratch);
      for (String name : names.isEmpty() ? layers.keySet() : names) {
        Layers.Seen layer = layers.get(name);
        if (layer == null) {
          throw new IllegalArgumentException(
              name + ": no such layer; known are " + String.join(", ", layers.keySet()));
        }
        reports.put(name, report(name, layer));
      }
    }
    epochs++;
    consumer.accept(new EpochReport(epochs, reports));
  }

  private LayerReport report(String name, Layers.Seen layer) {
    try {
      NDArray outputs = layer.outputs().head();
      Shape shape = outputs.getShape();
      if (shape.dimension() < 2 || shape.dimension() > 3 || shape.size() == 0) {
        throw new InputException(
            name + ": yields the shape " + shape + ", but wants [N, D] or [B, C, D]");
      }
      Rows rows = rows(outputs);
      int slots = shape.dimension() == 3 ? Math.toIntExact(shape.get(1)) : 0;
      BitSet live = new BitSet();
      live.set(0, rows.count());
      Analysis analysis =
          Analysis.of(new LiveVectors(name, rows, rows.count(), slots, live), options);
      return new LayerReport(analysis, utilised(layer, rows), null);
    } catch (InputException e) {
      return new LayerReport(null, null, e.getMessage());
    }
  }

  private static @Nullable UtilisedRank utilised(Layers.Seen layer, Rows outputs) {
    if (!(layer.block() instanceof Linear)) {
      return null;
    }
    Rows inputs = rows(layer.inputs().head());
    return UtilisedRank.of(
        Spectrum.ofRows(inputs),
        Spectrum.ofRows(outputs),
        inputs.width(),
        outputs.width(),
        UtilisedRank.ENERGY);
  }

  /** All but the last axis are rows. */
  private static Rows rows(NDArray array) {
    int width = Math.toIntExact(array.getShape().get(array.getShape().dimension() - 1));
    double[] values = Casts.detached(array, DataType.FLOAT64).toDoubleArray();
    return new Rows(values, values.length / width, width);
  }
}
