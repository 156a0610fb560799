package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How training is going: a bar with loss, rate and the time left on a terminal, else plain lines
 * now and then. May be told from several threads.
 */
final class ProgressMeter implements AutoCloseable {

  /** The launcher tells whether standard error is a terminal; Java cannot. */
  private static final String TERMINAL = "concepts.terminal";

  /** Plain lines about steps in all. */
  private static final int LINES = 10;

  /** How far a loss is averaged over past steps. */
  private static final double MEMORY = 0.95;

  private final PrintWriter err;
  private final long first;
  private final long steps;
  private final String unit;
  private final @Nullable ProgressBar bar;
  private final long start = System.nanoTime();
  private long made;
  private double loss;
  private double weight;

  /**
   * Begins.
   *
   * @param err standard error
   * @param first how many steps were made before
   * @param steps how many there are in all
   */
  ProgressMeter(PrintWriter err, long first, long steps) {
    this(err, first, steps, "step");
  }

  /**
   * Begins, with another unit.
   *
   * @param err standard error
   * @param first how many were made before
   * @param steps how many there are in all
   * @param unit what one is called
   */
  ProgressMeter(PrintWriter err, long first, long steps, String unit) {
    this.err = err;
    this.unit = unit;
    this.first = first;
    this.made = first;
    this.steps = steps;
    this.bar = onTerminal() ? bar(first, steps) : null;
  }

  /** Whether standard error is a terminal. */
  static boolean onTerminal() {
    return Boolean.getBoolean(TERMINAL);
  }

  private static ProgressBar bar(long first, long steps) {
    return new ProgressBarBuilder()
        .setTaskName("training")
        .setInitialMax(steps)
        .startsFrom(first, Duration.ZERO)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }

  /** Something that happened beside the steps; a bar has no place for it. */
  synchronized void line(String text) {
    if (bar == null) {
      err.println(text);
    }
  }

  /**
   * A step more was made.
   *
   * @param ofStep its loss
   * @param after what to tell after the mean loss
   */
  synchronized void stepped(double ofStep, String after) {
    made++;
    loss = MEMORY * loss + (1 - MEMORY) * ofStep;
    weight = MEMORY * weight + (1 - MEMORY);
    String told = String.format(Locale.ROOT, "loss %.3f", loss / weight) + after;
    if (bar != null) {
      bar.stepTo(made);
      bar.setExtraMessage(" " + told);
    } else if (made % Math.max(1, steps / LINES) == 0 || made == steps) {
      double rate = (made - first) / ((System.nanoTime() - start) / 1e9);
      err.printf(
          Locale.ROOT,
          "%s %d/%d: %s, %.1f %ss/s, %s left%n",
          unit,
          made,
          steps,
          told,
          rate,
          unit,
          duration((steps - made) / rate));
    }
  }

  /** As minutes and seconds, or hours and minutes. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
