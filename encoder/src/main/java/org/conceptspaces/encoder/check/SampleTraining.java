package org.conceptspaces.encoder.check;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.Trainer;
import org.conceptspaces.encoder.train.TrainingOptions;
import org.conceptspaces.taxonomy.sampling.Split;
import org.conceptspaces.taxonomy.source.Sources;

/** A small training as real ones are: WordNet's dogs, both losses, the whole way of a step. */
final class SampleTraining {

  private static final String SOURCE = "wordnet:dog.n.01+words";
  private static final long SEED = 1;

  private final EncoderShape shape =
      EncoderShape.of(
          Values.of(Map.of("tokenDimension", 32, "hidden", 64, "layers", 1, "feedForward", 128)));
  private final Corpus corpus;
  private final Plugins plugins;

  SampleTraining(Plugins plugins) {
    this.plugins = plugins;
    Split split = Split.of(Sources.open(SOURCE), 0, SEED);
    Vocabulary vocabulary = Vocabulary.occurring(Cl100kBase.INSTANCE, split.training().texts());
    corpus = Corpus.of(split, vocabulary, shape.maximumTokens());
  }

  /** A fresh model, the same numbers on every device. */
  ConceptModel model(NDManager manager, SpaceConfig space) {
    ConceptModel model = new ConceptModel(shape, corpus.vocabulary().size(), space, plugins);
    model.initialize(manager, SEED, corpus.frequencies());
    return model;
  }

  /** Trains; what each step sees is the same on every device. */
  void train(NDManager manager, ConceptModel model, int steps, Trainer.Listener listener) {
    TrainingOptions options = TrainingOptions.of(Values.of(Map.of("steps", steps, "pairs", 16)));
    new Trainer(corpus, options, SEED).train(manager, model, listener);
  }
}
