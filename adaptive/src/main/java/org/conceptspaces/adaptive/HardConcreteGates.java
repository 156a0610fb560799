package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.random.RandomGenerator;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;
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

  /** The weight in inference of a gate that is as likely open as closed: log α = −1.599. */
  private static final double EVEN = STRETCH / (1 + Math.exp(OPEN)) + LOW;

  private static final int BISECTIONS = 60;

  /** Uniform numbers stay off 0 and 1, whose logits are infinite. */
  private static final double MARGIN = 1e-6;

  /** How much log α falls from gate to gate before training, if there are many. */
  private static final double SLOPE = 0.5;

  /** Over so many units of log α gates go from open to closed, if there are few. */
  private static final double SPAN = 8;

  /** What missing the budget by a tenth of all slots costs, in nats per token. */
  private static final double PRICE = 0.5;

  private final Budget budget;
  private final CountHead head;
  private final Parameter rises;
  private final int gates;
  private final double slope;
  private final double first;

  HardConcreteGates(Scope scope, int hidden, Budget budget) {
    this.budget = budget;
    head = new CountHead(scope.in("head"), hidden, 1);
    gates = budget.maximum() - budget.minimum();
    rises = scope.parameter("rises", DataType.FLOAT32, Initial.constant(0), Math.max(1, gates));
    slope = Math.max(SLOPE, SPAN / Math.max(1, gates));
    first = first();
  }

  /** The offset of the first gate at which as many are expected to be open as are wanted. */
  private double first() {
    double wanted = budget.expected() - budget.minimum();
    double low = -SPAN - slope * gates;
    double high = 2 * SPAN;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (expected(middle) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double expected(double offset) {
    double open = 0;
    for (int j = 0; j < gates; j++) {
      open += 1 / (1 + Math.exp(offset + slope * j - OPEN));
    }
    return open;
  }

  @Override
  public Decision decide(Pass pass, Tokens tokens) {
    NDManager manager = pass.manager();
    NDArray openness = head.apply(pass, tokens);
    int texts = Math.toIntExact(openness.size());
    NDArray always = manager.ones(new Shape(texts, budget.minimum()), DataType.FLOAT32);
    if (gates == 0) {
      return new Decision(always, List.of());
    }
    NDArray logAlpha = openness.sub(offsets(pass));
    NDArray open = logAlpha.add(OPEN).getNDArrayInternal().sigmoid();
    if (!pass.training()) {
      NDArray weights = NDArrays.concat(new NDList(always, clipped(logAlpha)), 1);
      return new Decision(first(weights, open.sum(new int[] {1})), List.of());
    }
    NDArray sum = logAlpha.add(noise(pass, logAlpha.getShape()));
    NDArray drawn = clipped(sum.mul(Constants.of(sum, 1 / TEMPERATURE)));
    NDArray price = price(open);
    return new Decision(
        NDArrays.concat(new NDList(always, drawn), 1),
        List.of(new Term("budget", perText -> price)));
  }

  /** {@code [1, gates]}: the starting offsets, and what was learned; they never fall. */
  private NDArray offsets(Pass pass) {
    NDArray learned = pass.value(rises);
    NDArray steps = learned.exp().mul(Constants.of(learned, slope)).cumSum(0);
    return steps.add(first - slope).expandDims(0);
  }

  /** The stretched and clipped concrete variable, from 0 to 1. */
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
  private NDArray price(NDArray open) {
    NDArray used = open.sum(new int[] {1}).mean(new int[] {0}, true).add(budget.minimum());
    NDArray missed = used.sub(budget.expected());
    NDArray tenths = missed.mul(Constants.of(missed, 10.0 / budget.maximum()));
    NDArray squared = tenths.square();
    return squared.mul(Constants.of(squared, PRICE)).sum();
  }

  /**
   * Of each text as many gates as are expected to be open, the first ones, so that inference keeps
   * the budget that training is priced by. The last of them may be all but closed; it gets as much
   * weight as a gate has that is as likely open as not.
   */
  private NDArray first(NDArray weights, NDArray expected) {
    int[] counts = HostReads.counts(expected.add(budget.minimum()));
    NDArray mask = Prefixes.of(weights.getManager(), counts);
    long columns = mask.getShape().get(1);
    NDArray used =
        columns == weights.getShape().get(1)
            ? weights
            : weights.split(new long[] {columns}, 1).get(0);
    return used.clip(EVEN, 1).mul(mask);
  }
}
