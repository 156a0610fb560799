package org.conceptspaces.taxonomy.embedding;

/**
 * How the steps of an epoch are made.
 *
 * @param parametrisation what is moved
 * @param rate how far a derivative of 1 moves it
 */
public record Step(Parametrisation parametrisation, double rate) {

  /**
   * Along geodesics.
   *
   * @param rate the rate
   * @return a step
   */
  public static Step ofPoints(double rate) {
    return new Step(Parametrisation.POINTS, rate);
  }
}
