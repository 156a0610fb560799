package org.conceptspaces.poincare.construction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SphericalCodeTest {

  /** The least angle is known for simplices and axes; of larger codes, a fair one is asked for. */
  @ParameterizedTest
  @CsvSource({
    "2, 3, 180",
    "4, 3, 109.4712",
    "11, 10, 95.7392",
    "20, 10, 90", // exactly
    "100, 3, 8",
    "600, 3, 3",
    "600, 4, 9",
    "600, 5, 21",
    "600, 10, 48",
    "600, 32, 60",
    "600, 70, 60",
    "5000, 3, 1"
  })
  void wordsAreUnitAndApart(int count, int dimension, double degrees) {
    SphericalCode code = SphericalCode.of(count, dimension);
    int[] chosen = code.apart(0, count - 1);
    assertEquals(count - 1, Arrays.stream(chosen).distinct().filter(word -> word > 0).count());
    double[] words = new double[count * dimension];
    double largest = -1;
    for (int word = 0; word < count; word++) {
      code.copy(word, words, word * dimension);
      assertEquals(1, dot(words, word, word, dimension), 1e-12);
      for (int other = 0; other < word; other++) {
        largest = Math.max(largest, dot(words, word, other, dimension));
      }
    }
    double least = Math.acos(largest);
    assertTrue(least >= Math.toRadians(degrees) - 1e-6, () -> "" + Math.toDegrees(least));
    assertTrue(code.separation() <= least + 1e-9);
  }

  private static double dot(double[] words, int one, int other, int dimension) {
    double dot = 0;
    for (int axis = 0; axis < dimension; axis++) {
      dot += words[one * dimension + axis] * words[other * dimension + axis];
    }
    return dot;
  }
}
