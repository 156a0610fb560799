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
      NDArray shortened = Functions.shorten(far, radius);
      NDArray wanted = g.expOrigin(Casts.to(shortened, g.type()));
      NDArray length = g.distance(g.expOrigin(shortened.zerosLike()), g.embed(far));
      Check.each(
          "distance(origin, embed(v)) of long features",
          g.distance(g.expOrigin(shortened.zerosLike()), wanted),
          length,
          1e-3);
    }
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
