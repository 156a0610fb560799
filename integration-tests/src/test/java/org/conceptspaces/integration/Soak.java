package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Comparison;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.train.StepReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trains over and over, flat and in a ball whose curvature is learned, saves each model, and
 * watches the memory. No part of a build: its name is not that of a test, so that it runs by hand
 * alone,
 *
 * <pre>{@code mvn -pl integration-tests test -Dtest=Soak -Dsoak.minutes=30}</pre>
 *
 * and writes thirty lines to {@code target/soak.tsv}, then how fast the process grew after the
 * first third: the slope of a line through its resident memory, with its 95% interval.
 */
class Soak {

  private static final double MINUTES =
      Double.parseDouble(System.getProperty("soak.minutes", "30"));
  private static final int LINES = 30;
  private static final Path FILE = Path.of("target", "soak.tsv");

  /** A day of this is less than an encoder of a usual size. */
  private static final double TOLERATED_MEBIBYTES_PER_HOUR = 16;

  private static final String CONFIG =
      """
      data: {source: "wordnet:dog.n.01"}
      encoder: {tokenDimension: 8, hidden: 32, layers: 1, heads: 2, feedForward: 32}
      training: {steps: 50, pairs: 8}
      spaces:
        - {space: euclidean, concepts: 4, dimension: 3}
        - {space: poincare, concepts: 4, dimension: 3, learnCurvature: true}
      """;

  @TempDir private Path folder;

  /** A line of the file; memory in MiB, the resident as the mean since the line before. */
  private record Line(double minutes, int trainings, double resident, double heap, int arrays) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%.2f\t%d\t%.1f\t%.1f\t%d", minutes, trainings, resident, heap, arrays);
    }
  }

  @Test
  void memoryStaysFlat() throws IOException {
    Plugins plugins = Plugins.load(Soak.class.getClassLoader());
    Config config = ExperimentSections.reader(plugins).read(CONFIG, "soak");
    List<Line> lines = new ArrayList<>();
    long start = System.nanoTime();
    int trainings = 0;
    SummaryStatistics resident = new SummaryStatistics();
    try (NDManager manager = NDManager.newBaseManager();
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(FILE), true)) {
      out.println("minutes\ttrainings\tresident_mib\theap_after_gc_mib\tarrays");
      while (lines.size() < LINES) {
        Comparison.open(config, plugins, Map.of()).run(manager, 1, new Saving());
        trainings += config.spaces().size();
        resident.addValue(resident());
        double minutes = (System.nanoTime() - start) / 60e9;
        if (minutes >= MINUTES * (lines.size() + 1) / LINES) {
          lines.add(new Line(minutes, trainings, resident.getMean(), heap(), arrays(manager)));
          out.println(lines.get(lines.size() - 1));
          resident.clear();
        }
      }
    }
    SimpleRegression growth = new SimpleRegression();
    lines.subList(LINES / 3, LINES).forEach(l -> growth.addData(l.minutes() / 60, l.resident()));
    double half = growth.getSlopeConfidenceInterval();
    System.out.printf(
        Locale.ROOT,
        "%d trainings in %.1f minutes: resident memory grows by %.1f ± %.1f MiB an hour, %s%n",
        trainings,
        lines.get(LINES - 1).minutes(),
        growth.getSlope(),
        half,
        FILE);
    assertTrue(growth.getSlope() - half <= TOLERATED_MEBIBYTES_PER_HOUR, "memory grows");
    long kinds = lines.stream().mapToInt(Line::arrays).distinct().count();
    assertTrue(kinds == 1, "arrays are left over");
  }

  /** What the system says of this process; 0 where it says nothing. */
  private static double resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }

  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  /** Arrays of the engine that are still open, in this manager or any other. */
  private static int arrays(NDManager manager) {
    NDManager top = manager;
    while (top.getParentManager() != null && top.getParentManager() != top) {
      top = top.getParentManager();
    }
    return top.getManagedArrays().size();
  }

  /** Saves every checkpoint over the last. */
  private final class Saving implements Comparison.Listener {
    @Override
    public Experiment.Listener begins(String label, ModelDescription model, int steps) {
      return new Experiment.Listener() {
        @Override
        public void stepped(StepReport report) {}

        @Override
        public void checkpoint(Checkpoint checkpoint) {
          ModelDirectory.save(folder, checkpoint.description(), checkpoint.model());
        }
      };
    }

    @Override
    public void ended(RunResult result) {}
  }
}
