package org.conceptspaces.taxonomy.vectors;

import org.conceptspaces.analysis.source.NumberType;

/** The numbers of a file of vectors. */
public enum Precision {
  /** 4 bytes, 24 bits of precision. Points near the edge of a ball may come to lie outside. */
  FLOAT32(NumberType.FLOAT32),

  /** 8 bytes, what vectors have in memory: nothing is lost. */
  FLOAT64(NumberType.FLOAT64);

  private final NumberType type;

  Precision(NumberType type) {
    this.type = type;
  }

  NumberType type() {
    return type;
  }
}
