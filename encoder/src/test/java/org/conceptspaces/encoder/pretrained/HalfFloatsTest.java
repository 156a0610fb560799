package org.conceptspaces.encoder.pretrained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfFloatsTest {

  private static void has(int bits, float value) {
    assertEquals(Integer.toHexString(bits), Integer.toHexString(HalfFloats.of(value) & 0xffff));
  }

  @Test
  void hasTheBitsOfTheStandard() {
    has(0x3c00, 1);
    has(0xc000, -2);
    has(0x7bff, 65504);
    has(0x0400, 0x1p-14f);
    has(0x0001, 0x1p-24f);
    has(0x8000, -0f);
    has(0x3555, 1 / 3f);
    has(0x7c00, 65520);
    has(0x7bff, Math.nextDown(65520f));
    has(0xfc00, Float.NEGATIVE_INFINITY);
    has(0x7e00, Float.NaN);
  }

  @Test
  void ofTwoEquallyNearTheEvenOneIsTaken() {
    has(0x3c00, 1 + 0x1p-11f);
    has(0x3c02, 1 + 3 * 0x1p-11f);
    has(0x0000, 0x1p-25f);
    has(0x0002, 3 * 0x1p-25f);
    has(0x4000, 2 - 0x1p-11f);
  }

  @Test
  void roundsAsTheEngineDoes() {
    Random random = new Random(4);
    float[] values = new float[20_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * Math.pow(2, random.nextInt(44) - 28));
    }
    try (NDManager manager = NDManager.newBaseManager();
        NDArray halves = manager.create(values).toType(DataType.FLOAT16, true)) {
      ShortBuffer bits = halves.toByteBuffer().order(ByteOrder.nativeOrder()).asShortBuffer();
      for (int i = 0; i < values.length; i++) {
        assertEquals(bits.get(i), HalfFloats.of(values[i]), Float.toString(values[i]));
      }
    }
  }

  @Test
  void tellsWhatIsNoNumber() {
    assertTrue(HalfFloats.isFinite(HalfFloats.of(-65504)));
    assertFalse(HalfFloats.isFinite(HalfFloats.of(-65520)));
    assertFalse(HalfFloats.isFinite(HalfFloats.of(Float.NaN)));
  }
}
