package org.conceptspaces.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.ParameterTracker;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A DJL {@link Optimizer} whose state can be saved and restored bit for bit (the state of DJL's own
 * optimisers is private to them).
 *
 * <p>The state consists of named arrays, slots, for each parameter, on the parameter's device, and
 * of the number of updates of each parameter. Corrections of bias go by a parameter's own number;
 * the learning rate goes by the largest number of any parameter, so that one that is left out for a
 * while does not fall behind the schedule.
 *
 * <p>Updates happen in place, through an alias of the weight that autograd does not see: it does
 * not matter whether the weight requires gradients or the thread records them. Everything computed
 * on the way is released when the update returns. Gradients are neither changed nor cleared. No
 * value is looked at on the host, so a gradient that is not finite goes unnoticed here; see {@link
 * GradientClip}.
 *
 * <p>For use by one thread at a time.
 */
public abstract class StatefulOptimizer extends Optimizer implements Checkpointed {

  private static final NDIndex EVERYTHING = new NDIndex("...");

  private final NDManager manager = NDManager.newBaseManager();
  private final StepScalars scalars = new StepScalars(manager);
  private final ParameterTracker learningRate;
  private final Set<String> slots;
  private final Map<String, NDArray> state = new TreeMap<>();
  private final Map<String, Integer> updates = new TreeMap<>();
  private int step;

  /**
   * Creates an optimiser without state.
   *
   * @param learningRate the learning rate by the number of the update, from 1
   * @param slots the names of the arrays kept for each parameter, without {@code /}
   */
  protected StatefulOptimizer(ParameterTracker learningRate, Set<String> slots) {
    super(new NoSettings());
    this.learningRate = learningRate;
    this.slots = Collections.unmodifiableSet(new TreeSet<>(slots));
  }

