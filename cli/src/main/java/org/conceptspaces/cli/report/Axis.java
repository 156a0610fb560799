package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks at round numbers.
 *
 * @param marks from the first to the last, which hold all values between them
 */
record Axis(List<Double> marks) {

  private static final int WANTED = 5;

  /** An axis that holds two numbers, with about five marks at multiples of 1, 2 or 5. */
  static Axis holding(double low, double high) {
    double step = round((high - low) / WANTED);
    double first = Math.floor(low / step + 1e-9);
    double last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
    List<Double> marks = new ArrayList<>();
    for (double i = first; i <= last; i++) {
      marks.add(i * step);
    }
    return new Axis(marks);
  }

  private static double round(double step) {
    if (!(step > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    double digit = step / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  double first() {
    return marks.get(0);
  }

  double last() {
    return marks.get(marks.size() - 1);
  }

  /** Where a value lies, from 0 at the first mark to 1 at the last. */
  double share(double value) {
    return (value - first()) / (last() - first());
  }
}
