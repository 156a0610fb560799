package org.conceptspaces.encoder.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.objective.AncestorOrder;
import org.conceptspaces.encoder.objective.EntailmentCones;
import org.conceptspaces.encoder.objective.HierarchyRanking;
import org.conceptspaces.encoder.text.Batches;

/** What pooled texts are to tell of the hierarchy: the sum of its objectives by their weights. */
final class HierarchyLoss {

  private final Pass pass;
  private final ConceptModel model;
  private final TrainingBatch batch;
  private NDArray total;

  private HierarchyLoss(Pass pass, ConceptModel model, TrainingBatch batch, NDArray zero) {
    this.pass = pass;
    this.model = model;
    this.batch = batch;
    total = zero;
  }

  /**
   * The loss of a batch.
   *
   * @param concepts those of the batch's texts
   * @return a float64 scalar without axes
   */
  static NDArray of(
      Pass pass,
      ConceptModel model,
      ConceptSet concepts,
      TrainingBatch batch,
      TrainingOptions options) {
    Level summary = concepts.summary();
    // A zero that gradients flow from: a batch may have nothing for the only objective.
    NDArray points = Casts.to(summary.pooled().sum(), DataType.FLOAT64);
    NDArray zero = points.mul(Constants.of(points, 0));
    HierarchyLoss loss = new HierarchyLoss(pass, model, batch, zero);
    if (options.hierarchy() > 0) {
      loss.add(options.hierarchy(), loss.ranking(summary, batch.related(), batch.pull()));
    }
    loss.addFurther(options.further(), summary);
    return loss.total;
  }

  private void addFurther(FurtherObjectives further, Level summary) {
    Ancestry ancestry = batch.ancestry();
    if (ancestry != null && further.order() > 0) {
      add(
          further.order(),
          AncestorOrder.loss(
              summary.bound(), summary.pooled(), model.sharpness(pass), ancestry.threes()));
    }
    if (ancestry != null && further.cones() > 0) {
      add(
          further.cones(),
          EntailmentCones.loss(
              summary.bound(),
              summary.pooled(),
              square(ancestry.above()),
              square(ancestry.unrelated())));
    }
    TextHalves halves = batch.halves();
    if (halves != null && halves.texts().size() > 0 && further.contrast() > 0) {
      ConceptSet concepts =
          model.encode(pass, Batches.of(pass.manager(), halves.texts(), batch.states()));
      add(further.contrast(), ranking(concepts.summary(), halves.related(), halves.pull()));
    }
  }

  private NDArray ranking(Level summary, float[] related, float[] pull) {
    return HierarchyRanking.loss(
        summary.bound(), summary.pooled(), model.sharpness(pass), square(related), square(pull));
  }

  private NDArray square(float[] rows) {
    long n = Math.round(Math.sqrt(rows.length));
    return pass.manager().create(rows, new Shape(n, n));
  }

  private void add(double weight, NDArray loss) {
    NDArray wide = Casts.to(loss, DataType.FLOAT64);
    total = total.add(wide.mul(Constants.of(wide, weight)));
  }
}
