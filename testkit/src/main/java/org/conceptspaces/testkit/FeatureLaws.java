package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;

/** Laws of what the encoder reads by: points of features, and geometries of another type. */
public interface FeatureLaws extends GeometryFixture {

  /**
   * {@code embed(v)} is {@code expOrigin(v)} for short features, and that of features shortened to
   * {@code radius()} for long ones. Its points are of {@code type()}.
   *
   * @param trial the trial
   */
  @Law
  default void embedMapsShortenedFeatures(Trial trial) {
    Geometry g = trial.geometry();
    double radius = g.radius();
    double tolerance = Math.max(trial.tolerance(), tolerance(g.type()));
    NDArray near = trial.frame(moderateRadius(), 20);
    check(g, near, near, tolerance);
    if (radius < 1e6) {
      NDArray far = trial.scaled(trial.directions(20), 5 * radius);
      NDArray shortened = g.shorten(far);
      NDArray wanted = g.expOrigin(Casts.to(shortened, g.type()));
      NDArray length = g.distance(g.expOrigin(shortened.zerosLike()), g.embed(far));
      Check.each(
          "distance(origin, embed(v)) of long features",
          g.distance(g.expOrigin(shortened.zerosLike()), wanted),
          length,
          1e-3);
    }
  }

  /**
   * {@code shorten} leaves rows alone that are no longer than {@code radius()}; it makes none
   * longer, and none shorter than that. What it yields, it leaves alone.
   *
   * @param trial the trial
   */
  @Law
  default void shortenLeavesUsefulFeaturesAlone(Trial trial) {
    Geometry g = trial.geometry();
    double reach = Math.min(1e6, g.radius());
    NDArray near = trial.frame(0.99 * reach, 20);
    Check.rows("short features", near, g.shorten(near), 4 * trial.epsilon(), 0);
    NDArray far = trial.scaled(trial.directions(20), 5 * reach);
    NDArray shortened = g.shorten(far);
    double[] before = Check.numbers(Functions.norm(far));
    double[] after = Check.numbers(Functions.norm(shortened));
    for (int i = 0; i < after.length; i++) {
      boolean within =
          after[i] >= reach * (1 - trial.tolerance())
              && after[i] <= before[i] * (1 + trial.tolerance());
      Check.that("length of shortened features", within, reach + " to " + before[i], after[i]);
    }
    Check.rows("features shortened twice", shortened, g.shorten(shortened), 16 * trial.epsilon());
  }

  private static void check(Geometry g, NDArray features, NDArray tangents, double tolerance) {
    NDArray points = g.embed(features);
    Check.that(
        "the type of embed(v)", points.getDataType() == g.type(), g.type(), points.getDataType());
    Check.rows("embed(v)", g.expOrigin(Casts.to(tangents, g.type())), points, tolerance);
  }

  /**
   * {@code in(type)} is the same geometry: its distances are, in either type.
   *
   * @param trial the trial
   */
  @Law
  default void otherTypesAreTheSameGeometry(Trial trial) {
    Geometry g = trial.geometry();
    NDArray x = trial.points(20);
    NDArray y = trial.points(20);
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      Geometry other = g.in(type);
      Check.each(
          "distance in " + type,
          g.distance(x, y),
          Casts.to(other.distance(Casts.to(x, type), Casts.to(y, type)), trial.type()),
          tolerance(DataType.FLOAT32));
      Check.that(
          "the type of in(" + type + ")",
          other.type() == type || other.type() == g.type(),
          type,
          other.type());
      Check.that("radius in " + type, other.radius() > 0, "above 0", other.radius());
    }
  }
}
