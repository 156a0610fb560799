package org.conceptspaces.api.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

/** Rows that are too long, and sums by row. */
class LimitTest extends NumericTest {

  /** Long rows, rows whose squares overflow, short ones and 0 side by side. */
  @Test
  void shortensOnlyWhatIsTooLong() {
    for (DataType type : TYPES) {
      double huge = type == DataType.FLOAT64 ? 1e300 : 1e30;
      NDArray x = array(type, 3, 4, 0, 0, 0.3, 0.4, huge, 0).reshape(4, 2);
      Limit limit = limit(x);
      assertEquals(new Shape(4, 1), limit.factor().getShape());
      double[] factor = doubles(limit.factor());
      assertEquals(0.4, factor[0], 1e-7);
      assertEquals(1, factor[1]);
      assertEquals(1, factor[2]);
      assertEquals(2, factor[3] * huge, 1e-6);
      assertArrayEquals(new double[] {2, 0, 0.5, 2}, doubles(limit.norm()), 1e-7);
      assertEquals(type, limit.factor().getDataType());
    }
  }

  /** Of {@code x·factor}: along a long row nothing, across it the factor; of short ones 1. */
  @Test
  void gradientsPass() {
    NDArray x = array(DataType.FLOAT64, 3, 4, 0.3, 0.4).reshape(2, 2);
    double[] first = gradient(x, y -> y.mul(limit(y).factor()).mul(array(DataType.FLOAT64, 1, 0)));
    // d(2x₀/‖x‖)/dx = 2(‖x‖² − x₀², −x₀x₁)/‖x‖³
    assertArrayEquals(new double[] {2 * 16 / 125., -2 * 12 / 125., 1, 0}, first, 1e-15);
    assertArrayEquals(
        new double[] {0, 0, 0.6, 0.8}, gradient(x.duplicate(), y -> limit(y).norm()), 1e-15);
  }

  private Limit limit(NDArray x) {
    return Limit.of(x, Rows.squaredNorm(x), Constants.of(x, 2), 1, 1);
  }

  @Test
  void finiteSquaresHaveTheGradientOfAllSquares() {
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      NDArray x = array(type, 1, -2, 3, 0, 0, 0).reshape(2, 3);
      assertEquals(new Shape(2, 1), Rows.finiteSquaredNorm(x).getShape());
      assertArrayEquals(new double[] {14, 0}, doubles(Rows.finiteSquaredNorm(x)));
      assertArrayEquals(new double[] {2, -4, 6, 0, 0, 0}, gradient(x, Rows::finiteSquaredNorm));
    }
  }

  @Test
  void sumsKeepTheirAxis() {
    NDArray x = array(DataType.FLOAT32, 1, 2, 3, 4).reshape(2, 2);
    NDArray y = array(DataType.FLOAT32, 1, -1);
    assertEquals(new Shape(2, 1), Rows.squaredNorm(x).getShape());
    assertArrayEquals(new double[] {5, 25}, doubles(Rows.squaredNorm(x)));
    assertArrayEquals(new double[] {-1, -1}, doubles(Rows.dot(x, y)));
    assertEquals(new Shape(2), Rows.drop(Rows.dot(x, y)).getShape());
  }

  /** The squares of floats are exact in float64; where they overflow in float32 no gradient is. */
  @Test
  void wideSquaresAreExact() {
    float a = 0.1f;
    NDArray x = array(DataType.FLOAT32, a, 1, 1e30, 0).reshape(2, 2);
    NDArray square = Rows.wideSquaredNorm(x);
    assertEquals(DataType.FLOAT64, square.getDataType());
    double[] got = doubles(square);
    assertEquals((double) a * a + 1, got[0], 4e-16);
    assertEquals((double) 1e30f * 1e30f, got[1], 1e45);
    assertArrayEquals(
        new double[] {2 * (double) a, 2, 0, 0}, gradient(x, Rows::wideSquaredNorm), 1e-7);
    NDArray wide = array(DataType.FLOAT64, 3, 4);
    assertArrayEquals(new double[] {25}, doubles(Rows.wideSquaredNorm(wide)));
  }
}
