package org.conceptspaces.encoder.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.encoder.regularize.RegularizerReport;

/** Losses over training, averaged over groups of steps so that a curve has about fifty points. */
public final class LossCurve {

  private static final int POINTS = 50;

  /**
   * A group of steps.
   *
   * @param step the last of these steps
   * @param seconds since training began
   * @param maskedTokens the mean masked-token loss
   * @param reconstruction the mean reconstruction loss
   * @param hierarchy the mean hierarchy loss, its objectives summed by their weights
   * @param regularizers what regularisers had to report, on average, by name
   */
  public record Point(
      int step,
      double seconds,
      double maskedTokens,
      double reconstruction,
      double hierarchy,
      Map<String, RegularizerReport> regularizers) {

    private boolean isSound() {
      return Double.isFinite(maskedTokens + reconstruction + hierarchy + seconds)
          && RegularizerReport.areSound(regularizers);
    }
  }

  private final int group;
  private final int steps;
  private final List<Point> points = new ArrayList<>();
  private double maskedTokens;
  private double reconstruction;
  private double hierarchy;

  /** Sums, not means, while steps are gathered. */
  private final Map<String, RegularizerReport> regularizers = new LinkedHashMap<>();

  private int gathered;
  private long tokens;
  private double seconds;

  /**
   * An empty curve.
   *
   * @param steps how many steps there will be
   */
  public LossCurve(int steps) {
    this.steps = steps;
    this.group = Math.max(1, steps / POINTS);
  }

  /**
   * Adds a step.
   *
   * @param report what the step has to report
   * @param seconds since training began, without those when it was stopped
   */
  public void add(StepReport report, double seconds) {
    this.seconds = seconds;
    maskedTokens += report.maskedTokens();
    reconstruction += report.reconstruction();
    hierarchy += report.hierarchy();
    report
        .regularizers()
        .forEach((name, each) -> regularizers.merge(name, each, RegularizerReport::plus));
    tokens += report.tokens();
    gathered++;
    if (gathered == group || report.step() == steps) {
      points.add(
          new Point(
              report.step(),
              seconds,
              maskedTokens / gathered,
              reconstruction / gathered,
              hierarchy / gathered,
              means()));
      maskedTokens = 0;
      reconstruction = 0;
      hierarchy = 0;
      regularizers.clear();
      gathered = 0;
    }
  }

  private Map<String, RegularizerReport> means() {
    Map<String, RegularizerReport> means = new LinkedHashMap<>();
    regularizers.forEach((name, sums) -> means.put(name, sums.dividedBy(gathered)));
    return means;
  }

  /**
   * Whether this is the curve of a training after some steps; one that was read from a file may be
   * anything.
   *
   * @param made the number of steps made
   * @return whether the next step may be added to it
   */
  public boolean isOf(int made) {
    if (points == null || points.contains(null) || group != Math.max(1, steps / POINTS)) {
      return false;
    }
    int covered = points.isEmpty() ? 0 : points.get(points.size() - 1).step();
    boolean finite =
        Double.isFinite(maskedTokens + reconstruction + hierarchy + seconds)
            && RegularizerReport.areSound(regularizers)
            && points.stream().allMatch(Point::isSound);
    return finite && gathered >= 0 && gathered < group && covered + gathered == made && tokens >= 0;
  }

  /**
   * The curve so far.
   *
   * @return points in the order of steps
   */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /**
   * How many tokens training has read.
   *
   * @return the sum over steps
   */
  public long tokens() {
    return tokens;
  }

  /**
   * How long training has taken.
   *
   * @return seconds at the last step, without those when training was stopped
   */
  public double seconds() {
    return seconds;
  }
}
