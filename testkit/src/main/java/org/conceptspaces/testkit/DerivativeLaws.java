package org.conceptspaces.testkit;

/**
 * First derivatives of every operation, by autograd: in float64 against central differences along
 * curves on the manifold, in float32 against float64.
 */
public interface DerivativeLaws extends GeometryFixture {

  /**
   * Of {@code exp}.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfExp(Trial trial) {
    Derivatives.check(trial, Operation.EXP);
  }

  /**
   * Of {@code log}.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfLog(Trial trial) {
    Derivatives.check(trial, Operation.LOG);
  }

  /**
   * Of {@code distance}.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfDistance(Trial trial) {
    Derivatives.check(trial, Operation.DISTANCE);
  }

  /**
   * Of {@code distances}.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfDistances(Trial trial) {
    Derivatives.check(trial, Operation.DISTANCES);
  }

  /**
   * Of {@code affinity}.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfAffinity(Trial trial) {
    Derivatives.check(trial, Operation.AFFINITY);
  }

  /**
   * Of {@code inner}.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfInner(Trial trial) {
    Derivatives.check(trial, Operation.INNER);
  }

  /**
   * Of {@code transport}.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfTransport(Trial trial) {
    Derivatives.check(trial, Operation.TRANSPORT);
  }

  /**
   * Of {@code expOrigin}.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfExpOrigin(Trial trial) {
    Derivatives.check(trial, Operation.EXP_ORIGIN);
  }

  /**
   * Of {@code logOrigin}.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfLogOrigin(Trial trial) {
    Derivatives.check(trial, Operation.LOG_ORIGIN);
  }

  /**
   * Of {@code translate}.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfTranslate(Trial trial) {
    Derivatives.check(trial, Operation.TRANSLATE);
  }

  /**
   * Of {@code midpoint}, to points and weights.
   *
   * @param trial the trial
   */
  @Law
  default void derivativeOfMidpoint(Trial trial) {
    Derivatives.check(trial, Operation.MIDPOINT);
  }
}
