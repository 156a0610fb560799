package org.conceptspaces.taxonomy.embedding;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Scope;
import org.conceptspaces.taxonomy.DataException;

/** A geometry with what it once learned, to compute with; {@link TensorEngine} trains one. */
public final class LearnedGeometry implements AutoCloseable {

  private final NDManager manager;
  private final Geometry geometry;

  /**
   * Gives a geometry back what it had learned.
   *
   * @param geometry makes the geometry, which declares there what it learns
   * @param learned the values by path, from {@link TensorEngine#learned}
   * @param device where to compute
   * @throws DataException if the geometry declares other paths, or sizes
   */
  public LearnedGeometry(
      Function<Scope, Geometry> geometry, Map<String, List<Double>> learned, Device device) {
    manager = NDManager.newBaseManager(device);
    LearnedParameters parameters = new LearnedParameters(manager, 0);
    Geometry unbound = geometry.apply(parameters);
    Map<String, double[]> declared = parameters.values();
    if (!sizes(declared, values -> values.length).equals(sizes(learned, List::size))) {
      manager.close();
      throw new DataException(
          "the geometry learns "
              + sizes(declared, values -> values.length)
              + " numbers, not "
              + sizes(learned, List::size));
    }
    learned.forEach(
        (path, values) ->
            parameters.restore(path, values.stream().mapToDouble(Double::doubleValue).toArray()));
    this.geometry = unbound.bind(new EnginePass(manager, false));
  }

  private static <V> Map<String, Integer> sizes(Map<String, V> values, ToIntFunction<V> size) {
    Map<String, Integer> sizes = new TreeMap<>();
    values.forEach((path, value) -> sizes.put(path, size.applyAsInt(value)));
    return sizes;
  }

  /**
   * The geometry, bound.
   *
   * @return to compute with until this is closed
   */
  public Geometry geometry() {
    return geometry;
  }

  @Override
  public void close() {
    manager.close();
  }
}
