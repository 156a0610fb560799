package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;

/**
 * What a regulariser adds to the loss of a step; float64 scalars without axes.
 *
 * @param name its name
 * @param loss its loss without weight
 * @param weighted what is added to the total
 * @param quantity the name of the watched quantity
 * @param watched that quantity, without gradient
 * @param weight the weight
 */
public record RegularizerTerm(
    String name, NDArray loss, NDArray weighted, String quantity, NDArray watched, double weight) {}
