package org.conceptspaces.optim;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import java.util.function.Predicate;
import org.conceptspaces.api.numeric.Constants;

/**
 * Adam with decoupled weight decay, for parameters in flat space.
 *
 * <p>For update t with gradient g, element by element: {@code w ← w·(1 − η·λ)}; {@code m ← β₁m +
 * (1−β₁)g}; {@code v ← β₂v + (1−β₂)g²}; {@code w ← w − η·m̂/(√v̂ + ε)} with {@code m̂ = m/(1−β₁ᵗ)}
 * and {@code v̂ = v/(1−β₂ᵗ)}. (Kingma and Ba, "Adam: a method for stochastic optimization", 2015,
 * algorithm 1; Loshchilov and Hutter, "Decoupled weight decay regularization", 2019, algorithm 2,
 * with the learning rate η as schedule multiplier, as PyTorch has it.)
 */
public final class AdamW extends StatefulOptimizer {

  /** The slot of m, shaped like the weight. */
  public static final String FIRST_MOMENT = "first-moment";

  /** The slot of v, shaped like the weight. */
  public static final String SECOND_MOMENT = "second-moment";

  private final AdamSettings settings;
  private final double weightDecay;
  private final Predicate<String> decays;

  /**
   * Creates an optimiser.
   *
   * @param settings learning rate, betas, epsilon
   * @param weightDecay λ, at least 0
   * @param decays tells by its id whether a parameter decays; biases, gains of norms and points
   *     should not
   */
  public AdamW(AdamSettings settings, double weightDecay, Predicate<String> decays) {
    super(settings.learningRate(), Set.of(FIRST_MOMENT, SECOND_MOMENT));
    if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
      throw new IllegalArgumentException(
          "weight decay = " + weightDecay + ": wants a number of 0 or more");
    }
    this.settings = settings;
    this.weightDecay = weightDecay;
    this.decays = decays;
  }

  /**
   * Creates an optimiser without weight decay: Adam.
   *
   * @param settings learning rate, betas, epsilon
   */
  public AdamW(AdamSettings settings) {
    this(settings, 0, id -> false);
  }

  @Override
  protected void apply(
      String parameterId, NDArray weight, NDArray gradient, int update, double rate) {
    NDArray first = slot(parameterId, FIRST_MOMENT, weight, weight.getShape());
    NDArray second = slot(parameterId, SECOND_MOMENT, weight, weight.getShape());
    double beta1 = settings.beta1();
    double beta2 = settings.beta2();
    first.muli(Constants.of(weight, beta1)).addi(gradient.mul(Constants.of(weight, 1 - beta1)));
    second
        .muli(Constants.of(weight, beta2))
        .addi(gradient.square().muli(Constants.of(weight, 1 - beta2)));
    if (weightDecay > 0 && decays.test(parameterId)) {
      weight.muli(scalar(weight, 1 - rate * weightDecay));
    }
    NDArray root = alias(second, gradient.getManager()).sqrt();
    root.addi(scalar(weight, settings.rootEpsilon(update)));
    NDArray move = alias(first, gradient.getManager()).div(root);
    weight.subi(move.muli(scalar(weight, settings.factor(rate, update))));
  }
}
