package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.cli.report.EmbeddingReport;
import org.conceptspaces.encoder.experiment.TaxonomyMap;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.sampling.HoldOut;
import org.conceptspaces.taxonomy.vectors.Embedding;
import org.conceptspaces.taxonomy.vectors.EmbeddingDescription;
import org.conceptspaces.taxonomy.vectors.EmbeddingFolder;
import org.conceptspaces.taxonomy.vectors.NodeVectors;
import org.conceptspaces.taxonomy.vectors.Precision;
import org.conceptspaces.taxonomy.vectors.VectorFiles;
import org.jspecify.annotations.Nullable;

/**
 * What an embedding came to.
 *
 * @param hierarchy the nodes
 * @param config the method, the geometry and their options
 * @param seed what chance came from
 * @param holdOut the pairs that were kept from training; null if none were
 * @param how further facts, by name: protocol, engine, threads
 * @param pairs how many pairs were trained on, or ranked
 * @param points the points
 * @param figures what was measured, by name
 * @param learned what the geometry itself has learned, by path
 * @param remarks what to know of the points, in a sentence each
 * @param losses the mean loss of each epoch; empty where nothing was trained
 * @param map where the nodes are, to be drawn; null if a coordinate is not finite
 */
record EmbeddingOutcome(
    NamedHierarchy hierarchy,
    EmbeddingConfig config,
    int seed,
    @Nullable HoldOut holdOut,
    Map<String, Object> how,
    long pairs,
    NodePoints points,
    Map<String, Double> figures,
    Map<String, List<Double>> learned,
    List<String> remarks,
    List<Double> losses,
    @Nullable TaxonomyMap map) {

  /** The suite's own artifact, below the output folder. */
  static final String EMBEDDING = "embedding";

  private static final String WORD_VECTORS = "vectors.txt";

  /**
   * Writes points, then results, which mark the folder as ended.
   *
   * @param folder claimed
   * @param err told of what is not written
   */
  void write(Path folder, PrintWriter err) {
    Embedding embedding = embedding();
    try {
      EmbeddingFolder.write(folder.resolve(EMBEDDING), embedding);
      if (embedding.vectors().ids().stream().anyMatch(EmbeddingOutcome::hasSpace)) {
        err.println("no " + WORD_VECTORS + ": word2vec's text has no spaces in ids");
      } else {
        VectorFiles.write(folder.resolve(WORD_VECTORS), embedding.vectors(), Precision.FLOAT64);
      }
    } catch (DataException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
    OutputFolder.writeFile(folder.resolve(OutputFolder.REPORT), report().html());
    OutputFolder.writeFile(folder.resolve(OutputFolder.RESULTS), json());
    EmbeddingCheckpoint.remove(folder);
  }

  private static boolean hasSpace(String id) {
    return id.codePoints().anyMatch(Character::isWhitespace);
  }

  private Embedding embedding() {
    Map<String, Double> finite = new LinkedHashMap<>(figures);
    finite.values().removeIf(value -> !Double.isFinite(value));
    return new Embedding(
        new EmbeddingDescription(
            hierarchy.name(),
            hierarchy.fingerprint(),
            config.space().space(),
            config.options(),
            config.dimension(),
            config.method().name(),
            seed,
            config.config().hash(),
            Versions.withoutEngine(),
            finite,
            learned,
            holdOut),
        new NodeVectors(hierarchy.hierarchy().ids(), points.coordinates(), points.width()));
  }

  /** The results by name, as they are written. */
  String json() {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("source", hierarchy.name());
    results.put("nodes", hierarchy.hierarchy().size());
    results.put("pairs", pairs);
    results.put("space", config.space().space());
    results.put("dimension", config.dimension());
    results.put("method", config.method().name());
    results.put("seed", seed);
    results.putAll(how);
    if (holdOut != null) {
      results.put("hold_out", LinkPrediction.plain(holdOut));
    }
    results.putAll(EmbeddingFigures.plain(figures));
    results.put("geometry", points.parameters());
    results.put("radius_histogram", points.norms().histogram(20));
    results.put("config", config.config().toMap());
    results.put("config_hash", config.config().hash());
    results.put("fingerprint", hierarchy.fingerprint());
    results.put("versions", Versions.withoutEngine());
    return PrettyJson.of(results);
  }

  private EmbeddingReport report() {
    return new EmbeddingReport(
        hierarchy.name(),
        header() + "; method " + config.method() + ", seed " + seed,
        EmbeddingFigures.shown(figures),
        remarks,
        map,
        points.norms().histogram(20),
        points.norms().largest(),
        losses,
        hierarchy.fingerprint(),
        Versions.withoutEngine(),
        config.config().toMap());
  }

  private String header() {
    return "%s in %s, dimension %d: %d nodes, %d pairs"
        .formatted(
            hierarchy.name(),
            points.name(),
            config.dimension(),
            hierarchy.hierarchy().size(),
            pairs);
  }

  /** The results for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(header());
    lines.addAll(EmbeddingFigures.lines(figures));
    lines.addAll(remarks);
    return lines;
  }
}
