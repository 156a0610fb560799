package org.conceptspaces.api.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.api.Test;

class DerivativeTest extends NumericTest {

  @Test
  void valueIsExactAndGradientIsWhatIsGiven() {
    for (DataType type : TYPES) {
      NDArray value = array(type, 1e-30, 7, -3);
      NDArray slope = array(type, 2, 0, -5);
      NDArray x = array(type, 1e30, 0, -1);
      assertEquals(value, Derivative.attach(value, x, slope));
      assertArrayEquals(
          new double[] {2, 0, -5}, gradient(x, a -> Derivative.attach(value, a, slope)));
    }
  }

  /** {@code hasGradient} is false there, though gradients flow. */
  @Test
  void gradientsPassThroughWhatIsNotALeaf() {
    NDArray x = array(DataType.FLOAT64, 1, 2);
    NDArray slope = array(DataType.FLOAT64, 10, 100);
    double[] got = gradient(x, a -> Derivative.attach(slope, a.add(a), slope));
    assertArrayEquals(new double[] {20, 200}, got);
  }

  @Test
  void graphsOfValueAndDerivativeAreCut() {
    NDArray x = array(DataType.FLOAT64, 3);
    double[] got = gradient(x, a -> Derivative.attach(a.square(), a, a.add(1)));
    assertArrayEquals(new double[] {4}, got);
  }
}
