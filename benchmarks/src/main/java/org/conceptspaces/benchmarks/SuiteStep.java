package org.conceptspaces.benchmarks;

import ai.djl.ndarray.NDManager;
import java.util.concurrent.CancellationException;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.Trainer;

/** The suite's own training, as the command runs it. */
record SuiteStep(String space) implements Contender {

  private static final int FOREVER = 1_000_000;

  @Override
  public void run(Gate gate) {
    Corpus corpus = RealSize.corpus();
    try (NDManager manager = NDManager.newBaseManager()) {
      ConceptModel model = Spaces.model(space);
      model.initialize(manager, 1, corpus.frequencies());
      new Trainer(corpus, RealSize.training(FOREVER), 1)
          .train(
              manager,
              model,
              report -> {
                if (!gate.await()) {
                  throw new CancellationException("told to stop");
                }
              });
    } catch (CancellationException e) {
      // As told.
    }
  }
}
