package org.conceptspaces.encoder.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.TokenBatch;
import org.conceptspaces.encoder.objective.TokenTelling;
import org.conceptspaces.encoder.regularize.Regularization;
import org.conceptspaces.encoder.regularize.RegularizerTerm;
import org.conceptspaces.encoder.text.Batches;

/**
 * The losses of one batch, float64 scalars without axes.
 *
 * @param total what to minimise
 * @param maskedTokens the masked-token loss
 * @param reconstruction the reconstruction loss, 0 if it has no weight
 * @param hierarchy the hierarchy loss, weighed; 0 if it has no weight
 * @param regularizers what keeps concepts apart
 */
record Losses(
    NDArray total,
    NDArray maskedTokens,
    NDArray reconstruction,
    NDArray hierarchy,
    List<RegularizerTerm> regularizers) {

  static Losses of(
      Pass pass,
      ConceptModel model,
      TrainingBatch batch,
      TrainingOptions options,
      Regularization regularization,
      int step) {
    TokenBatch read = Batches.of(pass.manager(), batch.texts(), batch.states());
    ConceptSet concepts = model.encode(pass, read);
    TokenTelling.Weights weights =
        new TokenTelling.Weights(options.maskedTokens(), options.reconstruction());
    TokenTelling.Loss tokens =
        model.tellsTokens()
            ? TokenTelling.of(pass, model, concepts, batch.texts(), weights)
            : TokenTelling.none(pass, batch.texts().size());
    NDArray told = Casts.to(tokens.total(), DataType.FLOAT64);
    NDArray hierarchy = HierarchyLoss.of(pass, model, concepts, batch, options);
    NDArray total = told.add(hierarchy);
    for (Term term : concepts.terms()) {
      total = total.add(Casts.to(term.loss().apply(tokens.perText()), DataType.FLOAT64));
    }
    List<RegularizerTerm> regularizers = regularization.terms(pass, concepts, read.mask(), step);
    for (RegularizerTerm term : regularizers) {
      // What is only watched must not change a bit: not even the order in which gradients add up.
      total = term.weight() == 0 ? total : total.add(term.weighted());
    }
    return new Losses(total, tokens.hidden(), tokens.visible(), hierarchy, regularizers);
  }
}
