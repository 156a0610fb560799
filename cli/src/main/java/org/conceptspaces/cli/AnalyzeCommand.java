package org.conceptspaces.cli;

import ai.djl.ndarray.NDManager;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.analysis.Analysis;
import org.conceptspaces.analysis.AnalysisOptions;
import org.conceptspaces.analysis.Related;
import org.conceptspaces.analysis.metric.Workers;
import org.conceptspaces.analysis.source.Labels;
import org.conceptspaces.analysis.source.LiveVectors;
import org.conceptspaces.analysis.source.VectorSource;
import org.conceptspaces.analysis.source.VectorSources;
import org.conceptspaces.cli.report.AnalysisText;
import org.conceptspaces.encoder.measure.ConceptAnalysis;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.measure.SummaryConcepts;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.taxonomy.source.TextLines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a bank of vectors holds. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description = "Tells how much of their space vectors use: ranks, dimensions, uniformity.")
final class AnalyzeCommand implements Runnable {

  @Parameters(
      index = "0",
      paramLabel = "VECTORS",
      description =
          "A file of vectors, [N, D], or of inputs' concepts, [B, C, D]: .npy, .npz, .safetensors,"
              + " or word2vec's text (.txt, .vec, .w2v); with --space, points of that geometry. Or a"
              + " model's folder, with --texts. Points are analysed in the tangent space at their"
              + " Fréchet mean, in flat space as they are.")
  private Path vectors = Path.of("");

  @Option(
      names = "--array",
      paramLabel = "NAME",
      description = "Which array of a file that holds several.")
  private @Nullable String array;

  @Option(
      names = "--mask",
      paramLabel = "MASK",
      description =
          "Which vectors are live, 0 for those that are not: an array of the same file, or a .npy"
              + " file.")
  private @Nullable String mask;

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description = "With a model: texts whose concepts to analyse, as 'encode --file' takes them.")
  private @Nullable Path texts;

  @Option(
      names = "--targets",
      paramLabel = "FILE[:ARRAY]",
      description = "Vectors of what concepts shall tell, to compare intrinsic dimensions.")
  private @Nullable String targets;

  @Option(
      names = "--positives",
      paramLabel = "FILE[:ARRAY]",
      description =
          "Another view of the same things, vector by vector, for alignment; the mask holds for"
              + " both.")
  private @Nullable String positives;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "Which class each vector is of, each input of [B, C, D] or each text, for nc1: a label on"
              + " each line. An input, or text, is the mean of its live concepts.")
  private @Nullable Path labels;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "4096",
      description =
          "How many vectors to compare in pairs; what needs no pairs takes all. Default: 4096.")
  private int sample;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "What chooses the sample. Default: 1.")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; they change no result. Default: one for each core.")
  private @Nullable Integer threads;

  @Mixin private final SpaceOptions space = new SpaceOptions();
  @Mixin private final JsonOption json = new JsonOption();
  @Mixin private final PluginOptions pluginOptions = new PluginOptions();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Workers workers = new Workers(Threads.workers(threads));
    if (sample < 2 || sample > AnalysisOptions.LARGEST_SAMPLE) {
      throw new UserException(
          "--sample " + sample + ": wants 2 to " + AnalysisOptions.LARGEST_SAMPLE);
    }
    json.check();
    AnalysisOptions options = new AnalysisOptions(sample, AnalysisOptions.INPUTS, seed, workers);
    long start = System.nanoTime();
    Related related =
        new Related(open(targets), open(positives), labels == null ? null : Labels.read(labels));
    space.check();
    if (texts != null) {
      model(texts, related, options, start);
      return;
    }
    if (Files.isDirectory(vectors)) {
      throw new UserException(
          vectors + ": is a folder; give texts with --texts if it is a model's, or name a file");
    }
    VectorSource source = VectorSources.open(vectors, array, mask);
    if (space.space() != null) {
      points(source, space.space(), related, options, start);
    } else {
      Analysis analysis = Analysis.of(source, related, options);
      double seconds = seconds(start);
      report(analysis.plain(), AnalysisText.lines(analysis, seconds), workers, seconds);
    }
  }

  /** Points of a geometry in a file. */
  private void points(
      VectorSource source, String name, Related related, AnalysisOptions options, long start) {
    try (PluginOptions.Loaded loaded = pluginOptions.load();
        NDManager manager = NDManager.newBaseManager(device.choice().device())) {
      FileGeometry of = FileGeometry.of(loaded.plugins(), name, space.options(), source.width());
      LiveVectors points = LiveVectors.of(source);
      int[] numbers = points.numbers();
      Membership.checked(
          of.geometry(),
          name,
          points.live().values(),
          source.width(),
          row -> source.name() + ": vector " + (numbers[row] + 1),
          manager.getDevice());
      report(
          ConceptAnalysis.of(points, of.dimension(), of.geometry(), related, options, manager),
          options.workers(),
          start);
    }
  }

  private void model(Path file, Related related, AnalysisOptions options, long start) {
    if (array != null || mask != null) {
      throw new UserException("--array and --mask are for files; a model masks its own concepts");
    }
    if (space.space() != null) {
      throw new UserException("--space is for files; a model knows its own geometry");
    }
    TextLines.check(file);
    try (PluginOptions.Loaded loaded = pluginOptions.load();
        NDManager manager = NDManager.newBaseManager(device.choice().device())) {
      TrainedModel trained = GivenModel.load(vectors, loaded.plugins(), manager);
      SummaryConcepts concepts = new SummaryConcepts(vectors.toString(), text -> true);
      int[][] tokens = tokens(trained, file);
      try (PointBank bank = trained.points(tokens, concepts)) {
        report(
            ConceptAnalysis.of(concepts, bank.geometry(), related, options, manager),
            options.workers(),
            start);
      }
    }
  }

  private static int[][] tokens(TrainedModel model, Path file) {
    int maximum = model.description().shape().maximumTokens();
    List<int[]> tokens = new ArrayList<>();
    TextLines.read(
        file, (id, text) -> tokens.add(model.description().vocabulary().encode(text, maximum)));
    if (tokens.isEmpty()) {
      throw new UserException(file + ": holds no text");
    }
    return tokens.toArray(int[][]::new);
  }

  private static @Nullable VectorSource open(@Nullable String name) {
    return name == null ? null : VectorSources.open(name);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void report(ConceptAnalysis analysis, Workers workers, long start) {
    double seconds = seconds(start);
    report(analysis.plain(), AnalysisText.lines(analysis, seconds), workers, seconds);
  }

  private void report(
      Map<String, Object> found, List<String> lines, Workers workers, double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> results = new LinkedHashMap<>(found);
    results.put("threads", workers.threads());
    results.put("seconds", seconds);
    results.put("versions", Versions.withoutEngine());
    json.write(PrettyJson.of(results), out);
    if (!json.onStandardOutput()) {
      lines.forEach(out::println);
    }
  }
}
