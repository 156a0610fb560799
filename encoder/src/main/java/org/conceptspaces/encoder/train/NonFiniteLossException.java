package org.conceptspaces.encoder.train;

import java.util.stream.Collectors;

/** Training ran into a loss or gradient that is no number. The model was left as it was before. */
public final class NonFiniteLossException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StepReport report;
  private final String parameter;

  NonFiniteLossException(StepReport report, String parameter) {
    super(
        ("step %d: the loss is %s (masked tokens %s, reconstruction %s, hierarchy %s, gradient norm %s%s);"
                + " first non-finite gradient: %s. Lower training.learningRate or"
                + " training.manifoldLearningRate.")
            .formatted(
                report.step(),
                report.loss(),
                report.maskedTokens(),
                report.reconstruction(),
                report.hierarchy(),
                report.gradientNorm(),
                regularizers(report),
                parameter));
    this.report = report;
    this.parameter = parameter;
  }

  private static String regularizers(StepReport report) {
    return report.regularizers().entrySet().stream()
        .map(entry -> ", " + entry.getKey() + " " + entry.getValue().loss())
        .collect(Collectors.joining());
  }

  /**
   * The step that failed.
   *
   * @return its report
   */
  public StepReport report() {
    return report;
  }

  /**
   * The first parameter whose gradient is not finite.
   *
   * @return its path, or {@code none} if only the loss is not finite
   */
  public String parameter() {
    return parameter;
  }
}
