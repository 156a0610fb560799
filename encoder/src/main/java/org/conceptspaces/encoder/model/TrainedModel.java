package org.conceptspaces.encoder.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.text.Batches;

/** A model with its weights, ready to encode texts. */
public final class TrainedModel {

  private final NDManager manager;
  private final ModelDescription description;
  private final ConceptModel model;

  TrainedModel(NDManager manager, ModelDescription description, ConceptModel model) {
    this.manager = manager;
    this.description = description;
    this.model = model;
  }

  /**
   * What the model is and where it comes from.
   *
   * @return the description
   */
  public ModelDescription description() {
    return description;
  }

  /**
   * The network.
   *
   * @return the network, its parameters initialised
   */
  public ConceptModel network() {
    return model;
  }

  /**
   * Begins an inference call.
   *
   * @return a pass; close it when the concepts have been read
   */
  public ModelPass pass() {
    return ModelPass.inference(manager);
  }

  /**
   * The concepts of a batch of texts, levels, points and attention maps.
   *
   * @param pass a pass of {@link #pass}, which will own the arrays
   * @param texts at least one text, none empty
   * @return their concepts
   */
  public ConceptSet concepts(ModelPass pass, List<String> texts) {
    return model.encode(pass, Batches.of(pass.manager(), tokens(texts)));
  }

  /**
   * The pooled points of any number of texts.
   *
   * @param texts at least one text, none empty
   * @return the points; close them when done
   */
  public PointBank points(List<String> texts) {
    return PointBank.of(manager, model, tokens(texts), concepts -> {});
  }

  /**
   * Points that were saved.
   *
   * @param reader reads their coordinates, {@code [texts, D]}, into a manager on the model's device
   * @return the points; close them when done
   */
  public PointBank saved(Function<NDManager, NDArray> reader) {
    return PointBank.saved(manager, model, reader);
  }

  private int[][] tokens(List<String> texts) {
    int maximum = description.shape().maximumTokens();
    return texts.stream()
        .map(text -> description.vocabulary().encode(text, maximum))
        .toArray(int[][]::new);
  }
}
