package org.conceptspaces.encoder.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one check has found.
 *
 * @param check what was checked: {@code operations}, {@code laws}, {@code step}, {@code repeat},
 *     {@code training} or {@code memory}
 * @param space the space it was checked with
 * @param verdict how it went
 * @param detail what was seen and what is allowed, in a sentence
 * @param figures what was measured, by name in snake case
 */
public record Finding(
    String check, String space, Verdict verdict, String detail, Map<String, Double> figures) {

  /** How a check went. */
  public enum Verdict {
    /** As it must be. */
    PASSED,
    /** Not as it must be. */
    FAILED,
    /** This system or plugin gives no way to tell. */
    UNKNOWN
  }

  /** Copies the map. */
  public Finding {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  static Verdict verdict(boolean passed) {
    return passed ? Verdict.PASSED : Verdict.FAILED;
  }
}
