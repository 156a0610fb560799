package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.config.OptionTable;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.sampling.HoldOut;
import org.conceptspaces.taxonomy.source.Sources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A point for every node of a hierarchy. */
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description =
        "Finds a point for every node of a hierarchy, in any installed geometry, and tells how well"
            + " distances recover the hierarchy.")
final class EmbedCommand implements Runnable {

  /** Lists of options are a table, which breaks badly. */
  private static final int WIDE = 150;

  /** What has no meaning without points. */
  private static final List<String> ABOUT_POINTS =
      List.of(
          "--method",
          "--space",
          "--dimension",
          "--option",
          "--threads",
          "--output",
          "--resume",
          "--checkpoint-seconds",
          "--hold-out",
          "--hold-out-seed");

  @Parameters(
      paramLabel = "SOURCE",
      description = "A file of edges, an ontology, or a name; see below.")
  private String source = "";

  @Option(
      names = "--method",
      paramLabel = "M",
      defaultValue = "train",
      description =
          "train learns points. Without training, in poincare: sarkar places a tree, edge by edge,"
              + " hmds (multidimensional scaling) all nodes by their distances. Default: train.")
  private EmbeddingMethod method = EmbeddingMethod.train;

  @Option(
      names = "--space",
      paramLabel = "S",
      defaultValue = "poincare",
      description = "The geometry; './concepts spaces' lists them. Default: poincare.")
  private String space = "";

  @Option(
      names = "--dimension",
      paramLabel = "D",
      defaultValue = "10",
      description = "Its dimension. Default: 10.")
  private int dimension;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "An option of the geometry, of training or of the method; see below.")
  private final Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What chance comes from. Default: 1.")
  private int seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that train and rank. Default: one for each core. With 1 a seed fixes every bit.")
  private @Nullable Integer threads;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Where points, results and report go: a new folder, or, with --resume, that of the"
              + " training to go on with. Default: runs/embed-NAME, or runs/embed-NAME-2 and so on.")
  private @Nullable Path output;

  @Option(
      names = "--resume",
      description = "Go on from the checkpoint in --output, if there is one.")
  private boolean resume;

  @Option(
      names = "--checkpoint-seconds",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description =
          "How long to train between checkpoints, which are written after epochs. Default: 20; 0"
              + " writes one after each.")
  private double checkpointSeconds;

  @Option(
      names = "--shape",
      description =
          "Embed nothing: tell how like a tree the hierarchy is (Gromov's δ), how deep and broad,"
              + " and which geometry and dimension that speaks for.")
  private boolean shape;

  @Mixin private final HoldOutOptions holdOut = new HoldOutOptions();
  @Mixin private final JsonOption json = new JsonOption();
  @Mixin private final PluginOptions pluginOptions = new PluginOptions();
  @Mixin private final DeviceOption device = new DeviceOption();

  private CommandSpec spec = CommandSpec.create();

  @Spec
  void describe(CommandSpec own) {
    spec = own;
    List<String> footer = new ArrayList<>();
    footer.add("%nSources:");
    Sources.hierarchyNames().forEach(name -> footer.add("  " + name.replace("%", "%%")));
    for (EmbeddingMethod each : EmbeddingMethod.values()) {
      footer.add(
          "%nOptions of --method "
              + each
              + (each.constructs() ? ":" : " (those of geometries: './concepts spaces'):"));
      OptionTable.lines(each.section().options())
          .forEach(line -> footer.add("  " + line.replace("%", "%%")));
    }
    own.usageMessage().width(WIDE).footer(footer.toArray(String[]::new));
  }

  @Override
  public void run() {
    if (shape) {
      tellShape();
      return;
    }
    try (PluginOptions.Loaded loaded = pluginOptions.load()) {
      run(loaded.plugins());
    }
  }

  private void tellShape() {
    for (String name : ABOUT_POINTS) {
      if (spec.commandLine().getParseResult().hasMatchedOption(name)) {
        throw new UserException(
            name + ": --shape only looks at the hierarchy; leave one of them out");
      }
    }
    checkSeed();
    json.check();
    NamedHierarchy hierarchy = read();
    ShapeReport report = ShapeReport.of(hierarchy, seed);
    PrintWriter out = spec.commandLine().getOut();
    json.write(report.json(), out);
    if (!json.onStandardOutput()) {
      report.lines().forEach(out::println);
    }
  }

  private void checkSeed() {
    if (seed < 0) {
      throw new UserException("--seed " + seed + ": wants 0 at least");
    }
  }

  private NamedHierarchy read() {
    NamedHierarchy hierarchy = Sources.hierarchy(source);
    PrintWriter err = spec.commandLine().getErr();
    hierarchy.remarks().forEach(remark -> err.println("concepts: " + remark));
    return hierarchy;
  }

  /** Everything that can be wrong with what the user gave shows before the folder is claimed. */
  private void run(Plugins plugins) {
    if (resume && output == null) {
      throw new UserException("--resume wants --output, the folder of the training to go on with");
    }
    if (resume && method.constructs()) {
      throw new UserException("--resume: --method " + method + " is never half done; leave it out");
    }
    EmbeddingConfig config = EmbeddingConfig.read(plugins, method, space, dimension, options);
    int workers = Threads.workers(threads);
    checkSeed();
    HoldOut held = holdOut.wanted();
    if (held != null && method.constructs()) {
      throw new UserException(
          "--hold-out: --method "
              + method
              + " goes by direct edges alone, which are never held out; leave --hold-out out, or use"
              + " --method train");
    }
    if (!(checkpointSeconds >= 0)) {
      throw new UserException("--checkpoint-seconds " + checkpointSeconds + ": wants 0 at least");
    }
    json.check();
    PrintWriter err = spec.commandLine().getErr();
    NamedHierarchy hierarchy = read();
    if (method.constructs()) {
      ConstructionJob job =
          new ConstructionJob(plugins, config, hierarchy, seed, workers, device.choice());
      job.check();
      try (EmbeddingFolderClaim folder =
          EmbeddingFolderClaim.of(output, resume, hierarchy.name())) {
        tell(job.run(folder.path(), err), folder.path());
      }
      return;
    }
    EmbeddingJob job =
        EmbeddingJob.open(plugins, config, hierarchy, held, seed, workers, device.choice());
    try (EmbeddingFolderClaim folder = EmbeddingFolderClaim.of(output, resume, hierarchy.name());
        StopRequest stop = new StopRequest(err)) {
      EmbeddingOutcome outcome =
          stop.telling(
              () -> job.run(folder.path(), checkpointSeconds, err, stop),
              e -> e.getMessage() + "; give --resume --output " + folder.path() + " to go on");
      tell(outcome, folder.path());
    }
  }

  private void tell(EmbeddingOutcome outcome, Path folder) {
    outcome.write(folder, spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    json.write(outcome.json(), out);
    if (!json.onStandardOutput()) {
      outcome.lines().forEach(out::println);
      out.println();
      out.println("Points: " + folder);
    }
  }
}
