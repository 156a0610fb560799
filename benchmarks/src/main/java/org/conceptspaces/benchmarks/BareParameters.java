package org.conceptspaces.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters by name, and the layers that they make. */
final class BareParameters {

  private static final int H = RealSize.HIDDEN;
  private static final float EPSILON = 1e-5f;

  private final NDManager manager;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  BareParameters(NDManager manager) {
    this.manager = manager;
  }

  Map<String, NDArray> arrays() {
    return arrays;
  }

  NDArray get(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return array;
  }

  void add(String name, double mean, double spread, long... shape) {
    NDArray array =
        manager.randomNormal((float) mean, (float) spread, new Shape(shape), DataType.FLOAT32);
    array.setRequiresGradient(true);
    arrays.put(name, array);
  }

  void addLinear(String name, int in, int out) {
    add(name + ".weight", 0, 1 / Math.sqrt(in), out, in);
    add(name + ".bias", 0, 0, out);
  }

  void addNorm(String name) {
    add(name + ".scale", 1, 0, H);
    add(name + ".shift", 0, 0, H);
  }

  NDArray linear(String name, NDArray x) {
    return x.getNDArrayInternal().linear(x, get(name + ".weight"), get(name + ".bias")).head();
  }

  NDArray norm(String name, NDArray x) {
    return x.getNDArrayInternal()
        .layerNorm(x, new Shape(H), get(name + ".scale"), get(name + ".shift"), EPSILON)
        .head();
  }
}
