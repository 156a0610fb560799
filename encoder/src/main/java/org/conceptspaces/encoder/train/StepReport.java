package org.conceptspaces.encoder.train;

/**
 * What one training step has to report.
 *
 * @param step the step, from 1
 * @param loss the total loss
 * @param maskedTokens the masked-token loss in nats per token; 0 if no token is hidden
 * @param reconstruction the reconstruction loss in nats per token; 0 if it has no weight
 * @param hierarchy the hierarchy loss in nats per pair; 0 if it has no weight
 * @param gradientNorm the global norm of the flat parameters' gradient before clipping
 * @param tokens how many tokens the step read
 */
public record StepReport(
    int step,
    double loss,
    double maskedTokens,
    double reconstruction,
    double hierarchy,
    double gradientNorm,
    long tokens) {}
