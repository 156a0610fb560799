package org.conceptspaces.taxonomy.embedding;

import ai.djl.Device;

/**
 * How the {@link TensorEngine} works.
 *
 * @param device where
 * @param batch how many visits make one step, at least 1. More are quicker per visit, but a step
 *     does not see what the batch's other visits do
 */
public record TensorOptions(Device device, int batch) {

  /** Checks the ranges. */
  public TensorOptions {
    if (batch < 1) {
      throw new IllegalArgumentException("a batch of " + batch + " visits; wants 1 at least");
    }
  }
}
