package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.conceptspaces.encoder.pretrained.StateCache;

/** Tells how the states of a corpus are coming along, on a line now and then. */
final class StatesProgress implements StateCache.Listener {

  /** Lines in all, about. */
  private static final int LINES = 10;

  private final PrintWriter err;
  private final long start = System.nanoTime();
  private int told;

  /**
   * Begins.
   *
   * @param err standard error
   */
  StatesProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void computed(String encoder, int done, int all) {
    if ((long) done * LINES / all == (long) told * LINES / all) {
      return;
    }
    told = done;
    double rate = done / ((System.nanoTime() - start) / 1e9);
    err.printf(
        Locale.ROOT,
        "states of %s %d/%d: %.0f texts/s, %s left; kept for the next time%n",
        encoder,
        done,
        all,
        rate,
        ProgressMeter.duration((all - done) / rate));
    err.flush();
  }
}
