package org.conceptspaces.taxonomy.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.optim.Autograd;

/** One step on the summed loss of a batch of visits, at one rate. For one thread. */
final class BatchStep {

  private final Geometry geometry;
  private final LearnedParameters learned;
  private final Nodes nodes;
  private final Objective objective;
  private final NDArray rate;

  /**
   * Steps at a rate.
   *
   * @param manager owns what the steps share
   * @param geometry not bound
   */
  BatchStep(
      NDManager manager,
      Geometry geometry,
      LearnedParameters learned,
      Nodes nodes,
      Objective objective,
      double rate) {
    this.geometry = geometry;
    this.learned = learned;
    this.nodes = nodes;
    this.objective = objective;
    this.rate = scalar(manager, rate);
  }

  private static NDArray scalar(NDManager manager, double value) {
    return manager.create(new double[] {value}, new Shape());
  }

  /**
   * Makes a step.
   *
   * @param manager takes what is computed; close it afterwards
   * @return the sum of the losses before the step, without axes, in that manager
   */
  NDArray step(Autograd autograd, NDManager manager, VisitBatch batch) {
    NDArray ids = batch.distinct(manager);
    NDArray own = nodes.of(ids);
    Geometry bound = geometry.bind(new EnginePass(manager, true));
    NDArray shift = nodes.shift(manager, bound, own);
    VisitLoss loss = differentiate(autograd, bound, batch, nodes.points(bound, own, shift));
    NDArray derivatives = shift.getGradient();
    derivatives.attach(manager);
    nodes.step(geometry.bind(new EnginePass(manager, false)), ids, own, derivatives.mul(rate));
    if (!learned.isEmpty()) {
      learned.step(manager, scalar(manager, batch.pairs()), rate);
    }
    return loss.sum();
  }

  private VisitLoss differentiate(
      Autograd autograd, Geometry bound, VisitBatch batch, NDArray points) {
    NDManager manager = points.getManager();
    NDArray centres = look(batch.centres(manager), points).expandDims(1);
    NDArray distances = bound.distance(centres, look(batch.companions(manager), points));
    VisitLoss loss = VisitLoss.of(objective, distances, batch.mask(manager));
    // the derivative of this sum, with the slopes as constants, is the loss's
    autograd.backward(distances.mul(Casts.to(loss.slopes(), distances.getDataType())).sum());
    return loss;
  }

  /** Adds up exactly, and always in one order, what gradients come back to a row. */
  private static NDArray look(NDArray places, NDArray table) {
    return places.getNDArrayInternal().embedding(places, table, SparseFormat.DENSE).head();
  }
}
