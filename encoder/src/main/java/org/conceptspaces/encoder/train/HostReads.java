package org.conceptspaces.encoder.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.encoder.network.Parameters.Entry;
import org.conceptspaces.encoder.regularize.RegularizerReport;
import org.conceptspaces.encoder.regularize.RegularizerTerm;

/** The only places in a step that wait for the device. */
final class HostReads {

  private HostReads() {}

  /** One look at the losses and the norm, after the whole backward pass has been queued. */
  static StepReport report(int step, TrainingBatch batch, Losses losses, NDArray norm) {
    NDList all =
        new NDList(
            losses.total(),
            losses.maskedTokens(),
            losses.reconstruction(),
            losses.hierarchy(),
            norm);
    for (RegularizerTerm term : losses.regularizers()) {
      all.add(term.loss());
      all.add(term.watched());
    }
    double[] read = NDArrays.stack(all).toDoubleArray();
    return new StepReport(
        step,
        read[0],
        read[1],
        read[2],
        read[3],
        read[4],
        batch.tokens(),
        regularizers(losses.regularizers(), read, 5));
  }

  private static Map<String, RegularizerReport> regularizers(
      List<RegularizerTerm> terms, double[] read, int from) {
    Map<String, RegularizerReport> reports = new LinkedHashMap<>();
    int next = from;
    for (RegularizerTerm term : terms) {
      double loss = read[next++];
      double watched = read[next++];
      reports.put(
          term.name(), new RegularizerReport(loss, term.weight(), term.quantity(), watched));
    }
    return reports;
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
