package org.conceptspaces.encoder.model;

import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.train.LossCurve;
import org.conceptspaces.encoder.train.TrainingState;

/**
 * Everything that a training needs to go on.
 *
 * @param description what is trained, from which config, on which data
 * @param model the weights
 * @param state the steps made, and the optimisers
 * @param curve the losses so far
 * @param measured the metrics so far
 */
public record Checkpoint(
    ModelDescription description,
    ConceptModel model,
    TrainingState state,
    LossCurve curve,
    MetricCurve measured) {}
