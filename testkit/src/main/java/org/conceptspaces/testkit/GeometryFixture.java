package org.conceptspaces.testkit;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.conceptspaces.api.Geometry;
import org.junit.jupiter.api.TestInstance;

/**
 * What the laws of geometries need to know about the geometry under test. Only {@link #geometry()}
 * must be given; the rest has defaults that suit a space without a cut locus.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface GeometryFixture {

  /**
   * The geometry under test, made anew at each call. The laws run on what its {@link Geometry#bind}
   * gives for an inference pass. One that learns something declares its parameters with a {@link
   * StandaloneContext} on {@link #device()}.
   *
   * @return the geometry
   */
  Geometry geometry();

  /**
   * The dimensions to try.
   *
   * @return 1, 2 and 7 unless overridden
   */
  default List<Integer> dimensions() {
    return List.of(1, 2, 7);
  }

  /**
   * The floating types to try.
   *
   * @return float32 and float64 unless overridden
   */
  default List<DataType> types() {
    return List.of(DataType.FLOAT32, DataType.FLOAT64);
  }

  /**
   * Where to compute.
   *
   * @return the device that the system property {@code concepts.device} names, {@code cpu} or
   *     {@code gpu:N}; the CPU by default
   */
  default Device device() {
    return Devices.fromProperty();
  }

  /**
   * How far the exponential map is one to one, at every point. Laws hold within it.
   *
   * @return infinity unless overridden; π for the unit sphere
   */
  default double injectivityRadius() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * The distance from the origin up to which laws about everyday points draw them, in either
   * floating type. About the curvature radius or below: the identities lose digits exponentially
   * with it.
   *
   * @return at most 1.5, and within {@link Geometry#radius()} and half the injectivity radius
   */
  default double moderateRadius() {
    return Math.min(1.5, Math.min(0.9 * geometry().radius(), 0.45 * injectivityRadius()));
  }

  /**
   * The distance from the origin up to which the laws of accuracy go.
   *
   * @return the geometry's working radius, short of half the injectivity radius, 1e6 at most
   */
  default double farRadius() {
    return Math.min(1e6, Math.min(geometry().workingRadius(), 0.49 * injectivityRadius()));
  }

  /**
   * True distances to hold {@link Geometry#distance} against. Without them, accuracy is checked
   * where the distance is known from how the points were made.
   *
   * @return empty unless overridden
   */
  default Optional<ReferenceDistance> reference() {
    return Optional.empty();
  }

  /**
   * How far an identity may be off at everyday points, relative to what it compares.
   *
   * @param type a floating type
   * @return about 500 units in the last place: 5e-5 in float32, 1e-10 in float64
   */
  default double tolerance(DataType type) {
    return type == DataType.FLOAT32 ? 5e-5 : 1e-10;
  }

  /**
   * Whether the geometry learns something, so that it must be bound before use.
   *
   * @return false unless overridden
   */
  default boolean learns() {
    return false;
  }

  /**
   * What random points are drawn from.
   *
   * @return a number
   */
  default long seed() {
    return 20260101;
  }

  /**
   * The trials that a {@link Law} runs on.
   *
   * @return one for each dimension and type
   */
  default Stream<Trial> trials() {
    return dimensions().stream()
        .flatMap(d -> types().stream().map(type -> new Trial(this, d, type)));
  }

  /**
   * The trials that a {@link LawInOwnType} runs on.
   *
   * @return one for each dimension, in the geometry's own type
   */
  default Stream<Trial> trialsInOwnType() {
    return dimensions().stream().map(d -> new Trial(this, d, geometry().type()));
  }
}
