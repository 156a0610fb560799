package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.conceptspaces.encoder.train.StepReport;
import org.jspecify.annotations.Nullable;

/**
 * How a training is going: a bar with loss, rate and the time left on a terminal, else a plain line
 * now and then.
 */
final class TrainingProgress implements AutoCloseable {

  /** The launcher tells whether standard error is a terminal; Java cannot. */
  private static final String TERMINAL = "concepts.terminal";

  /** Plain lines in all. */
  private static final int LINES = 10;

  /** How far a loss is averaged over past steps. */
  private static final double MEMORY = 0.95;

  private final PrintWriter err;
  private final int first;
  private final int steps;
  private final @Nullable ProgressBar bar;
  private final long start = System.nanoTime();
  private double loss;
  private double weight;

  /**
   * Begins.
   *
   * @param err standard error
   * @param first how many steps were made before
   * @param steps how many there are in all
   */
  TrainingProgress(PrintWriter err, int first, int steps) {
    this.err = err;
    this.first = first;
    this.steps = steps;
    this.bar = Boolean.getBoolean(TERMINAL) ? bar(first, steps) : null;
  }

  private static ProgressBar bar(int first, int steps) {
    return new ProgressBarBuilder()
        .setTaskName("training")
        .setInitialMax(steps)
        .startsFrom(first, Duration.ZERO)
        .setStyle(ProgressBarStyle.ASCII)
        .setUnit(" steps", 1)
        .showSpeed()
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }

  void stepped(StepReport report) {
    loss = MEMORY * loss + (1 - MEMORY) * report.loss();
    weight = MEMORY * weight + (1 - MEMORY);
    String mean = String.format(Locale.ROOT, "loss %.3f", loss / weight);
    if (bar != null) {
      bar.stepTo(report.step());
      bar.setExtraMessage(" " + mean);
    } else if (report.step() % Math.max(1, steps / LINES) == 0 || report.step() == steps) {
      double rate = (report.step() - first) / ((System.nanoTime() - start) / 1e9);
      err.printf(
          Locale.ROOT,
          "step %d/%d: %s, %.1f steps/s, %s left%n",
          report.step(),
          steps,
          mean,
          rate,
          duration((steps - report.step()) / rate));
    }
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
