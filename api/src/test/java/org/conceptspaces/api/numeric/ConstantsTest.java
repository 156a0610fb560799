package org.conceptspaces.api.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.api.Test;

class ConstantsTest extends NumericTest {

  @Test
  void areScalarsOfFloat64ThatOutliveTheirUser() {
    NDArray three = Constants.of(array(DataType.FLOAT32, 1), 3);
    assertEquals(0, three.getShape().dimension());
    assertEquals(DataType.FLOAT64, three.getDataType());
    assertEquals(manager().getDevice(), three.getDevice());
    manager().close();
    assertEquals(3, three.getDouble());
    open();
    assertSame(three, Constants.of(array(DataType.FLOAT64, 1), 3));
  }

  @Test
  void tellZerosApart() {
    NDArray x = array(DataType.FLOAT64, 1);
    assertEquals(Double.POSITIVE_INFINITY, doubles(x.div(Constants.of(x, 0.0)))[0]);
    assertEquals(Double.NEGATIVE_INFINITY, doubles(x.div(Constants.of(x, -0.0)))[0]);
  }

  @Test
  void keepTheTypeAndTheManagerOfTheirPartner() {
    for (DataType type : TYPES) {
      NDArray x = array(type, 1, 2);
      NDArray y = x.mul(Constants.of(x, 0.1));
      assertEquals(type, y.getDataType());
      assertSame(manager(), y.getManager());
    }
  }

  @Test
  void gradientsSurviveGarbageCollection() {
    for (DataType type : TYPES) {
      for (int i = 0; i < 5; i++) {
        NDArray x = array(type, 1, 2, 3);
        double[] got =
            gradient(
                x,
                a ->
                    a.mul(Constants.of(a, 3))
                        .div(Constants.of(a, 2))
                        .add(a.pow(Constants.of(a, 2)))
                        .maximum(Constants.of(a, -1)));
        assertArrayEquals(new double[] {3.5, 5.5, 7.5}, got, 1e-5);
      }
    }
  }
}
