package org.conceptspaces.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.Optimizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.conceptspaces.api.Geometry;

/**
 * One optimiser for all parameters of a model: those that live in a geometry go to a Riemannian
 * optimiser, the others to a flat one. The states of both make one state for a checkpoint.
 */
public final class OptimizerGroup extends Optimizer implements Checkpointed {

  private final StatefulOptimizer flat;
  private final RiemannianOptimizer curved;

  /**
   * Joins two optimisers, which it then owns: closing the group closes them.
   *
   * @param flat for parameters in no geometry
   * @param curved for parameters in a geometry, as {@link RiemannianOptimizer#handles} tells
   */
  public OptimizerGroup(StatefulOptimizer flat, RiemannianOptimizer curved) {
    super(new StatefulOptimizer.NoSettings());
    this.flat = flat;
    this.curved = curved;
  }

  @Override
  public void update(String parameterId, NDArray weight, NDArray grad) {
    (curved.handles(parameterId) ? curved : flat).update(parameterId, weight, grad);
  }

  /**
   * Carries a parameter along when its geometry changes.
   *
   * @param parameterId the parameter's id
   * @param weight points of {@code from}, which become points of {@code to} in place
   * @param from the old geometry
   * @param to the new geometry
   * @see RiemannianOptimizer#carry
   */
  public void carry(String parameterId, NDArray weight, Geometry from, Geometry to) {
    curved.carry(parameterId, weight, from, to);
  }

  @Override
  public Map<String, NDArray> state() {
    return joined(flat.state(), curved.state());
  }

  @Override
  public Map<String, Integer> updates() {
    return joined(flat.updates(), curved.updates());
  }

  @Override
  public void restore(Map<String, NDArray> state, Map<String, Integer> updates) {
    Predicate<String> keyInGeometry = key -> curved.handles(StateKeys.parameterId(key));
    Map<String, NDArray> curvedState = filtered(state, keyInGeometry);
    Map<String, NDArray> flatState = filtered(state, keyInGeometry.negate());
    Predicate<String> inGeometry = curved::handles;
    Map<String, Integer> curvedUpdates = filtered(updates, inGeometry);
    Map<String, Integer> flatUpdates = filtered(updates, inGeometry.negate());
    curved.check(curvedState, curvedUpdates);
    flat.restore(flatState, flatUpdates);
    curved.restore(curvedState, curvedUpdates);
  }

  StatefulOptimizer flat() {
    return flat;
  }

  @Override
  public void close() {
    flat.close();
    curved.close();
  }

  private static <T> Map<String, T> joined(Map<String, T> one, Map<String, T> other) {
    Map<String, T> all = new TreeMap<>(one);
    all.putAll(other);
    return Collections.unmodifiableMap(all);
  }

  private static <T> Map<String, T> filtered(Map<String, T> map, Predicate<String> wanted) {
    Map<String, T> some = new HashMap<>(map);
    some.keySet().removeIf(wanted.negate());
    return some;
  }
}
