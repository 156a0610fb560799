package org.conceptspaces.api.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class CastsTest extends NumericTest {

  @Test
  void gradientsPassBothWays() {
    for (DataType from : TYPES) {
      for (DataType to : TYPES) {
        NDArray x = array(from, 0.1, -2, 3).reshape(3, 1);
        NDArray cast = Casts.to(x, to);
        assertEquals(to, cast.getDataType());
        assertEquals(x.getShape(), cast.getShape());
        assertSame(manager(), cast.getManager());
        assertArrayEquals(doubles(x), doubles(cast), to == from ? 0 : 1e-8);
        NDArray weights = array(to, 0.3, 0.5, 7).reshape(3, 1);
        // through a non-leaf as well, and back again
        double[] got = gradient(x, a -> Casts.to(Casts.to(a.neg(), to).mul(weights), from));
        assertArrayEquals(new double[] {-0.3, -0.5, -7}, got, 1e-6);
      }
    }
  }

  @Test
  void wideningIsExactAndNarrowingRounds() {
    NDArray narrow = array(DataType.FLOAT32, 0.1, 1e-40, 3e38);
    assertArrayEquals(doubles(narrow), Casts.to(narrow, DataType.FLOAT64).toDoubleArray());
    NDArray wide = array(DataType.FLOAT64, 0.1, 1e-40, 1e300);
    assertArrayEquals(
        new double[] {0.1f, 1e-40f, Double.POSITIVE_INFINITY},
        doubles(Casts.to(wide, DataType.FLOAT32)));
  }

  @Test
  void keepsShapesWithoutAxesOrElements() {
    for (DataType from : TYPES) {
      for (DataType to : TYPES) {
        NDArray scalar = array(from, 1.5).reshape(new Shape());
        NDArray cast = Casts.to(scalar, to);
        assertEquals(0, cast.getShape().dimension());
        assertEquals(to, cast.getDataType());
        assertArrayEquals(new double[] {1}, gradient(scalar, a -> Casts.to(a, to)));
        assertEquals(
            new Shape(2, 0), Casts.to(manager().zeros(new Shape(2, 0), from), to).getShape());
      }
    }
  }

  @Test
  void sameTypeIsTheArrayItself() {
    NDArray x = array(DataType.FLOAT32, 1);
    assertSame(x, Casts.to(x, DataType.FLOAT32));
  }

  @Test
  void refusesOtherTypes() {
    NDArray x = array(DataType.FLOAT32, 1);
    assertThrows(IllegalArgumentException.class, () -> Casts.to(x, DataType.INT32));
    assertThrows(IllegalArgumentException.class, () -> Casts.to(x, DataType.BFLOAT16));
  }
}
