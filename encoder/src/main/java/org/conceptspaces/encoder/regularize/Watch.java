package org.conceptspaces.encoder.regularize;

/**
 * The quantity that tells whether a regulariser is needed.
 *
 * @param quantity its name, in snake case
 * @param alarm from where on it is
 * @param above whether high values raise the alarm, or else low ones
 */
record Watch(String quantity, double alarm, boolean above) {

  static Watch above(String quantity, double alarm) {
    return new Watch(quantity, alarm, true);
  }

  static Watch below(String quantity, double alarm) {
    return new Watch(quantity, alarm, false);
  }
}
