package org.conceptspaces.integration.comparison;

import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.measure.TextConcepts;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.source.Sources;
import org.conceptspaces.testkit.comparison.Cell;
import org.conceptspaces.testkit.comparison.Claim;
import org.conceptspaces.testkit.comparison.CompareSpaces;
import org.conceptspaces.testkit.comparison.Comparison;
import org.conceptspaces.testkit.comparison.Measurement;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many short texts and few long ones, of real glosses: an adaptive space spends its concepts on the
 * long ones, and keeps its budget; a repeated text is as short as it was. Gates keep the budget
 * too, but it takes them longer to tell texts apart.
 */
@CompareSpaces(
    spaces = {
      "prefix = {space: adaptive, maximum: 12, budget: 4, child: {space: euclidean, dimension: 3}}",
      "gates = {space: adaptive, maximum: 12, budget: 4, method: gates, child: {space: euclidean,"
          + " dimension: 3}}",
      "fixed = {space: euclidean, concepts: 4, dimension: 3}"
    },
    dimensions = 3,
    seeds = {1, 2, 3})
class TextsOfManyLengthsTest {

  private static final Plugins PLUGINS =
      Plugins.load(TextsOfManyLengthsTest.class.getClassLoader());
  private static final int SHORT = 120;
  private static final int LONG = 30;
  private static final int GLOSSES = 5;

  private final List<String> texts = texts(Sources.open("wordnet:carnivore.n.01"));

  @TempDir private Path folder;

  private static List<String> texts(TextTaxonomy taxonomy) {
    List<String> all = taxonomy.texts();
    return IntStream.range(0, SHORT + LONG)
        .mapToObj(
            i ->
                i < SHORT ? all.get(i) : String.join("; ", all.subList(from(i), from(i) + GLOSSES)))
        .toList();
  }

  private static int from(int text) {
    return SHORT + (text - SHORT) * GLOSSES;
  }

  @Measurement
  void concepts(Cell cell) throws IOException {
    Config config = config(cell);
    try (NDManager manager = NDManager.newBaseManager()) {
      org.conceptspaces.encoder.experiment.Comparison.open(config, PLUGINS, Map.of())
          .run(manager, 1, new Counts(cell, manager));
    }
  }

  private Config config(Cell cell) throws IOException {
    StringBuilder edges = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      lines.append('t').append(i).append('\t').append(texts.get(i)).append('\n');
      edges.append(i > 0 ? "t" + i + "\tt" + (i - 1) / 2 + "\n" : "");
    }
    Path file = folder.resolve("config.yaml");
    Files.writeString(folder.resolve("edges.tsv"), edges);
    Files.writeString(folder.resolve("texts.tsv"), lines);
    Files.writeString(
        file,
        """
        data: {edges: edges.tsv, texts: texts.tsv, heldOut: 0}
        encoder: {tokenDimension: 16, hidden: 32, layers: 1, heads: 4, feedForward: 32, maximumTokens: 80}
        training: {steps: 200, pairs: 12, maskedTokens: 0, maskShare: 0, reconstruction: 1,
          hierarchy: 0, learningRate: 0.01, measurements: 0}
        seeds: [%d]
        spaces: [%s]
        """
            .formatted(cell.seed(), cell.space()));
    return ExperimentSections.reader(PLUGINS).read(file);
  }

  /** Counts the concepts of texts when a training is over. */
  private final class Counts implements org.conceptspaces.encoder.experiment.Comparison.Listener {
    private final Cell cell;
    private final NDManager manager;

    Counts(Cell cell, NDManager manager) {
      this.cell = cell;
      this.manager = manager;
    }

    @Override
    public Experiment.Listener begins(String label, ModelDescription description, int steps) {
      return new Experiment.Listener() {
        @Override
        public void stepped(StepReport report) {}

        @Override
        public void checkpoint(Checkpoint checkpoint) {
          if (checkpoint.state().steps() == steps) {
            record(checkpoint.model(), description);
          }
        }
      };
    }

    private void record(ConceptModel model, ModelDescription description) {
      double[] counts = counts(model, description, texts);
      double[] bits = new double[counts.length];
      Arrays.setAll(bits, i -> texts.get(i).length());
      double shortTexts = mean(Arrays.copyOf(counts, SHORT));
      double longTexts = mean(Arrays.copyOfRange(counts, SHORT, counts.length));
      cell.record("concepts", mean(counts));
      cell.record("more for long texts", longTexts - shortTexts);
      cell.record(
          "spearman",
          longTexts == shortTexts ? 0 : new SpearmansCorrelation().correlation(counts, bits));
      List<String> twice = texts.stream().limit(SHORT).map(t -> t + " " + t).toList();
      cell.record("more for repetition", mean(counts(model, description, twice)) - shortTexts);
    }

    private double[] counts(ConceptModel model, ModelDescription description, List<String> some) {
      int longest = description.shape().maximumTokens();
      int[][] tokens =
          some.stream()
              .map(text -> description.vocabulary().encode(text, longest))
              .toArray(int[][]::new);
      int[] lengths = Arrays.stream(tokens).mapToInt(text -> text.length).toArray();
      try (ModelPass pass = ModelPass.inference(manager)) {
        ConceptSet concepts = model.encode(pass, Batches.of(pass.manager(), tokens));
        return TextConcepts.of(concepts, lengths).stream()
            .mapToDouble(text -> text.summary().concepts().size())
            .toArray();
      }
    }

    @Override
    public void ended(RunResult result) {}
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  @Claim
  void longTextsHaveMore(Comparison comparison) {
    comparison.metric("more for long texts").of("prefix").beatsBy("fixed", 1);
    comparison.metric("spearman").of("prefix").isAbove(0.5);
  }

  @Claim
  void theBudgetIsKept(Comparison comparison) {
    for (String space : List.of("prefix", "gates")) {
      comparison.metric("concepts").of(space).isBetween(3, 6);
    }
  }

  @Claim
  void aRepeatedTextNeedsNoMore(Comparison comparison) {
    for (String space : List.of("prefix", "gates")) {
      comparison.metric("more for repetition").of(space).isBelow(0.5);
    }
  }

  /** What the measurements do not bear fails. */
  @Claim
  void fixedCountsDoNotGoWithLength(Comparison comparison) {
    assertThrows(
        AssertionError.class,
        () -> comparison.metric("more for long texts").of("fixed").isAbove(0));
  }
}
