package org.conceptspaces.cli;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.CurvedMetrics;
import org.conceptspaces.analysis.curved.CurvedBank;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.source.VectorSource;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.encoder.measure.HostCopies;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.taxonomy.source.TextLines;
import org.jspecify.annotations.Nullable;

/** The concepts that a model has of some texts, at the level that texts are pooled from. */
final class ModelConcepts implements PointBank.Observer {

  /** All points are in memory, and computed with at once: 256 MB of coordinates. */
  private static final long MOST_NUMBERS = 1L << 25;

  private final String name;
  private final NDManager manager;
  private final BitSet live = new BitSet();
  private final List<double[]> points = new ArrayList<>();
  private int slots;
  private int rows;
  private @Nullable Geometry geometry;
  private int dimension;
  private int width;
  private boolean flat;

  private ModelConcepts(String name, NDManager manager) {
    this.name = name;
    this.manager = manager;
  }

  /** Encodes the texts of a file. */
  static ModelConcepts of(String name, TrainedModel model, Path file, NDManager manager) {
    int maximum = model.description().shape().maximumTokens();
    List<int[]> tokens = new ArrayList<>();
    TextLines.read(
        file, (id, text) -> tokens.add(model.description().vocabulary().encode(text, maximum)));
    if (tokens.isEmpty()) {
      throw new UserException(file + ": holds no text");
    }
    ModelConcepts concepts = new ModelConcepts(name, manager);
    PointBank bank = PointBank.of(manager, model.network(), tokens.toArray(int[][]::new), concepts);
    // open as long as the manager: what a geometry has learned is read from it
    concepts.geometry = bank.geometry();
    return concepts;
  }

  @Override
  public void encoded(ConceptSet concepts) {
    Level level = concepts.summary();
    slots = level.spec().count();
    dimension = level.spec().dimension();
    width = level.spec().coordinates();
    double[] mask = HostCopies.toDoubles(level.mask());
    double[] all = HostCopies.toDoubles(level.points());
    int there = (int) level.mask().getShape().get(1);
    for (int at = 0; at < mask.length; at++) {
      if (mask[at] > 0) {
        live.set(rows + at / there * slots + at % there);
        points.add(Arrays.copyOfRange(all, at * width, (at + 1) * width));
      }
    }
    rows += mask.length / there * slots;
    if ((long) rows * width > MOST_NUMBERS) {
      throw new UserException(
          name
              + ": makes more than "
              + MOST_NUMBERS
              + " coordinates of these texts, which are analysed in memory; give fewer texts");
    }
  }

  private Geometry geometry() {
    if (geometry == null) {
      throw new IllegalStateException("nothing was encoded");
    }
    return geometry;
  }

  private Rows livePoints() {
    return Rows.of(points.toArray(double[][]::new));
  }

  /**
   * All concepts in the tangent space at the Fréchet mean of the live ones; in flat space as they
   * are, since an offset that they have in common could not be told around their mean.
   */
  VectorSource tangents() {
    Rows own = livePoints();
    CurvedBank bank = CurvedBank.of(geometry(), dimension, own, manager);
    flat = bank.isFlat();
    return new Tangents(name, flat ? own : bank.tangents(), rows, slots, live);
  }

  /** What is told by points themselves. */
  Beside beside(AnalysisOptions options) {
    Rows some =
        livePoints()
            .sample(
                Math.min(CurvedMetrics.MOST_POINTS, options.sample()), new Random(options.seed()));
    CurvedBank bank = CurvedBank.of(geometry(), dimension, some, manager);
    return new Beside(geometry().toString(), flat, some.count(), CurvedMetrics.of(bank, options));
  }

  /** Metrics of the points in their geometry. */
  record Beside(String geometry, boolean flat, int sampled, CurvedMetrics metrics) {

    Map<String, Object> plain() {
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("geometry", geometry);
      plain.put("coordinates", coordinates());
      plain.put("sampled_rows_geodesic", sampled);
      plain.putAll(metrics.values().values());
      plain.put("largest_radius", metrics.largestRadius());
      plain.put("radius_histogram", metrics.radiusHistogram());
      return plain;
    }

    private String coordinates() {
      return flat ? "points as they are" : "tangents at the Fréchet mean";
    }

    List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add("");
      lines.add(coordinates() + " in " + geometry + "; of the points themselves:");
      metrics
          .values()
          .values()
          .forEach(
              (metric, value) ->
                  lines.add(String.format(Locale.ROOT, "%-42s %.4f", metric, value)));
      metrics
          .values()
          .missing()
          .forEach((metric, why) -> lines.add("not measured: " + metric + " " + why));
      lines.add(
          String.format(
              Locale.ROOT,
              "points by radius, from 0 to %.3g: %s",
              metrics.largestRadius(),
              metrics.radiusHistogram()));
      return lines;
    }
  }

  /** Rows of dead slots are 0, and masked. */
  private record Tangents(String name, Rows live, long rows, int slots, BitSet mask)
      implements VectorSource {

    @Override
    public int width() {
      return live.width();
    }

    @Override
    public void read(int rowsAtOnce, Sink sink) {
      int kept = 0;
      for (int from = 0; from < rows; from += rowsAtOnce) {
        int count = (int) Math.min(rowsAtOnce, rows - from);
        double[] block = new double[count * width()];
        for (int i = 0; i < count; i++) {
          if (mask.get(from + i)) {
            System.arraycopy(live.values(), kept++ * width(), block, i * width(), width());
          }
        }
        sink.accept(block, count);
      }
    }
  }
}
