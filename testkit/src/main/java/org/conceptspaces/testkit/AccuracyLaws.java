package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Geometry;

/**
 * The accuracy of {@link Geometry#distance} in the geometry's own type: relative 1e-6 on the stored
 * coordinates, from 1e-9 apart up to the working radius. Against {@link
 * GeometryFixture#reference()} where there is one; else where the distance is known from how the
 * points were made, with an allowance for the rounding of their coordinates.
 */
public interface AccuracyLaws extends GeometryFixture {

  /**
   * Points on a ray from the origin are as far from it as their tangent is long, from 1e-9 to the
   * far radius.
   *
   * @param trial the trial
   */
  @LawInOwnType
  default void distanceFromOriginIsAccurate(Trial trial) {
    for (double r : Far.radii(trial)) {
      NDArray y = trial.geometry().expOrigin(trial.scaled(trial.directions(8), r));
      Far.check("distance(origin, expOrigin(v)), ‖v‖ = " + r, trial, trial.origin(8), y, r);
    }
  }

  /**
   * Points on opposite rays are as far apart as their tangents are long together.
   *
   * @param trial the trial
   */
  @LawInOwnType
  default void distanceThroughOriginIsAccurate(Trial trial) {
    Geometry g = trial.geometry();
    for (double r : Far.radii(trial)) {
      NDArray u = trial.directions(8);
      NDArray x = g.expOrigin(trial.scaled(u, -r));
      for (double s : new double[] {r, 0.5 * r}) {
        NDArray y = g.expOrigin(trial.scaled(u, s));
        Far.check("distance through the origin, " + r + " + " + s, trial, x, y, r + s);
      }
    }
  }

  /**
   * Neighbours of points at everyday places and far out, from 1e-9 to 1 apart.
   *
   * @param trial the trial
   */
  @LawInOwnType
  default void distanceOfNeighboursIsAccurate(Trial trial) {
    Geometry g = trial.geometry();
    boolean reference = reference().isPresent();
    for (double r : Far.radii(trial)) {
      if (r > moderateRadius() && !reference) {
        break; // out there, coordinates are too coarse to say where exp ended
      }
      NDArray x = g.expOrigin(trial.scaled(trial.directions(8), r));
      NDArray unit = trial.unitTangents(x);
      for (double s : new double[] {1e-9, 1e-6, 1e-3, Math.min(1, moderateRadius())}) {
        NDArray y = g.exp(x, trial.scaled(unit, s));
        Far.check("distance of neighbours " + s + " apart at " + r, trial, x, y, s);
      }
    }
  }

  /**
   * Random pairs far out, where there is a reference.
   *
   * @param trial the trial
   */
  @LawInOwnType
  default void distanceOfRandomPairsIsAccurate(Trial trial) {
    for (double r : Far.radii(trial)) {
      NDArray x = trial.points(r, 8);
      NDArray y = trial.points(r, 8);
      if (reference().isPresent()) {
        Far.check("distance of random points within " + r, trial, x, y, Double.NaN);
      } else {
        NDArray d = trial.geometry().distance(x, y);
        NDArray back = trial.geometry().distance(y, x);
        Check.finite("distance of random points within " + r, d);
        Check.rows("distance(y, x) within " + r, d, back, 1e-6, 0);
      }
    }
  }
}
