package org.conceptspaces.taxonomy.vectors;

/** The numbers of a file of vectors. */
public enum Precision {
  /** 4 bytes, 24 bits of precision. Points near the edge of a ball may come to lie outside. */
  FLOAT32("<f4", Float.BYTES),

  /** 8 bytes, what vectors have in memory: nothing is lost. */
  FLOAT64("<f8", Double.BYTES);

  private final String code;
  private final int bytes;

  Precision(String code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** As NumPy writes it. */
  String code() {
    return code;
  }

  int bytes() {
    return bytes;
  }
}
