package org.conceptspaces.encoder.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conceptspaces.encoder.regularize.RegularizerReport;

/**
 * What one training step has to report.
 *
 * @param step the step, from 1
 * @param loss the total loss
 * @param maskedTokens the masked-token loss in nats per token; 0 if no token is hidden
 * @param reconstruction the reconstruction loss in nats per token; 0 if it has no weight
 * @param hierarchy the hierarchy loss, its objectives summed by their weights; 0 if none has any
 * @param gradientNorm the global norm of the flat parameters' gradient before clipping
 * @param tokens how many tokens the step read
 * @param regularizers what each regulariser has to report, by its name
 */
public record StepReport(
    int step,
    double loss,
    double maskedTokens,
    double reconstruction,
    double hierarchy,
    double gradientNorm,
    long tokens,
    Map<String, RegularizerReport> regularizers) {

  /** Copies the map, in its order. */
  public StepReport {
    regularizers = Collections.unmodifiableMap(new LinkedHashMap<>(regularizers));
  }
}
