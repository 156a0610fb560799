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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.conceptspaces.analysis.Analysis;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Spectrum;
import org.conceptspaces.analysis.metric.UtilisedRank;
import org.conceptspaces.analysis.source.LiveVectors;
import org.conceptspaces.api.InputException;
import org.conceptspaces.api.numeric.Casts;

/**
 * Watches the layers of any DJL training: at the end of each epoch a batch of one's own goes
 * through the model, as for inference, and what each layer yields is analysed. Training is not
 * changed.
 *
 * <p>Layers are named by their paths: {@code 03Linear}, or {@code 02SequentialBlock/01Linear}.
 * Those are seen that are children of sequential blocks, at any depth, and {@code output}, the
 * whole model; parts of other blocks, subclasses of {@link ai.djl.nn.SequentialBlock} among them,
 * want to be wrapped into a {@link WatchedBlock}. Of a layer that yields several arrays the first
 * is analysed.
 *
 * <p>Ranks cannot be larger than the batch: give more inputs than the widest layer has numbers.
 */
public final class LayerListener extends TrainingListenerAdapter {

  private final NDList batch;
  private final Set<String> names;
  private final AnalysisOptions options;
  private final double energy;
  private final Consumer<EpochReport> consumer;
  private boolean checked;
  private int epochs;

  /**
   * Watches some layers, of whose subspaces {@link UtilisedRank#ENERGY} is kept.
   *
   * @param batch inputs of the model, on its device; must stay open
   * @param names paths of layers; none for all
   * @param options how to analyse
   * @param consumer hears of each epoch
   */
  public LayerListener(
      NDList batch, Set<String> names, AnalysisOptions options, Consumer<EpochReport> consumer) {
    this(batch, names, options, UtilisedRank.ENERGY, consumer);
  }

  /**
   * Watches some layers.
   *
   * @param batch inputs of the model, on its device; must stay open
   * @param names paths of layers; none for all
   * @param options how to analyse
   * @param energy the share of variance that the subspaces of utilised ranks keep, above 0, to 1
   * @param consumer hears of each epoch
   * @throws IllegalArgumentException if the energy is no such share
   */
  public LayerListener(
      NDList batch,
      Set<String> names,
      AnalysisOptions options,
      double energy,
      Consumer<EpochReport> consumer) {
    this.batch = batch;
    this.names = new LinkedHashSet<>(names);
    this.options = options;
    this.energy = UtilisedRank.checkedEnergy(energy);
    this.consumer = consumer;
  }

  /**
   * Sends the batch through the model after the first batch of training, so that a wrong name or a
   * batch that does not fit shows before an epoch's work is done.
   *
   * @throws IllegalArgumentException if a name is no layer's
   */
  @Override
  public void onTrainingBatch(Trainer trainer, BatchData data) {
    if (!checked) {
      try (NDManager scratch = trainer.getManager().newSubManager()) {
        layers(trainer, scratch);
      }
      checked = true;
    }
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
      layers(trainer, scratch).forEach((name, layer) -> reports.put(name, report(name, layer)));
    }
    epochs++;
    consumer.accept(new EpochReport(epochs, reports));
  }

  /** Those that are watched, in the order of the forward pass. */
  private Map<String, Layers.Seen> layers(Trainer trainer, NDManager scratch) {
    NDList inputs = new NDList();
    for (NDArray input : batch) {
      NDArray own = input.stopGradient();
      own.attach(scratch);
      inputs.add(own);
    }
    Map<String, Layers.Seen> layers = Layers.of(trainer.getModel().getBlock(), inputs, scratch);
    if (!names.isEmpty()) {
      Set<String> unknown = new TreeSet<>(names);
      unknown.removeAll(layers.keySet());
      if (!unknown.isEmpty()) {
        throw new IllegalArgumentException(
            String.join(", ", unknown)
                + ": no such layer; there are "
                + String.join(", ", layers.keySet())
                + "; wrap parts of other blocks into a WatchedBlock");
      }
      layers.keySet().retainAll(names);
    }
    return layers;
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
      return new LayerReport(
          Optional.of(analysis), utilised(layer, analysis.pictures().centred()), Optional.empty());
    } catch (InputException e) {
      return new LayerReport(
          Optional.empty(), Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private Optional<UtilisedRank> utilised(Layers.Seen layer, Spectrum outputs) {
    if (!(layer.block() instanceof Linear)) {
      return Optional.empty();
    }
    Rows inputs = rows(layer.inputs().head());
    return Optional.of(
        UtilisedRank.of(
            Spectrum.ofRows(inputs.centred()),
            outputs,
            inputs.width(),
            width(layer.outputs().head()),
            energy));
  }

  /** All but the last axis are rows. */
  private static Rows rows(NDArray array) {
    int width = width(array);
    double[] values = Casts.detached(array, DataType.FLOAT64).toDoubleArray();
    return new Rows(values, values.length / width, width);
  }

  private static int width(NDArray array) {
    return Math.toIntExact(array.getShape().get(array.getShape().dimension() - 1));
  }
}
