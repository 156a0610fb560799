package org.conceptspaces.encoder.check;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.encoder.check.Operation.Operand;

/** Operands for every operation, computed on the CPU once and the same bits on every device. */
final class Operands {

  private static final int ROWS = 16;
  private static final double RADIUS = 1;
  private static final double FARTHEST = 1e3;

  private final Map<Operand, Numbers> drawn = new EnumMap<>(Operand.class);
  private final DataType type;

  /**
   * Draws them.
   *
   * @param geometry a geometry bound on the CPU
   * @param manager on the CPU
   */
  Operands(Geometry geometry, NDManager manager, int dimension, DataType type, long seed) {
    this.type = type;
    Random random = new Random(seed);
    double near = Math.min(RADIUS, geometry.radius() / 2);
    double far = Math.min(FARTHEST, 0.9 * Math.min(geometry.workingRadius(), geometry.radius()));
    int coordinates = geometry.coordinates(dimension);
    try (NDManager scratch = manager.newSubManager()) {
      NDArray frame = keep(Operand.FRAME, tangents(random, dimension, near)).on(scratch, type);
      NDArray x = geometry.expOrigin(tangents(random, dimension, near).on(scratch, type));
      NDArray y = geometry.expOrigin(tangents(random, dimension, near).on(scratch, type));
      NDArray toward = geometry.expOrigin(frame);
      NDArray edge = geometry.expOrigin(tangents(random, dimension, far).on(scratch, type));
      keep(Operand.X, Numbers.of(x));
      keep(Operand.Y, Numbers.of(y));
      keep(Operand.V, Numbers.of(geometry.log(x, toward)));
      keep(Operand.FAR, Numbers.of(edge));
      keep(Operand.COORDINATES, tangents(random, coordinates, 2));
      keep(Operand.WEIGHTS, weights(random));
    }
  }

  private Numbers keep(Operand operand, Numbers numbers) {
    drawn.put(operand, numbers);
    return numbers;
  }

  /** An operand, in the manager's memory. */
  NDArray get(Operand operand, NDManager manager) {
    Numbers numbers = drawn.get(operand);
    if (numbers == null) {
      throw new IllegalStateException(operand + " was not drawn");
    }
    return numbers.on(manager, type);
  }

  /** Random directions, from a tenth of the length to all of it. */
  private static Numbers tangents(Random random, int width, double length) {
    double[] numbers = new double[ROWS * width];
    for (int row = 0; row < ROWS; row++) {
      double square = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        numbers[i] = random.nextGaussian();
        square += numbers[i] * numbers[i];
      }
      double scale = length * (0.1 + 0.9 * random.nextDouble()) / Math.sqrt(square);
      for (int i = row * width; i < (row + 1) * width; i++) {
        numbers[i] *= scale;
      }
    }
    return new Numbers(numbers, new Shape(ROWS, width));
  }

  private static Numbers weights(Random random) {
    double[] numbers = random.doubles(ROWS * ROWS, 0.1, 1).toArray();
    return new Numbers(numbers, new Shape(ROWS, ROWS));
  }
}
