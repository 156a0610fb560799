package org.conceptspaces.encoder.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.Function;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.encoder.measure.ConceptBank;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.measure.StateBank;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.network.TokenBatch;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.text.TokenStates;
import org.jspecify.annotations.Nullable;

/** A model with its weights, ready to encode texts. */
public final class TrainedModel {

  private final NDManager manager;
  private final ModelDescription description;
  private final ConceptModel model;
  private final @Nullable TokenStates states;

  TrainedModel(
      NDManager manager,
      ModelDescription description,
      ConceptModel model,
      @Nullable TokenStates states) {
    this.manager = manager;
    this.description = description;
    this.model = model;
    this.states = states;
  }

  /** The same model, which reads states. */
  TrainedModel withStates(TokenStates read) {
    return new TrainedModel(manager, description, model, read);
  }

  /** A batch of texts as the model reads them. */
  TokenBatch batch(ModelPass pass, int[][] texts) {
    return Batches.of(pass.manager(), texts, states);
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
    return model.encode(pass, batch(pass, tokens(texts)));
  }

  /**
   * The pooled points of any number of texts.
   *
   * @param texts at least one text, none empty
   * @return the points; close them when done
   */
  public PointBank points(List<String> texts) {
    return points(tokens(texts), concepts -> {});
  }

  /**
   * The pooled points of any number of texts, whose concepts something looks at on the way.
   *
   * @param tokens the texts' ids, at least one text
   * @param observer hears of every batch of concepts
   * @return the points; close them when done
   */
  public PointBank points(int[][] tokens, PointBank.Observer observer) {
    return PointBank.of(manager, model, tokens, states, observer);
  }

  /**
   * The concepts of any number of texts, of the level that texts are pooled from.
   *
   * @param texts at least one text, none empty
   * @return the concepts; close them when done
   */
  public ConceptBank concepts(List<String> texts) {
    ConceptBank.Gathering gathered = new ConceptBank.Gathering();
    points(tokens(texts), gathered).close();
    return gathered.bank(manager, model);
  }

  /**
   * Concepts that were saved.
   *
   * @param texts how many texts they are of
   * @param reader reads {@link ConceptBank#rows} into a manager on the model's device
   * @return the concepts; close them when done
   */
  public ConceptBank savedConcepts(int texts, Function<NDManager, NDArray> reader) {
    return ConceptBank.saved(manager, model, texts, reader);
  }

  /**
   * What the pretrained encoder alone knows of any number of texts.
   *
   * @param texts at least one text, none empty
   * @return the means of their tokens' states; close them when done
   * @throws IllegalStateException if the model reads no states
   */
  public StateBank states(List<String> texts) {
    if (states == null) {
      throw new IllegalStateException("the model reads no states of a pretrained encoder");
    }
    return StateBank.of(manager, tokens(texts), states);
  }

  /**
   * Means of states that were saved.
   *
   * @param reader reads them, {@code [texts, W]}, into a manager on the model's device
   * @return the means; close them when done
   */
  public StateBank savedStates(Function<NDManager, NDArray> reader) {
    return StateBank.saved(manager, reader);
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
