package org.conceptspaces.encoder.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.measure.Part;
import org.conceptspaces.encoder.measure.TokenLoss;
import org.conceptspaces.encoder.network.ConceptModel;
import org.junit.jupiter.api.Test;

/** Coarse levels without the fine ones, and first dimensions without the others, tell texts. */
class PartsDecodeTest {

  private static final TrainingOptions OPTIONS =
      Small.training(
          200,
          Map.of(
              "reconstruction", 1.0, "maskedTokens", 0.0, "hierarchy", 0.0, "learningRate", 0.02));

  private static ConceptModel trained(NDManager manager, SpaceConfig space, Plugins plugins) {
    ConceptModel model = Small.model(manager, Small.shape(), Animals.corpus(), space, plugins);
    new Trainer(Animals.corpus(), OPTIONS, 1).train(manager, model, report -> {});
    return model;
  }

  @Test
  void theCoarseLevelTellsMoreThanFrequencies() {
    Plugins plugins = Spaces.plugins();
    try (NDManager manager = Small.manager()) {
      ConceptModel model = trained(manager, Spaces.MULTISCALE.config(plugins), plugins);
      double coarse = loss(manager, model, new Part.Levels(1));
      double all = loss(manager, model, new Part.All());
      double unigram = Animals.corpus().unigramEntropy();
      assertTrue(coarse < 0.8 * unigram, coarse + " against " + unigram);
      assertTrue(all < coarse, all + " against " + coarse);
    }
  }

  /** Against the same space whose dimensions are not nested, cut after training. */
  @Test
  void theFirstDimensionTellsMoreThanItDoesUnlessTrainedTo() {
    Plugins plugins = Spaces.plugins();
    SpaceConfig nested = Spaces.MATRYOSHKA.config(plugins);
    SpaceConfig plain = nested.values().get(Option.space("child", "the child"));
    try (NDManager manager = Small.manager()) {
      ConceptModel model = trained(manager, nested, plugins);
      double cut = loss(manager, model, new Part.Dimensions(1));
      double all = loss(manager, model, new Part.All());
      double untrained = loss(manager, trained(manager, plain, plugins), new Part.Dimensions(1));
      double unigram = Animals.corpus().unigramEntropy();
      assertTrue(cut < 0.8 * unigram, cut + " against " + unigram);
      assertTrue(all < cut, all + " against " + cut);
      assertTrue(cut < 0.8 * untrained, cut + " against " + untrained);
    }
  }

  private static double loss(NDManager manager, ConceptModel model, Part part) {
    return new TokenLoss(manager, model, null, part).reconstruction(Animals.corpus().training());
  }
}
