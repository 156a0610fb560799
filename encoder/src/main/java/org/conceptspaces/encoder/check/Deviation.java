package org.conceptspaces.encoder.check;

import java.util.Locale;

/** The greatest deviation met, in units of what is allowed. */
final class Deviation {

  private double worst;
  private double off;
  private double allowed = Double.NaN;
  private String where = "nothing";

  /** Notes a deviation; NaN is beyond all that is allowed. */
  void note(String what, double deviation, double tolerance) {
    double ratio = deviation == 0 ? 0 : deviation / tolerance;
    if (Double.isNaN(ratio)) {
      ratio = Double.POSITIVE_INFINITY;
    }
    if (Double.isNaN(allowed) || ratio > worst) {
      worst = ratio;
      off = deviation;
      allowed = tolerance;
      where = what;
    }
  }

  /**
   * Compares rows of numbers: each may be off by the tolerance times the greatest of its row, or
   * times 1 if that is less.
   */
  void rows(String what, Numbers wanted, Numbers actual, double tolerance) {
    if (!wanted.shape().equals(actual.shape())) {
      note(what + ": other shape", Double.NaN, tolerance);
      return;
    }
    int width = wanted.width();
    for (int start = 0; start < wanted.values().length; start += width) {
      double scale = 1;
      for (int i = start; i < start + width; i++) {
        scale = Math.max(scale, Math.abs(wanted.values()[i]));
      }
      for (int i = start; i < start + width; i++) {
        note(what, Math.abs(wanted.values()[i] - actual.values()[i]) / scale, tolerance);
      }
    }
  }

  boolean isAllowed() {
    return worst <= 1;
  }

  /** How far off the worst was. */
  double off() {
    return off;
  }

  @Override
  public String toString() {
    if (worst == 0) {
      return "equal, bit for bit";
    }
    return String.format(Locale.ROOT, "at most %.1e off (%s), %.0e allowed", off, where, allowed);
  }
}
