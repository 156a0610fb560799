package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;

/**
 * How much a text tells, beside what texts tell on average: in training that of the batch, so that
 * the first step is as good as the last, and later what was learned of it. Until then any text
 * tells more than usual, and may have all slots.
 */
final class UsualInformation {

  /** The mean may be far from a nat: each step of the optimiser moves its logarithm by so much. */
  private static final double PACE = 10;

  /** As many times more or less than usual as make a difference. */
  private static final double FARTHEST = 64;

  /** A share of the logarithm of the mean number of nats. */
  private final Parameter logarithm;

  UsualInformation(Scope scope) {
    logarithm = scope.parameter("usual", DataType.FLOAT32, Initial.constant(0), 1);
  }

  private NDArray logarithm(Pass pass) {
    NDArray share = pass.value(logarithm);
    return share.mul(Constants.of(share, PACE));
  }

  /**
   * How many times more a text tells than a usual one.
   *
   * @return above 0, without gradient, {@code [B, 1]}
   */
  NDArray scale(Pass pass, Tokens tokens) {
    NDArray nats = TextFeatures.nats(tokens).sum(new int[] {1}, true);
    NDArray usual =
        pass.training()
            ? nats.mean(new int[] {0}, true)
            : logarithm(pass).stopGradient().exp().expandDims(0);
    return nats.div(usual.add(Functions.isZero(usual))).clip(1 / FARTHEST, FARTHEST);
  }

  /**
   * How far what was learned is from a batch.
   *
   * @return the squared difference of logarithms, a scalar
   */
  NDArray error(Pass pass, Tokens tokens) {
    NDArray mean = TextFeatures.nats(tokens).sum(new int[] {1}).mean(new int[] {0}, true);
    NDArray wanted = mean.add(Functions.isZero(mean)).log();
    return wanted.sub(logarithm(pass)).square().sum();
  }
}
