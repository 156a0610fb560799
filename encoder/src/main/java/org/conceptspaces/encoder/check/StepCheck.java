package org.conceptspaces.encoder.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds a training step on a device against the same step elsewhere. */
final class StepCheck {

  /** Float32 sums of another order differ by 1e-6 or so; a wrong kernel by far more. */
  private static final double LOSS = 1e-4;

  private static final double GRADIENT = 1e-3;

  /**
   * Gradients below this share of the greatest are not told from 0: a bias of attention's keys has
   * none, but for rounding.
   */
  private static final double NEGLIGIBLE = 1e-3;

  /**
   * Adam's first step has about the same length for every number whose gradient is not exactly 0,
   * rounding included; the root mean square over the model lets these few be.
   */
  private static final double UPDATE = 0.05;

  private final boolean exact;

  /**
   * Chooses what is allowed.
   *
   * @param exact whether both steps must be equal bit for bit
   */
  StepCheck(boolean exact) {
    this.exact = exact;
  }

  Finding compare(String check, String label, OneStep wanted, OneStep actual) {
    double loss = relative(wanted.loss(), actual.loss());
    double norm = relative(wanted.gradientNorm(), actual.gradientNorm());
    double gradients = gradients(wanted.moments(), actual.moments());
    double updates = updates(wanted, actual);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("loss", actual.loss());
    figures.put("loss_deviation", loss);
    figures.put("gradient_norm_deviation", norm);
    figures.put("gradient_deviation", gradients);
    figures.put("update_deviation", updates);
    if (exact) {
      boolean same = loss == 0 && norm == 0 && gradients == 0 && updates == 0;
      String detail = "loss, gradients and updated parameters are equal, bit for bit";
      return new Finding(
          check,
          label,
          Finding.verdict(same),
          same ? detail : "not equal bit for bit: " + off(loss, norm, gradients, updates),
          figures);
    }
    boolean passed = loss <= LOSS && norm <= GRADIENT && gradients <= GRADIENT && updates <= UPDATE;
    return new Finding(
        check,
        label,
        Finding.verdict(passed),
        off(loss, norm, gradients, updates)
            + String.format(
                Locale.ROOT, "; allowed %.0e, %.0e, %.0e, %.0e", LOSS, GRADIENT, GRADIENT, UPDATE),
        figures);
  }

  private static String off(double loss, double norm, double gradients, double updates) {
    return String.format(
        Locale.ROOT,
        "relatively off: loss %.1e, gradient norm %.1e, each gradient %.1e, updates %.1e",
        loss,
        norm,
        gradients,
        updates);
  }

  private static double relative(double wanted, double actual) {
    return Math.abs(wanted - actual) / Math.abs(wanted);
  }

  /** The greatest relative difference of a parameter's moments, by their norms. */
  private static double gradients(Map<String, Numbers> wanted, Map<String, Numbers> actual) {
    double greatest = 0;
    for (Numbers one : wanted.values()) {
      greatest = Math.max(greatest, Math.sqrt(square(one, null)));
    }
    double worst = 0;
    for (Map.Entry<String, Numbers> entry : wanted.entrySet()) {
      double off = Math.sqrt(square(entry.getValue(), actual.get(entry.getKey())));
      double norm = Math.sqrt(square(entry.getValue(), null));
      worst = Math.max(worst, off / Math.max(norm, NEGLIGIBLE * greatest));
    }
    return worst;
  }

  /** The root mean square of the difference of the steps, over that of the step. */
  private static double updates(OneStep wanted, OneStep actual) {
    double off = 0;
    double length = 0;
    for (Map.Entry<String, Numbers> entry : wanted.after().entrySet()) {
      String path = entry.getKey();
      off += square(entry.getValue(), actual.after().get(path));
      length += square(entry.getValue(), wanted.before().get(path));
    }
    return Math.sqrt(off / length);
  }

  private static double square(Numbers one, @Nullable Numbers other) {
    double sum = 0;
    for (int i = 0; i < one.values().length; i++) {
      double difference = one.values()[i] - (other == null ? 0 : other.values()[i]);
      sum += difference * difference;
    }
    return sum;
  }
}
