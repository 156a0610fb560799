package org.conceptspaces.analysis.source;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The numbers of a stored array. */
public enum NumberType {
  /** IEEE double precision. */
  FLOAT64("f8", "F64", Double.BYTES, true),
  /** IEEE single precision. */
  FLOAT32("f4", "F32", Float.BYTES, true),
  /** IEEE half precision. */
  FLOAT16("f2", "F16", Short.BYTES, true),
  /** The upper half of a single. NumPy has none. */
  BFLOAT16("", "BF16", Short.BYTES, true),
  /** A byte that is 0 or not. */
  BOOLEAN("b1", "BOOL", Byte.BYTES, false),
  /** Bytes, for masks. */
  UINT8("u1", "U8", Byte.BYTES, false),
  /** Whole numbers, for masks. */
  INT8("i1", "I8", Byte.BYTES, false),
  /** Whole numbers, for masks. */
  UINT16("u2", "U16", Short.BYTES, false),
  /** Whole numbers, for masks. */
  INT16("i2", "I16", Short.BYTES, false),
  /** Whole numbers, for masks. */
  UINT32("u4", "U32", Integer.BYTES, false),
  /** Whole numbers, for masks. */
  INT32("i4", "I32", Integer.BYTES, false),
  /** Whole numbers, for masks. */
  INT64("i8", "I64", Long.BYTES, false);

  private final String numpy;
  private final String safetensors;
  private final int bytes;
  private final boolean floating;

  NumberType(String numpy, String safetensors, int bytes, boolean floating) {
    this.numpy = numpy;
    this.safetensors = safetensors;
    this.bytes = bytes;
    this.floating = floating;
  }

  /** By NumPy's code, without the sign of the byte order. */
  static Optional<NumberType> ofNumpy(String code) {
    return Arrays.stream(values())
        .filter(type -> type.numpy.equals(code) && !code.isEmpty())
        .findFirst();
  }

  static Optional<NumberType> ofSafetensors(String code) {
    return Arrays.stream(values()).filter(type -> type.safetensors.equals(code)).findFirst();
  }

  /**
   * The code that NumPy has for it.
   *
   * @return as {@code f8}, without the sign of the byte order
   */
  public String numpy() {
    return numpy;
  }

  /**
   * What a number takes.
   *
   * @return bytes
   */
  public int bytes() {
    return bytes;
  }

  /** Whether coordinates can be of it. */
  boolean isFloating() {
    return floating;
  }

  /** Reads numbers from where the bytes stand. */
  void decode(ByteBuffer from, double[] out, int count) {
    switch (this) {
      case FLOAT64 -> from.asDoubleBuffer().get(out, 0, count);
      case FLOAT32 -> {
        for (int i = 0; i < count; i++) {
          out[i] = from.getFloat();
        }
      }
      case FLOAT16 -> {
        for (int i = 0; i < count; i++) {
          out[i] = half(from.getShort());
        }
      }
      case BFLOAT16 -> {
        for (int i = 0; i < count; i++) {
          out[i] = Float.intBitsToFloat(from.getShort() << 16);
        }
      }
      case BOOLEAN, UINT8 -> {
        for (int i = 0; i < count; i++) {
          out[i] = from.get() & 0xff;
        }
      }
      case INT8 -> {
        for (int i = 0; i < count; i++) {
          out[i] = from.get();
        }
      }
      case UINT16 -> {
        for (int i = 0; i < count; i++) {
          out[i] = from.getShort() & 0xffff;
        }
      }
      case INT16 -> {
        for (int i = 0; i < count; i++) {
          out[i] = from.getShort();
        }
      }
      case UINT32 -> {
        for (int i = 0; i < count; i++) {
          out[i] = Integer.toUnsignedLong(from.getInt());
        }
      }
      case INT32 -> {
        for (int i = 0; i < count; i++) {
          out[i] = from.getInt();
        }
      }
      case INT64 -> {
        for (int i = 0; i < count; i++) {
          out[i] = (double) from.getLong();
        }
      }
    }
  }

  /** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
  private static double half(short bits) {
    int exponent = bits >>> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double size;
    if (exponent == 0x1f) {
      size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      size = fraction * 0x1p-24;
    } else {
      size = Math.scalb(1024.0 + fraction, exponent - 25);
    }
    return bits < 0 ? -size : size;
  }
}
