package org.conceptspaces.encoder.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.network.Parameters.Entry;
import org.conceptspaces.encoder.regularize.Regularization;
import org.conceptspaces.optim.AdamSettings;
import org.conceptspaces.optim.AdamW;
import org.conceptspaces.optim.Autograd;
import org.conceptspaces.optim.GradientClip;
import org.conceptspaces.optim.OptimizerGroup;
import org.conceptspaces.optim.RiemannianAdam;
import org.conceptspaces.optim.Schedules;

/**
 * Forward, backward, update; one step at a time. DJL's own trainer updates parameter by parameter,
 * so that it can neither clip a global norm nor look at the whole gradient before it moves.
 */
final class TrainingStep implements AutoCloseable {

  private final NDManager manager;
  private final ConceptModel model;
  private final TrainingOptions options;
  private final OptimizerGroup optimizer;
  private final LiveGeometries geometries;
  private final Regularization regularization;
  private final Autograd autograd;

  /**
   * Prepares training.
   *
   * @param manager on the model's device
   * @param model a model whose parameters are initialised
   * @param from where training stands
   */
  TrainingStep(NDManager manager, ConceptModel model, TrainingOptions options, TrainingState from) {
    this.manager = manager;
    this.model = model;
    this.options = options;
    this.geometries = new LiveGeometries(manager, model.parameters());
    optimizer =
        new OptimizerGroup(
            new AdamW(
                AdamSettings.of(schedule(options.learningRate())),
                options.weightDecay(),
                path -> path.endsWith(".weight")),
            new RiemannianAdam(
                AdamSettings.of(schedule(options.manifoldLearningRate())), geometries::of));
    if (from.steps() > 0) {
      optimizer.restore(from.arrays(), from.updates());
    }
    regularization =
        new Regularization(
            options.regularizers(), options.steps(), from.steps(), from.regularizers());
    // Last, so that nothing is left open if one of the above refuses its settings.
    autograd = Autograd.open();
  }

  /** Where training stands after some steps. */
  TrainingState state(int steps) {
    return new TrainingState(
        steps, optimizer.state(), optimizer.updates(), regularization.states());
  }

  private Tracker schedule(double peak) {
    int warmUp =
        (int) Math.min(options.steps() - 1, Math.round(options.warmUp() * options.steps()));
    return Schedules.warmUpCosine(peak, peak / 100, warmUp, options.steps());
  }

  /**
   * Makes one step.
   *
   * @param step the number of the step, from 1
   * @param proved called once loss and gradients are known to be finite, before anything is changed
   * @throws NonFiniteLossException before anything is changed, if the loss or a gradient is not
   *     finite
   */
  StepReport run(int step, TrainingBatch batch, Runnable proved) {
    try (ModelPass pass = ModelPass.training(manager, batch.seed())) {
      Map<Entry, NDArray> gradients = new LinkedHashMap<>();
      StepReport report = look(pass, step, batch, gradients);
      proved.run();
      update(gradients);
      regularization.made(report.regularizers());
      return report;
    }
  }

  /**
   * Makes a step that changes nothing, to learn whether the last one left the model in good order.
   *
   * @param step the number of the step that was made last
   * @throws NonFiniteLossException if the loss or a gradient is not finite
   */
  void check(int step, TrainingBatch batch) {
    try (ModelPass pass = ModelPass.training(manager, batch.seed())) {
      Map<Entry, NDArray> gradients = new LinkedHashMap<>();
      look(pass, step, batch, gradients);
      gradients.values().forEach(gradient -> gradient.subi(gradient));
    }
  }

  /** Forward and backward; fills in the clipped gradients. */
  private StepReport look(
      ModelPass pass, int step, TrainingBatch batch, Map<Entry, NDArray> gradients) {
    Losses losses = Losses.of(pass, model, batch, options, regularization, step);
    autograd.backward(losses.total());
    gradients.putAll(gradients(pass));
    NDArray norm = clip(pass, gradients);
    StepReport report = HostReads.report(step, batch, losses, norm);
    if (!Double.isFinite(report.loss()) || !Double.isFinite(report.gradientNorm())) {
      throw new NonFiniteLossException(report, HostReads.firstNonFinite(gradients));
    }
    return report;
  }

  private Map<Entry, NDArray> gradients(ModelPass pass) {
    Map<Entry, NDArray> gradients = new LinkedHashMap<>();
    for (Entry entry : model.parameters().entries()) {
      // Each call makes a new handle, or zeros where nothing was reached; both must be closed.
      NDArray gradient = entry.parameter().getArray().getGradient();
      gradient.attach(pass.manager());
      gradients.put(entry, gradient);
    }
    return gradients;
  }

  /** Clips the flat gradients; points' steps are bounded by their optimiser. */
  private NDArray clip(ModelPass pass, Map<Entry, NDArray> gradients) {
    List<NDArray> flat = new ArrayList<>();
    List<NDArray> curved = new ArrayList<>();
    gradients.forEach((entry, g) -> (entry.geometry() == null ? flat : curved).add(g));
    NDArray ofFlat = GradientClip.clip(pass.manager(), flat, options.clip());
    // Zero times the norm of the rest is 0, unless the rest is not finite.
    NDArray ofCurved = GradientClip.norm(pass.manager(), curved);
    return ofFlat.add(ofCurved.sub(ofCurved));
  }

  private void update(Map<Entry, NDArray> gradients) {
    Map<Entry, Geometry> before = geometries.learned();
    gradients.forEach(
        (entry, gradient) -> {
          optimizer.update(entry.path(), entry.parameter().getArray(), gradient);
          gradient.subi(gradient);
        });
    geometries.refresh();
    before.forEach(
        (entry, from) -> {
          Geometry to = Objects.requireNonNull(geometries.learned().get(entry), entry.path());
          optimizer.carry(entry.path(), entry.parameter().getArray(), from, to);
        });
    geometries.releaseOld();
  }

  @Override
  public void close() {
    optimizer.close();
    geometries.close();
    autograd.close();
  }
}
