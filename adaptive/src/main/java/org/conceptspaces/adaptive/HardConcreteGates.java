package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;

/**
 * A hard-concrete gate for each slot (Louizos, Welling, Kingma, "Learning Sparse Neural Networks
 * through L0 Regularization", 2018), opened by the text and learned with everything else: a weight
 * from 0 to 1 that attention sees the slot by. Gates close from the last slot on: that of slot j
 * has {@code log α = a(text) − o(j)} with offsets o that rise.
 */
final class HardConcreteGates implements CountMethod {

  private static final double TEMPERATURE = 2.0 / 3;

  /** The concrete variable is stretched to (−0.1, 1.1), then clipped: 0 and 1 have probability. */
  private static final double STRETCH = 1.2;

  private static final double LOW = -0.1;

  /** {@code P(z > 0) = σ(log α − β·ln(0.1/1.1))}. */
  private static final double OPEN = TEMPERATURE * Math.log(11);

  /** Uniform numbers stay off 0 and 1, whose logits are infinite. */
  private static final double MARGIN = 1e-6;

  /** How many slots it takes for gates to go from open to closed before training. */
  private static final double STEEPNESS = 8;

  /** What missing the budget by a tenth of all slots costs, in nats per token. */
  private static final double PRICE = 0.5;

  private final Budget budget;
  private final CountHead head;
  private final Parameter rises;
  private final double[] start;

  HardConcreteGates(Scope scope, int hidden, Budget budget) {
    this.budget = budget;
    head = new CountHead(scope.in("head"), hidden, 1);
    int gates = budget.maximum() - budget.minimum();
    rises = scope.parameter("rises", DataType.FLOAT32, Initial.constant(0), Math.max(1, gates));
    start = start(gates);
  }

  /** Offsets that rise evenly, so that as many gates open as are wanted. */
  private double[] start(int gates) {
    double slope = STEEPNESS / Math.max(1, gates);
    double[] offsets = new double[gates];
    Arrays.setAll(offsets, j -> slope * (budget.minimum() + j + 0.5 - budget.expected()) + OPEN);
    return offsets;
  }

  @Override
  public Decision decide(Pass pass, Tokens tokens) {
    NDManager manager = pass.manager();
    NDArray openness = head.apply(pass, tokens);
    int texts = Math.toIntExact(openness.size());
    NDArray always = manager.ones(new Shape(texts, budget.minimum()), DataType.FLOAT32);
    if (start.length == 0) {
      return new Decision(always, List.of());
    }
    NDArray logAlpha = openness.sub(offsets(pass));
    NDArray gates = gates(logAlpha, pass);
    NDArray weights = NDArrays.concat(new NDList(always, gates), 1);
    if (!pass.training()) {
      return new Decision(cut(weights), List.of());
    }
    NDArray price = price(logAlpha);
    return new Decision(weights, List.of(new Term("budget", perText -> price)));
  }

  /** {@code [1, gates]}: the starting offsets, and what was learned; they never fall. */
  private NDArray offsets(Pass pass) {
    double slope = STEEPNESS / start.length;
    NDArray learned = pass.value(rises);
    NDArray steps = learned.exp().mul(Constants.of(learned, slope)).cumSum(0);
    double first = start[0] - slope;
    return steps.add(first).expandDims(0);
  }

  /** {@code [B, gates]}, from 0 to 1; at random in training. */
  private NDArray gates(NDArray logAlpha, Pass pass) {
    if (!pass.training()) {
      // A gate more likely closed than open is closed, so that as many are open as the price says.
      NDArray likely = Casts.detached(logAlpha.gt(-OPEN), logAlpha.getDataType());
      return clipped(logAlpha).mul(likely);
    }
    NDArray sum = logAlpha.add(noise(pass, logAlpha.getShape()));
    return clipped(sum.mul(Constants.of(sum, 1 / TEMPERATURE)));
  }

  private static NDArray clipped(NDArray logits) {
    NDArray open = logits.getNDArrayInternal().sigmoid();
    return open.mul(Constants.of(open, STRETCH)).add(LOW).clip(0, 1);
  }

  private static NDArray noise(Pass pass, Shape shape) {
    RandomGenerator random = pass.random();
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      double u = random.nextDouble(MARGIN, 1 - MARGIN);
      values[i] = (float) (Math.log(u) - Math.log1p(-u));
    }
    return pass.manager().create(values, shape);
  }

  /** What it costs that the expected number of open slots, on average, is not the one wanted. */
  private NDArray price(NDArray logAlpha) {
    NDArray open = logAlpha.add(OPEN).getNDArrayInternal().sigmoid();
    NDArray used = open.sum(new int[] {1}).mean(new int[] {0}, true).add(budget.minimum());
    NDArray missed = used.sub(budget.expected());
    NDArray tenths = missed.mul(Constants.of(missed, 10.0 / budget.maximum()));
    NDArray squared = tenths.square();
    return squared.mul(Constants.of(squared, PRICE)).sum();
  }

  private static NDArray cut(NDArray weights) {
    NDArray open = weights.gt(weights.zerosLike());
    NDArray counts = Casts.detached(open, weights.getDataType()).sum(new int[] {1});
    int most = Arrays.stream(HostReads.counts(counts)).max().orElse(1);
    return most == weights.getShape().get(1) ? weights : weights.split(new long[] {most}, 1).get(0);
  }
}
