package org.conceptspaces.encoder.check;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.encoder.check.Finding.Verdict;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.encoder.train.Trainer;

/** Trains for a while: does the loss fall, how fast does it go, does memory stay flat? */
final class LongTraining implements Trainer.Listener {

  /** The share of the steps after which pools and caches have grown to what they need. */
  private static final double WARM_UP = 0.3;

  /** What the heap and the allocator may still take then. A leak of one state matrix takes more. */
  private static final long ALLOWED = 32L << 20;

  private final int steps;
  private final int warmUp;
  private final MemoryGauge gauge;

  private double firstLoss = Double.NaN;
  private double lastLoss = Double.NaN;
  private OptionalLong warm = OptionalLong.empty();
  private OptionalLong end = OptionalLong.empty();
  private long tokens;
  private long began;
  private double seconds;

  private LongTraining(int steps, Device device) {
    this.steps = steps;
    this.warmUp = Math.max(1, (int) (steps * WARM_UP));
    this.gauge = new MemoryGauge(device);
  }

  /** Trains on a device; two findings, {@code training} and {@code memory}. */
  static List<Finding> on(
      Device device, String label, SampleTraining training, SpaceConfig space, int steps) {
    LongTraining watch = new LongTraining(steps, device);
    try (NDManager manager = NDManager.newBaseManager(device)) {
      ConceptModel model = training.model(manager, space);
      training.train(manager, model, steps, watch);
    }
    return List.of(watch.progress(label), watch.memory(label));
  }

  @Override
  public void stepped(StepReport report) {
    lastLoss = report.loss();
    if (report.step() == 1) {
      firstLoss = report.loss();
    }
    if (report.step() > warmUp) {
      tokens += report.tokens();
    }
    if (report.step() == steps) {
      seconds = (System.nanoTime() - began) / 1e9;
      end = gauge.used();
    } else if (report.step() == warmUp) {
      warm = gauge.used();
      began = System.nanoTime();
    }
  }

  private Finding progress(String label) {
    double rate = tokens / seconds;
    return new Finding(
        "training",
        label,
        Finding.verdict(lastLoss < firstLoss),
        String.format(
            Locale.ROOT,
            "loss from %.3f to %.3f in %,d steps; %,.0f tokens/s after the first %,d",
            firstLoss,
            lastLoss,
            steps,
            rate,
            warmUp),
        Map.of("first_loss", firstLoss, "last_loss", lastLoss, "tokens_per_second", rate));
  }

  private Finding memory(String label) {
    if (warm.isEmpty() || end.isEmpty()) {
      return new Finding(
          "memory", label, Verdict.UNKNOWN, "this system does not tell what is used", Map.of());
    }
    long growth = end.getAsLong() - warm.getAsLong();
    return new Finding(
        "memory",
        label,
        Finding.verdict(growth <= ALLOWED),
        String.format(
            Locale.ROOT,
            "%,d MiB after step %,d, %+.1f MiB by step %,d; allowed +%d",
            warm.getAsLong() >> 20,
            warmUp,
            growth / 1048576.0,
            steps,
            ALLOWED >> 20),
        Map.of("bytes", (double) end.getAsLong(), "growth_bytes", (double) growth));
  }
}
