package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.conceptspaces.api.Initial;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Functions;
import org.jspecify.annotations.Nullable;

/**
 * Nested dropout (Rippel, Gelbart, Adams, "Learning Ordered Representations with Nested Dropout",
 * 2014): in training some texts use a random number of slots, so that every prefix works, the
 * others as many as they will later. From the losses that come of it a head learns how much each
 * text gains by more concepts. A text stops at the concept that would save fewer nats than is
 * tolerated: that shares out concepts so that, with as many on average, no others would lose less.
 */
final class PrefixCounts implements CountMethod {

  /** The tolerance may have far to go: each step of the optimiser moves it by so many more. */
  private static final double PACE = 3;

  /**
   * How far one step of the optimiser moves a text's curve. Slots learn what they are for while
   * counts stay as they are: it is counts that swing which cost a model, not counts that differ.
   */
  private static final double CALM = 0.1;

  /**
   * What the head's own errors count. So little that the clipping of the whole gradient takes no
   * notice of them; how far Adam goes does not depend on it.
   */
  private static final double WEIGHT = 0.01;

  /** Sums of slots are whole numbers, up to less than this. */
  private static final float ROUNDING = 0.5f;

  private final Budget budget;

  /** How often training draws a count, rather than use the one that was decided on. */
  private final double dropout;

  private final UsualInformation usual;
  private final CountHead head;
  private final GainCurve curve;

  /** Moves the tolerance to where the budget is kept; null without one. */
  private final @Nullable Parameter strictness;

  PrefixCounts(Scope scope, int hidden, Budget budget, double dropout) {
    this.budget = budget;
    this.dropout = dropout;
    // Half a concept before: so that the concept up to the expected count is worth having, and the
    // next one is not.
    double middle = budget.expected() - 0.5;
    curve = new GainCurve(budget.minimum(), budget.maximum(), budget.tolerance(), middle);
    usual = new UsualInformation(scope);
    head = new CountHead(scope.in("head"), hidden, 1 + curve.terms());
    strictness =
        budget.isGiven()
            ? scope.parameter("log-tolerance", DataType.FLOAT32, Initial.constant(0), 1)
            : null;
  }

  @Override
  public Decision decide(Pass pass, Tokens tokens) {
    NDList outputs = head.apply(pass, tokens).split(new long[] {1}, 1);
    NDArray gains = outputs.get(1).mul(Constants.of(outputs.get(1), CALM));
    NDArray scale = usual.scale(pass, tokens);
    NDArray smallest = curve.smallest(gains, scale, tolerance(pass, gains));
    int[] counts = HostReads.counts(smallest);
    if (!pass.training()) {
      return new Decision(Prefixes.of(pass.manager(), counts), List.of());
    }
    explore(pass.random(), counts);
    NDArray perToken = curve.at(gains, scale, counts).div(length(tokens));
    NDArray predicted = outputs.get(0).squeeze(1).add(perToken);
    List<Term> terms = new ArrayList<>();
    NDArray used = used(tokens, counts, predicted);
    terms.add(new Term("gain", perText -> weighted(error(predicted, perText, used))));
    NDArray unusual = usual.error(pass, tokens);
    terms.add(new Term("usual", perText -> weighted(unusual)));
    if (strictness != null) {
      NDArray pull = pull(pass.value(strictness), smallest);
      terms.add(new Term("budget", perText -> weighted(pull)));
    }
    return new Decision(Prefixes.of(pass.manager(), counts), terms);
  }

  private void explore(RandomGenerator random, int[] counts) {
    for (int b = 0; b < counts.length; b++) {
      int drawn = random.nextInt(budget.minimum(), budget.maximum() + 1);
      counts[b] = random.nextDouble() < dropout ? drawn : counts[b];
    }
  }

  /** How many nats a concept must save, {@code [1]}. */
  private NDArray tolerance(Pass pass, NDArray like) {
    NDArray given = Constants.of(like, budget.tolerance());
    if (strictness == null) {
      return given;
    }
    NDArray power = pass.value(strictness);
    return power.mul(Constants.of(power, PACE)).exp().mul(given);
  }

  /** The number of tokens of each text, or 1 if it has none, {@code [B]}. */
  private static NDArray length(Tokens tokens) {
    NDArray length = tokens.mask().sum(new int[] {1});
    return length.add(Functions.isZero(length));
  }

  /** 1 for texts that may use all slots of their counts, and 0 for others, {@code [B]}. */
  private static NDArray used(Tokens tokens, int[] counts, NDArray like) {
    List<NDArray> live = tokens.live();
    if (live == null) {
      return like.onesLike().stopGradient();
    }
    NDArray allowed = like.zerosLike().stopGradient();
    for (NDArray level : live) {
      allowed = allowed.add(level.stopGradient().sum(new int[] {1}));
    }
    float[] wanted = new float[counts.length];
    for (int b = 0; b < counts.length; b++) {
      wanted[b] = counts[b] - ROUNDING;
    }
    NDArray enough = allowed.gt(like.getManager().create(wanted));
    return Casts.detached(enough, like.getDataType());
  }

  /**
   * The mean squared error of predicted losses, both taken around their means over the batch: what
   * all texts have in common, which falls as the model learns, is of no concern here. Nor are texts
   * that could not use the slots of their counts, since a space around this one has closed some:
   * what they lose tells nothing of what these would save.
   */
  private static NDArray error(NDArray predicted, NDArray perText, NDArray used) {
    NDArray observed = Casts.to(perText, predicted.getDataType());
    NDArray missed = predicted.sub(observed);
    NDArray texts = used.sum();
    NDArray share = used.div(texts.add(Functions.isZero(texts)));
    return missed.sub(missed.mul(share).sum()).square().mul(share).sum();
  }

  /**
   * A term whose gradient raises the tolerance while texts use more than the budget, and lowers it
   * while they use less: the ascent of a Lagrange multiplier.
   */
  private NDArray pull(NDArray power, NDArray smallest) {
    NDArray over = smallest.mean(new int[] {0}, true).sub(budget.expected());
    return power.mul(over.mul(Constants.of(over, -1.0 / budget.maximum()))).sum();
  }

  private static NDArray weighted(NDArray term) {
    return term.mul(Constants.of(term, WEIGHT));
  }
}
