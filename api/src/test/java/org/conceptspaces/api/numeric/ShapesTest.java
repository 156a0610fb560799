package org.conceptspaces.api.numeric;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class ShapesTest extends NumericTest {

  private NDArray of(long... shape) {
    return manager().zeros(new Shape(shape));
  }

  @Test
  void coordinatesMustAgree() {
    assertDoesNotThrow(() -> Shapes.sameCoordinates(of(3), of(2, 3), of(5, 1, 3)));
    Throwable refusal =
        assertThrows(
            IllegalArgumentException.class, () -> Shapes.sameCoordinates(of(3), of(3), of(2, 1)));
    assertEquals(
        "operands want the same number of coordinates (the last axis), not shapes (3) and (2, 1)",
        refusal.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Shapes.sameCoordinates(of()));
    assertThrows(IllegalArgumentException.class, () -> Shapes.sameCoordinates(of(1), of()));
  }

  @Test
  void setsOfPointsHaveTwoAxes() {
    assertDoesNotThrow(() -> Shapes.pairwise(of(2, 3), of(7, 5, 3)));
    assertThrows(IllegalArgumentException.class, () -> Shapes.pairwise(of(3), of(5, 3)));
    assertThrows(IllegalArgumentException.class, () -> Shapes.pairwise(of(5, 3), of(3)));
    assertThrows(IllegalArgumentException.class, () -> Shapes.pairwise(of(5, 3), of(5, 1)));
  }

  @Test
  void eachPointHasAWeight() {
    assertDoesNotThrow(() -> Shapes.weighted(of(4, 3), of(2, 4)));
    assertDoesNotThrow(() -> Shapes.weighted(of(7, 4, 3), of(2, 4)));
    Throwable refusal =
        assertThrows(IllegalArgumentException.class, () -> Shapes.weighted(of(4, 3), of(4, 1)));
    assertEquals(
        "points [..., m, D] want weights [..., n, m], not shapes (4, 3) and (4, 1)",
        refusal.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Shapes.weighted(of(4, 3), of(4)));
    assertThrows(IllegalArgumentException.class, () -> Shapes.weighted(of(3), of(1, 1)));
  }
}
