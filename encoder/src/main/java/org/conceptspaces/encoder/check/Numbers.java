package org.conceptspaces.encoder.check;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.encoder.measure.HostCopies;

/** An array's numbers on the host, to be sent to any device. */
@SuppressWarnings("ArrayRecordComponent") // never written to
record Numbers(double[] values, Shape shape) {

  static Numbers of(NDArray array) {
    return new Numbers(HostCopies.toDoubles(array), array.getShape());
  }

  /** An array of a floating type on the manager's device. */
  NDArray on(NDManager manager, DataType type) {
    if (type == DataType.FLOAT64) {
      return manager.create(values, shape);
    }
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return manager.create(narrow, shape);
  }

  /** The length of a row; numbers that stand each for itself are rows of one. */
  int width() {
    int axes = shape.dimension();
    return axes < 2 ? 1 : Math.toIntExact(shape.get(axes - 1));
  }
}
