package org.conceptspaces.taxonomy.vectors;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conceptspaces.taxonomy.sampling.HoldOut;
import org.jspecify.annotations.Nullable;

/**
 * What an embedding is and where it comes from: {@code embedding.json}.
 *
 * @param source the name of the hierarchy's source, or the file's
 * @param fingerprint the hierarchy's {@link org.conceptspaces.taxonomy.Hierarchy#fingerprint}
 * @param geometry the geometry's name, {@code poincare} say
 * @param options the geometry's options, by name: numbers, texts, booleans, lists or maps of them
 * @param dimension the geometry's dimension
 * @param method how points were found: {@code train}, {@code sarkar}, {@code hmds}
 * @param seed what chance came from
 * @param configHash tells settings apart, 16 hexadecimal digits or whatever the caller uses
 * @param versions versions of what made it, by name
 * @param metrics figures measured on it, by name, finite
 * @param learned what the geometry itself has learned, by path; empty if it learns nothing
 * @param holdOut the pairs that were kept from training, to be predicted; null if none were
 */
public record EmbeddingDescription(
    String source,
    String fingerprint,
    String geometry,
    Map<String, Object> options,
    int dimension,
    String method,
    long seed,
    String configHash,
    Map<String, String> versions,
    Map<String, Double> metrics,
    Map<String, List<Double>> learned,
    @Nullable HoldOut holdOut) {

  /** Copies the maps, sorted, so that the same embedding is always written the same way. */
  public EmbeddingDescription {
    options = Map.copyOf(options);
    versions = Map.copyOf(versions);
    metrics = Map.copyOf(metrics);
    learned = Map.copyOf(learned);
    for (Map.Entry<String, Double> metric : metrics.entrySet()) {
      if (!Double.isFinite(metric.getValue())) {
        throw new IllegalArgumentException(
            "metric " + metric.getKey() + " is " + metric.getValue() + ", not finite");
      }
    }
  }

  /** A {@link HoldOut}, not yet checked. */
  record Held(double share, long seed) {}

  /** As Gson writes and reads it. */
  record File(
      int format,
      @Nullable String source,
      @Nullable String fingerprint,
      int nodes,
      @Nullable String geometry,
      @Nullable Map<String, Object> options,
      int dimension,
      int coordinates,
      @Nullable String method,
      long seed,
      @Nullable String configHash,
      @Nullable Map<String, String> versions,
      @Nullable Map<String, Double> metrics,
      @Nullable Map<String, List<Double>> learned,
      @Nullable Held holdOut) {

    EmbeddingDescription description() {
      return new EmbeddingDescription(
          required(source, "source"),
          required(fingerprint, "fingerprint"),
          required(geometry, "geometry"),
          required(options, "options"),
          dimension,
          required(method, "method"),
          seed,
          required(configHash, "configHash"),
          required(versions, "versions"),
          required(metrics, "metrics"),
          learned == null ? Map.of() : learned,
          holdOut == null ? null : new HoldOut(holdOut.share(), holdOut.seed()));
    }

    private static <T> T required(@Nullable T value, String name) {
      if (value == null) {
        throw new IllegalArgumentException("has no \"" + name + "\"");
      }
      return value;
    }
  }

  File file(int format, NodeVectors vectors) {
    return new File(
        format,
        source,
        fingerprint,
        vectors.size(),
        geometry,
        new TreeMap<>(options),
        dimension,
        vectors.width(),
        method,
        seed,
        configHash,
        new TreeMap<>(versions),
        new TreeMap<>(metrics),
        learned.isEmpty() ? null : new TreeMap<>(learned),
        holdOut == null ? null : new Held(holdOut.share(), holdOut.seed()));
  }
}