  /**
   * Updates a weight in place.
   *
   * @param parameterId the parameter's id, the same in every step
   * @param weight the weight, float32 or float64
   * @param grad the gradient of the loss with respect to the weight, of its shape and type
   * @throws IllegalArgumentException if gradient and weight differ in shape or type
   * @throws IllegalStateException if the learning rate is negative or not finite, or the parameter
   *     had another shape or type before
   */
  @Override
  public final void update(String parameterId, NDArray weight, NDArray grad) {
    if (!weight.getShape().equals(grad.getShape()) || weight.getDataType() != grad.getDataType()) {
      throw new IllegalArgumentException(
          parameterId + ": a gradient " + described(grad) + " for a weight " + described(weight));
    }
    double rate = learningRate.getNewValue(parameterId, updateCount(parameterId));
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalStateException(parameterId + ": learning rate " + rate);
    }
    try (NDManager scratch = scratch(weight)) {
      apply(
          parameterId,
          alias(weight, scratch),
          alias(grad, scratch),
          updates.getOrDefault(parameterId, 1),
          rate);
    }
  }

  /**
   * Does one update.
   *
   * @param parameterId the parameter's id
   * @param weight an alias of the weight, to be changed in place; what is computed from it is
   *     released after the update
   * @param gradient an alias of the gradient, not to be changed; what is computed from it is
   *     released after the update
   * @param update the number of this update of this parameter, from 1
   * @param rate the learning rate
   */
  protected abstract void apply(
      String parameterId, NDArray weight, NDArray gradient, int update, double rate);

  /**
   * An array of the state, zeros at first.
   *
   * @param parameterId the parameter's id
   * @param slot the name of the array, one of those given to the constructor
   * @param weight the weight, whose device and type the array has
   * @param shape the shape of the array
   * @return the live array; what is computed from it as first operand lives as long as the
   *     optimiser, so compute from {@link #alias} of it, or in place
   */
  protected final NDArray slot(String parameterId, String slot, NDArray weight, Shape shape) {
    String key = key(parameterId, slot);
    NDArray array = state.get(key);
    if (array == null) {
      array = weight.getManager().zeros(shape, weight.getDataType(), weight.getDevice());
      return keep(key, array);
    }
    if (!array.getShape().equals(shape) || array.getDataType() != weight.getDataType()) {
      throw new IllegalStateException(
          key + ": a state " + described(array) + " for a weight " + described(weight));
    }
    if (!array.getDevice().equals(weight.getDevice())) {
      try (NDArray elsewhere = array) {
        array = keep(key, elsewhere.toDevice(weight.getDevice(), true));
      }
    }
    return array;
  }

  /**
   * An array of the state if there is one.
   *
   * @param parameterId the parameter's id
   * @param slot the name of the array
   * @return the live array, or null if the parameter was never updated
   */
  protected final @Nullable NDArray slotIfPresent(String parameterId, String slot) {
    return state.get(key(parameterId, slot));
  }

  /**
   * A number that changes from step to step, as an array.
   *
   * @param like an array on the wanted device
   * @param value the number
   * @return a float64 array without axes, for use at once as second operand
   */
  protected final NDArray scalar(NDArray like, double value) {
    return scalars.of(like, value);
  }

  /**
   * A manager for what is computed on the way; close it.
   *
   * @param like an array on the wanted device
   * @return a new manager
   */
  protected final NDManager scratch(NDArray like) {
    return manager.newSubManager(like.getDevice());
  }

  /**
   * The same storage, outside the gradient graph, in another manager.
   *
   * @param array any array
   * @param scratch the manager that what is computed from the alias shall join
   * @return an alias: writing to it in place writes to {@code array}
   */
  protected static NDArray alias(NDArray array, NDManager scratch) {
    NDArray alias = array.stopGradient();
    alias.attach(scratch);
    return alias;
  }

  /**
   * Overwrites an array in place, on its device ({@link NDArray#copyTo} goes through the host).
   *
   * @param target an array outside the gradient graph
   * @param value the new values, of the same shape; may share the target's storage
   */
  protected static void assign(NDArray target, NDArray value) {
    try (NDArray plain = value.stopGradient()) {
      target.set(EVERYTHING, plain);
    }
  }

  @Override
  protected final int updateCount(String parameterId) {
    int count = updates.merge(parameterId, 1, Integer::sum);
    step = Math.max(step, count);
    return step;
  }

  @Override
  public final Map<String, NDArray> state() {
    return Collections.unmodifiableMap(new TreeMap<>(state));
  }

  @Override
  public final Map<String, Integer> updates() {
    return Collections.unmodifiableMap(new TreeMap<>(updates));
  }

  @Override
  public final void restore(Map<String, NDArray> saved, Map<String, Integer> counts) {
    check(saved, counts);
    Map<String, NDArray> copies = new TreeMap<>();
    for (Map.Entry<String, NDArray> entry : saved.entrySet()) {
      try (NDArray plain = entry.getValue().stopGradient()) {
        copies.put(entry.getKey(), plain.duplicate());
      }
    }
    state.values().forEach(NDArray::close);
    state.clear();
    copies.forEach(this::keep);
    updates.clear();
    updates.putAll(counts);
    step = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Checks, before anything is changed, that a saved state is one of this optimiser. */
  final void check(Map<String, NDArray> saved, Map<String, Integer> counts) {
    StateKeys.check(slots, saved.keySet(), counts);
  }

  @Override
  public void close() {
    manager.close();
  }

  private NDArray keep(String key, NDArray array) {
    array.attach(manager);
    state.put(key, array);
    return array;
  }

  private static String key(String parameterId, String slot) {
    return parameterId + StateKeys.SEPARATOR + slot;
  }

  private static String described(NDArray array) {
    return array.getShape() + " " + array.getDataType();
  }

  /** DJL's own settings stay at their defaults: no rescaling, no clipping, no decay. */
  static final class NoSettings extends OptimizerBuilder<NoSettings> {
    @Override
    protected NoSettings self() {
      return this;
    }
  }
}
