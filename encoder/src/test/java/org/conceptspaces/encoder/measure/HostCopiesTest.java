package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.conceptspaces.encoder.Small;
import org.junit.jupiter.api.Test;

class HostCopiesTest {

  @Test
  void rowsAreThoseAskedFor() {
    try (NDManager manager = Small.manager()) {
      NDArray wide = manager.arange(0, 24, 1, DataType.FLOAT32).reshape(new Shape(4, 3, 2));
      double[] two = {6, 7, 8, 9, 10, 11, 18, 19, 20, 21, 22, 23};
      assertArrayEquals(two, HostCopies.rows(wide, new int[] {1, 3}));
      NDArray precise = manager.create(new double[] {1e-300, 2, 3}, new Shape(3, 1));
      assertArrayEquals(new double[] {1e-300}, HostCopies.rows(precise, new int[] {0}));
      assertArrayEquals(new double[] {1e-300, 2, 3}, HostCopies.rows(precise, new int[] {0, 1, 2}));
    }
  }
}
