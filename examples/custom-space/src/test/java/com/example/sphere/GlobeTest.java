package com.example.sphere;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Random;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.testkit.FlatGeometry;
import org.conceptspaces.testkit.comparison.Cell;
import org.conceptspaces.testkit.comparison.Claim;
import org.conceptspaces.testkit.comparison.CompareSpaces;
import org.conceptspaces.testkit.comparison.Comparison;
import org.conceptspaces.testkit.comparison.Measurement;
import org.conceptspaces.testkit.comparison.Metric;

/** Distances between cities, as a sphere and a plane can keep them. */
@CompareSpaces(
    spaces = {"sphere", "plane"},
    dimensions = 2,
    seeds = {1, 2, 3})
class GlobeTest {

  /** Cairo, Honolulu, Lima, London, Nairobi, New York, Sydney, Tokyo: degrees north and east. */
  private static final double[][] CITIES = {
    {30.0, 31.2}, {21.3, -157.9}, {-12.0, -77.0}, {51.5, -0.1},
    {-1.3, 36.8}, {40.7, -74.0}, {-33.9, 151.2}, {35.7, 139.7}
  };

  @Measurement
  void drawMap(Cell cell) {
    Geometry geometry = cell.space().equals("sphere") ? new Sphere() : new FlatGeometry();
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray globe = manager.create(greatCircles());
      NDArray places = manager.create(start(cell));
      for (int step = 0; step < 400; step++) {
        places.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          collector.backward(error(geometry, places, globe));
        }
        places = places.stopGradient().sub(places.getGradient().mul(1.0));
      }
      cell.record("error", Math.sqrt(error(geometry, places, globe).getDouble()));
    }
  }

  /** The mean square of how far distances are off, in the Earth's radius. */
  private static NDArray error(Geometry geometry, NDArray places, NDArray globe) {
    NDArray points = geometry.expOrigin(places);
    return geometry.distances(points, points).sub(globe).square().mean();
  }

  private static double[][] start(Cell cell) {
    Random random = new Random(cell.seed());
    double[][] tangents = new double[CITIES.length][cell.dimension()];
    for (double[] tangent : tangents) {
      for (int k = 0; k < tangent.length; k++) {
        tangent[k] = random.nextGaussian();
      }
    }
    return tangents;
  }

  private static double[][] greatCircles() {
    double[][] distances = new double[CITIES.length][CITIES.length];
    for (int a = 0; a < CITIES.length; a++) {
      for (int b = 0; b < a; b++) {
        double north = Math.toRadians(CITIES[a][0]);
        double south = Math.toRadians(CITIES[b][0]);
        double east = Math.toRadians(CITIES[a][1] - CITIES[b][1]);
        distances[a][b] =
            Math.acos(
                Math.sin(north) * Math.sin(south)
                    + Math.cos(north) * Math.cos(south) * Math.cos(east));
        distances[b][a] = distances[a][b];
      }
    }
    return distances;
  }

  @Claim
  void aSphereKeepsTheGlobe(Comparison comparison) {
    Metric error = comparison.metric("error").smallerIsBetter();
    error.of("sphere").beatsBy("plane", 0.1).isBelow(0.001);
  }
}
