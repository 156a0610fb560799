package org.conceptspaces.encoder.train;

import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.encoder.network.Parameters.Entry;
import org.jspecify.annotations.Nullable;

/** The geometries that parameters live in, bound to what has been learned so far. */
final class LiveGeometries implements AutoCloseable {

  private final NDManager manager;
  private final Parameters parameters;
  private Map<String, Geometry> byPath = Map.of();
  private Map<Entry, Geometry> learned = Map.of();
  private ModelPass pass;
  private @Nullable ModelPass oldPass;

  LiveGeometries(NDManager manager, Parameters parameters) {
    this.manager = manager;
    this.parameters = parameters;
    this.pass = ModelPass.inference(manager);
    bind();
  }

  /** The geometry of a parameter, or null if it is flat. */
  @Nullable Geometry of(String path) {
    return byPath.get(path);
  }

  /** The parameters whose geometry is itself learned, with its present values. */
  Map<Entry, Geometry> learned() {
    return learned;
  }

  /** Reads the learned geometries anew. The old ones stay usable until {@link #releaseOld}. */
  void refresh() {
    if (!learned.isEmpty()) {
      oldPass = pass;
      pass = ModelPass.inference(manager);
      bind();
    }
  }

  void releaseOld() {
    if (oldPass != null) {
      oldPass.close();
      oldPass = null;
    }
  }

  private void bind() {
    Map<String, Geometry> all = new HashMap<>();
    Map<Entry, Geometry> moving = new LinkedHashMap<>();
    for (Entry entry : parameters.entries()) {
      Geometry geometry = entry.geometry();
      if (geometry != null) {
        Geometry bound = geometry.bind(pass);
        all.put(entry.path(), bound);
        if (bound != geometry) {
          moving.put(entry, bound);
        }
      }
    }
    byPath = all;
    learned = moving;
  }

  @Override
  public void close() {
    releaseOld();
    pass.close();
  }
}
