package org.conceptspaces.analysis;

import org.conceptspaces.analysis.metric.Moments;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Spectrum;
import org.conceptspaces.analysis.metric.Workers;

/**
 * What all vectors of a bank say together.
 *
 * @param raw their singular values
 * @param centred those around their mean
 * @param variances of each dimension
 * @param directions how many vectors have a direction
 * @param meanDirection the mean of these
 * @param unit the singular values of directions
 * @param unitCentred those around their mean
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, never compared
record Totals(
    Spectrum raw,
    Spectrum centred,
    double[] variances,
    long directions,
    double[] meanDirection,
    Spectrum unit,
    Spectrum unitCentred) {

  static Totals of(Moments all, Moments directions) {
    return new Totals(
        Spectrum.ofGram(all.gram(), all.count()),
        Spectrum.ofGram(all.centredGram(), all.count()),
        all.variances(),
        directions.count(),
        directions.mean(),
        Spectrum.ofGram(directions.gram(), directions.count()),
        Spectrum.ofGram(directions.centredGram(), directions.count()));
  }

  /** Of a bank in memory, by the smaller of its Gram matrices. */
  static Totals of(Rows bank, Workers workers) {
    if (bank.width() <= bank.count()) {
      Rows unit = bank.directions();
      Moments all = new Moments(bank.width(), workers);
      all.add(bank.values(), bank.count());
      Moments directions = new Moments(bank.width(), workers);
      directions.add(unit.values(), unit.count());
      return of(all, directions);
    }
    Rows unit = bank.directions();
    Rows centred = bank.centred();
    return new Totals(
        Spectrum.ofRows(bank),
        Spectrum.ofRows(centred),
        variances(centred),
        unit.count(),
        unit.mean(),
        Spectrum.ofRows(unit),
        Spectrum.ofRows(unit.centred()));
  }

  private static double[] variances(Rows centred) {
    double[] variances = new double[centred.width()];
    for (int i = 0; i < variances.length; i++) {
      for (int row = 0; row < centred.count(); row++) {
        variances[i] += centred.get(row, i) * centred.get(row, i) / (centred.count() - 1.0);
      }
    }
    return variances;
  }
}
