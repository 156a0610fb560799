package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.util.stream.IntStream;

/**
 * Laws of {@link org.conceptspaces.api.Geometry#project}: it lands inside from everywhere, row by
 * row, and leaves alone what is inside.
 */
public interface ProjectionLaws extends GeometryFixture {

  /**
   * From every orthant (up to dimension 4, random ones above), near and far, rows land inside; and
   * there a second projection changes nothing, bit for bit.
   *
   * @param trial the trial
   */
  @Law
  default void projectLandsInsideFromEveryOrthant(Trial trial) {
    NDArray orthants = orthants(trial);
    for (double size : new double[] {0, 0.3, 1, 3, 1e3, 1e6}) {
      NDArray x = trial.scaled(orthants, size);
      NDArray inside = trial.geometry().project(x);
      Check.inside("projected from orthants at " + size, trial, inside);
      Check.same("projected twice from " + size, inside, trial.geometry().project(inside));
    }
  }

  /**
   * From so far out that squares overflow (1e300, or 1e30 in float32), rows land inside. A geometry
   * that has such points itself, or such coordinates in a part of it, leaves these alone.
   *
   * @param trial the trial
   */
  @Law
  default void projectLandsInsideFromWhereSquaresOverflow(Trial trial) {
    double size = trial.type() == DataType.FLOAT32 ? 1e30 : 1e300;
    NDArray x = trial.scaled(orthants(trial), size);
    NDArray inside = trial.geometry().project(x);
    Check.finite("projected from " + size, inside);
    Check.same("projected twice from " + size, inside, trial.geometry().project(inside));
    double[] before = Check.numbers(x);
    double[] after = Check.numbers(inside);
    if (IntStream.range(0, after.length).noneMatch(i -> before[i] == after[i])) {
      Check.inside("projected from " + size, trial, inside);
    }
  }

  /**
   * Points that the geometry made itself, near the origin and at {@code radius()}, are left
   * unchanged, bit for bit.
   *
   * @param trial the trial
   */
  @Law
  default void projectLeavesInsideRowsUnchanged(Trial trial) {
    double edge = Math.min(farRadius(), geometry().radius());
    for (double radius : new double[] {0, 1e-3, moderateRadius(), edge}) {
      NDArray x = trial.geometry().expOrigin(trial.scaled(trial.directions(20), radius));
      Check.same("projected points at " + radius, x, trial.geometry().project(x));
    }
  }

  /**
   * One row outside moves no other row, and is moved as if it were alone.
   *
   * @param trial the trial
   */
  @Law
  default void projectWorksRowByRow(Trial trial) {
    NDArray inside = trial.points(6);
    NDArray outside = trial.scaled(trial.normal(1, trial.coordinates()), 1e3);
    NDArray all = NDArrays.concat(new NDList(inside, outside));
    NDArray projected = trial.geometry().project(all);
    Check.same("rows inside, beside one outside", inside, projected.get("0:6"));
    Check.rows(
        "row outside, beside six inside",
        trial.geometry().project(outside),
        projected.get("6:7"),
        4 * trial.epsilon());
  }

  private static NDArray orthants(Trial trial) {
    int coordinates = trial.coordinates();
    NDArray magnitudes = trial.uniform(0.5, 1, 1L << Math.min(coordinates, 6), coordinates);
    double[] signs = new double[Math.toIntExact(magnitudes.size())];
    double[] random = Check.numbers(trial.normal(signs.length));
    for (int row = 0; row * coordinates < signs.length; row++) {
      for (int i = 0; i < coordinates; i++) {
        boolean negative = i < 6 ? (row >> i & 1) == 1 : random[row * coordinates + i] < 0;
        signs[row * coordinates + i] = negative ? -1 : 1;
      }
    }
    return magnitudes.mul(trial.array(signs, magnitudes.getShape().getShape()));
  }
}
