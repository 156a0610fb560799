package org.conceptspaces.encoder.experiment;

import org.conceptspaces.api.SpaceConfig;

/**
 * One run of a comparison.
 *
 * @param label the space in short, as tables call it
 * @param space the space
 * @param seed the seed
 * @param feedForward the inner width of feed-forward layers, after matching parameters
 * @param outcome what the run has yielded
 */
public record RunResult(
    String label, SpaceConfig space, int seed, int feedForward, Experiment.Outcome outcome) {}
