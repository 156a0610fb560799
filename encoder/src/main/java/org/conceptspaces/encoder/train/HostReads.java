package org.conceptspaces.encoder.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.Map;
import org.conceptspaces.encoder.network.Parameters.Entry;

/** The only places in a step that wait for the device. */
final class HostReads {

  private HostReads() {}

  /** One look at the losses and the norm, after the whole backward pass has been queued. */
  static StepReport report(int step, TrainingBatch batch, Losses losses, NDArray norm) {
    NDArray all =
        NDArrays.stack(
            new NDList(
                losses.total(),
                losses.maskedTokens(),
                losses.reconstruction(),
                losses.hierarchy(),
                norm));
    double[] read = all.toDoubleArray();
    return new StepReport(step, read[0], read[1], read[2], read[3], read[4], batch.tokens());
  }

  /** The path of the first gradient that is not finite, for the message of a step that failed. */
  static String firstNonFinite(Map<Entry, NDArray> gradients) {
    for (Map.Entry<Entry, NDArray> e : gradients.entrySet()) {
      NDArray g = e.getValue();
      if (g.isNaN().any().getBoolean() || g.isInfinite().any().getBoolean()) {
        return e.getKey().path();
      }
    }
    return "none";
  }
}
