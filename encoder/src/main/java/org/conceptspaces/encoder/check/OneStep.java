package org.conceptspaces.encoder.check;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.encoder.train.Trainer;
import org.conceptspaces.encoder.train.TrainingState;

/**
 * What the first step of a training has made of a model.
 *
 * @param loss the loss before it
 * @param gradientNorm the norm of the gradient
 * @param before the parameters before it, by path
 * @param after the parameters after it, by path
 * @param moments the optimisers' moments after it, which are the gradients but for a factor
 */
record OneStep(
    double loss,
    double gradientNorm,
    Map<String, Numbers> before,
    Map<String, Numbers> after,
    Map<String, Numbers> moments) {

  static OneStep on(Device device, SampleTraining training, SpaceConfig space) {
    try (NDManager manager = NDManager.newBaseManager(device)) {
      ConceptModel model = training.model(manager, space);
      Map<String, Numbers> before = parameters(model);
      Watch watch = new Watch();
      training.train(manager, model, 1, watch);
      return new OneStep(watch.loss, watch.gradientNorm, before, parameters(model), watch.moments);
    }
  }

  private static Map<String, Numbers> parameters(ConceptModel model) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    model.parameters().entries().forEach(e -> arrays.put(e.path(), e.parameter().getArray()));
    return numbers(arrays);
  }

  private static Map<String, Numbers> numbers(Map<String, NDArray> arrays) {
    Map<String, Numbers> numbers = new LinkedHashMap<>();
    arrays.forEach((path, array) -> numbers.put(path, Numbers.of(array)));
    return numbers;
  }

  /** Keeps what is to be seen while training goes on. */
  private static final class Watch implements Trainer.Listener {
    private double loss = Double.NaN;
    private double gradientNorm = Double.NaN;
    private Map<String, Numbers> moments = Map.of();

    @Override
    public void stepped(StepReport report) {
      loss = report.loss();
      gradientNorm = report.gradientNorm();
    }

    @Override
    public void proved(TrainingState state) {
      moments = numbers(state.arrays());
    }
  }
}
