package org.conceptspaces.api.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemporariesTest extends NumericTest {

  @Test
  void keepsResultsAndReleasesTheRest() {
    NDArray x = array(DataType.FLOAT64, 1, 2, 3);
    List<NDArray> between = new ArrayList<>();
    NDArray result = cube(x, between);
    assertSame(manager(), result.getManager());
    assertArrayEquals(new double[] {1, 8, 27}, result.toDoubleArray());
    assertArrayEquals(new double[] {1, 2, 3}, x.toDoubleArray());
    assertThrows(IllegalStateException.class, between.get(0)::toDoubleArray);
  }

  @Test
  void gradientsPassThroughWhatWasReleased() {
    for (DataType type : TYPES) {
      NDArray x = array(type, 1, -2, 3);
      double[] got = gradient(x, a -> cube(a.neg(), new ArrayList<>()));
      assertArrayEquals(new double[] {-3, -12, -27}, got, 1e-5);
    }
  }

  private NDArray cube(NDArray x, List<NDArray> between) {
    try (Temporaries temporaries = Temporaries.below(manager())) {
      NDArray a = temporaries.use(x);
      between.add(a.mul(a));
      return temporaries.keep(between.get(0).mul(a));
    }
  }
}
