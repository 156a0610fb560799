package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigReader;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.config.Section;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.embedding.EmbeddingOptions;
import org.conceptspaces.taxonomy.embedding.NodeEngine;
import org.conceptspaces.taxonomy.embedding.NodeTraining;
import org.conceptspaces.taxonomy.embedding.PairEngine;
import org.conceptspaces.taxonomy.source.Sources;
import org.junit.jupiter.api.Test;

/**
 * Trains all nouns in the ball with all cores, as {@code ./concepts embed wordnet:nouns} does, over
 * and over with another seed, and looks at every coordinate after every epoch: each is finite, and
 * each point inside the ball and within the reach of its pairs. No part of a build: its name is not
 * that of a test, so that it runs by hand alone,
 *
 * <pre>{@code
 * mvn -pl integration-tests test -Dtest=EmbeddingSoak -Dsoak.minutes=30 \
 *     [-Dsoak.source=wordnet:nouns] [-Dsoak.space=poincare] [-Dsoak.dimension=10]
 * }</pre>
 *
 * and writes a line for each epoch to {@code target/embedding-soak.tsv}, then how fast the heap
 * grew: the slope of a line through what is in use after a collection, with its 95% interval.
 */
class EmbeddingSoak {

  private static final double MINUTES =
      Double.parseDouble(System.getProperty("soak.minutes", "30"));
  private static final String SOURCE = System.getProperty("soak.source", "wordnet:nouns");
  private static final String SPACE = System.getProperty("soak.space", "poincare");
  private static final int DIMENSION = Integer.getInteger("soak.dimension", 10);
  private static final Path FILE = Path.of("target", "embedding-soak.tsv");

  /** The pair engine stops points at its limit; norms of points there round to a little more. */
  private static final double ROUNDING = 1e-6;

  /** What ends a training from its listener. */
  private static final class TimeIsUp extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final SimpleRegression growth = new SimpleRegression();
  private int epochs;
  private int trainings;

  @Test
  void everyPointStaysInside() throws IOException {
    Plugins plugins = Plugins.load(EmbeddingSoak.class.getClassLoader());
    Section training = new Section("training", EmbeddingOptions.ALL);
    Config config =
        new ConfigReader(plugins, List.of(training))
            .read("spaces: [{space: %s, dimension: %d}]".formatted(SPACE, DIMENSION), "soak");
    SpaceConfig space = config.spaces().get(0);
    NamedHierarchy hierarchy = Sources.hierarchy(SOURCE);
    EmbeddingOptions options =
        EmbeddingOptions.of(
            config.section(training.name()), DIMENSION, hierarchy.hierarchy().size(), false);
    PairKernel kernel =
        PairGradients.of(plugins.create(space, new Parameters())).orElseThrow().pairs(DIMENSION);
    long start = System.nanoTime();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(FILE), true)) {
      out.println("minutes\ttraining\tepoch\tloss\tlargest_norm\tresident_mib\theap_after_gc_mib");
      for (int seed = 1; minutes(start) < MINUTES; seed++) {
        train(hierarchy, options, kernel, seed, start, out);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d epochs of %d trainings in %.1f minutes: no coordinate but finite, no point outside;"
            + " the heap grows by %.1f ± %.1f MiB an hour, %s%n",
        epochs,
        trainings,
        minutes(start),
        growth.getSlope(),
        growth.getSlopeConfidenceInterval(),
        FILE);
  }

  private static double minutes(long start) {
    return (System.nanoTime() - start) / 60e9;
  }

  private void train(
      NamedHierarchy hierarchy,
      EmbeddingOptions options,
      PairKernel kernel,
      int seed,
      long start,
      PrintWriter out) {
    trainings++;
    double[][] tangents = options.start().tangents(hierarchy.hierarchy(), DIMENSION, seed);
    int threads = Runtime.getRuntime().availableProcessors();
    try (NodeEngine engine =
        new PairEngine(
            kernel, options.pairs(hierarchy), options.objective(), tangents, seed, threads)) {
      NodeTraining.run(
          engine,
          options.schedule(),
          0,
          (epoch, loss) -> {
            double largest = largestNorm(kernel, engine.coordinates());
            double heap = heap();
            epochs++;
            growth.addData(minutes(start) / 60, heap);
            out.printf(
                Locale.ROOT,
                "%.2f\t%d\t%d\t%.4f\t%.3f\t%.1f\t%.1f%n",
                minutes(start),
                trainings,
                epoch,
                loss,
                largest,
                resident(),
                heap);
            if (minutes(start) >= MINUTES) {
              throw new TimeIsUp();
            }
          });
    } catch (TimeIsUp e) {
      return;
    }
  }

  /** Looks at every point. */
  private static double largestNorm(PairKernel kernel, double[] coordinates) {
    int width = kernel.coordinates();
    double[] point = new double[kernel.width()];
    double largest = 0;
    for (int at = 0; at < coordinates.length; at += width) {
      double square = 0;
      for (int i = at; i < at + width; i++) {
        assertTrue(Double.isFinite(coordinates[i]), "not finite: node " + at / width);
        square += coordinates[i] * coordinates[i];
      }
      assertTrue(!SPACE.equals("poincare") || square < 1, "outside: node " + at / width);
      kernel.place(coordinates, at, point, 0);
      double norm = kernel.norm(point, 0);
      assertTrue(norm <= kernel.limit() + ROUNDING, "beyond the limit: node " + at / width);
      largest = Math.max(largest, norm);
    }
    return largest;
  }

  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  /** What the system says of this process; 0 where it says nothing. */
  private static double resident() {
    Path status = Path.of("/proc/self/status");
    try {
      return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
