package org.conceptspaces.cli;

import org.conceptspaces.taxonomy.sampling.HoldOut;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which pairs are held out for link prediction. */
final class HoldOutOptions {

  private static final int SEED = 1;

  @Option(
      names = "--hold-out",
      paramLabel = "SHARE",
      description =
          "Link prediction: the share of the pairs of a node and an ancestor that are no direct edge"
              + " to keep from training, and to rank; 0.05 is usual.")
  private @Nullable Double share;

  @Option(
      names = "--hold-out-seed",
      paramLabel = "N",
      description = "What chooses them, whatever the training's seed is. Default: 1.")
  private @Nullable Integer seed;

  /** What was asked for, or null. */
  @Nullable HoldOut wanted() {
    if (share == null) {
      if (seed != null) {
        throw new UserException("--hold-out-seed wants --hold-out, the share that it chooses");
      }
      return null;
    }
    if (seed != null && seed < 0) {
      throw new UserException("--hold-out-seed " + seed + ": wants 0 at least");
    }
    try {
      return new HoldOut(share, seed == null ? SEED : seed);
    } catch (IllegalArgumentException e) {
      throw new UserException("--hold-out: " + e.getMessage());
    }
  }
}
