package org.conceptspaces.cli;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.conceptspaces.cli.report.GateText;
import org.conceptspaces.cli.report.HtmlReport;
import org.conceptspaces.cli.report.ResultsJson;
import org.conceptspaces.cli.report.Study;
import org.conceptspaces.cli.report.TextReport;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.OptionTable;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.config.Section;
import org.conceptspaces.encoder.experiment.Comparison;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.experiment.GateResult;
import org.conceptspaces.encoder.experiment.RunFailedException;
import org.conceptspaces.encoder.model.Folders;
import org.conceptspaces.encoder.model.ModelException;
import org.conceptspaces.encoder.train.NonFiniteLossException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job: the same encoder in several spaces, side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description =
        "Trains the same encoder in each space of a config, with each recipe of regularisers and"
            + " each seed, at matched parameter counts, and tells which space served the data better.")
final class CompareCommand implements Callable<Integer> {

  /** Lists of options are a table, which breaks badly. */
  private static final int WIDE = 180;

  @Parameters(paramLabel = "CONFIG", description = "A YAML file; examples/mammals.yaml is one.")
  private Path file = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Where results, report and models go. Default: runs/NAME, or runs/NAME-2 and so on where"
              + " that holds results.")
  private @Nullable Path output;

  @Option(
      names = "--enforce",
      description =
          "End with exit code 3, after everything is written, unless all gates of the config are"
              + " passed: by each space with each recipe of regularisers, those without"
              + " regularisers excepted if there are others. A gate judges the mean over seeds.")
  private boolean enforce;

  @Mixin private final JsonOption json = new JsonOption();
  @Mixin private final JobsOption jobs = new JobsOption();
  @Mixin private final PluginOptions pluginOptions = new PluginOptions();
  @Mixin private final DeviceOption device = new DeviceOption();

  private CommandSpec spec = CommandSpec.create();

  /** Has the help list what a config may hold, straight from the sections that read it. */
  @Spec
  void describe(CommandSpec own) {
    spec = own;
    List<String> footer = new ArrayList<>();
    footer.add("%nA config holds spaces (see './concepts spaces'), seeds, and these sections:");
    for (Section section : ExperimentSections.ALL) {
      footer.add(section.name() + ":");
      OptionTable.lines(section.options()).forEach(l -> footer.add("  " + l.replace("%", "%%")));
    }
    footer.add("and beside them:");
    Stream.of(ExperimentSections.OPTIONS, ExperimentSections.CONDITIONS)
        .flatMap(options -> OptionTable.lines(options).stream())
        .forEach(line -> footer.add("  " + line.replace("%", "%%")));
    own.usageMessage().width(WIDE).footer(footer.toArray(String[]::new));
  }

  @Override
  public Integer call() {
    try (PluginOptions.Loaded loaded = pluginOptions.load()) {
      return run(loaded.plugins());
    }
  }

  /** Everything that can be wrong with what the user gave shows before the folder is claimed. */
  private int run(Plugins plugins) {
    Config config = ExperimentSections.reader(plugins).read(file);
    if (enforce && !ExperimentSections.hasGates(config)) {
      throw new UserException(
          "--enforce: "
              + file
              + " has no gates; add some, such as gates: [\"effective_rank_share_per_sample > 0.8\"], or"
              + " leave the option out");
    }
    json.check();
    int runs = ExperimentSections.runs(config);
    int atATime = jobs.decide(runs, device.choice());
    Device place = device.choice().device();
    Map<String, String> versions = Versions.all();
    PrintWriter err = spec.commandLine().getErr();
    Comparison comparison = Comparison.open(config, plugins, versions, new StatesProgress(err));
    OutputFolder folder = OutputFolder.claim(output, name(file));
    err.printf(
        "%d runs, %d at a time, on %s, into %s%n",
        runs, atATime, DeviceChoice.named(place), folder);
    // Open until the report is written: a stop at the very end shall not lose it.
    try (StopRequest stop = new StopRequest(err)) {
      Comparison.Findings findings = findings(comparison, folder, place, atATime, stop);
      report(new Study(name(file), config, versions, findings), folder);
      return enforce ? enforced(findings.gates(), err) : Main.DONE;
    }
  }

  private static int enforced(List<GateResult> gates, PrintWriter err) {
    String fatal = GateText.fatal(gates);
    if (fatal.isEmpty()) {
      return Main.DONE;
    }
    err.println("concepts: --enforce: " + fatal);
    return Main.GATE_FAILED;
  }

  private Comparison.Findings findings(
      Comparison comparison, OutputFolder folder, Device place, int atATime, StopRequest stop) {
    PrintWriter err = spec.commandLine().getErr();
    ModelFolders models = new ModelFolders(folder.models(), comparison.labels());
    SavedModels saved = new SavedModels();
    int runs = comparison.runs();
    ProgressMeter progress = new ProgressMeter(err, 0, (long) runs * comparison.steps());
    ComparisonListener listener = new ComparisonListener(models, saved, runs, progress, stop);
    try (NDManager manager = NDManager.newBaseManager(place)) {
      return stop.telling(
          () -> {
            try (progress) {
              return comparison.run(manager, atATime, listener);
            }
          },
          e -> left(listener.ended(), runs, saved, folder));
    } catch (RunFailedException e) {
      if (e.getCause() instanceof NonFiniteLossException
          || e.getCause() instanceof ModelException) {
        Path model = models.of(e.label(), e.seed());
        throw JobException.brokenOff(e, saved.lastStep(model), model);
      }
      throw e;
    }
  }

  /** What a comparison leaves that was stopped: half-trained models would look like whole ones. */
  private static String left(List<String> ended, int runs, SavedModels saved, OutputFolder folder) {
    saved.removeUnfinished();
    if (ended.isEmpty()) {
      Folders.removeQuietly(folder.models()); // so that the folder can be given again
      return "stopped; none of %d runs had finished, and nothing of them is kept".formatted(runs);
    }
    return "stopped; %d of %d runs had finished (%s): their models are in %s; nothing of the others is kept"
        .formatted(ended.size(), runs, String.join("; ", ended), folder.models());
  }

  private void report(Study study, OutputFolder folder) {
    PrintWriter out = spec.commandLine().getOut();
    String results = ResultsJson.of(study);
    Path resultsFile = folder.write(OutputFolder.RESULTS, results);
    Path reportFile = folder.write(OutputFolder.REPORT, HtmlReport.of(study));
    json.write(results, out);
    if (!json.onStandardOutput()) {
      TextReport.lines(study).forEach(out::println);
      out.println();
      out.println("Results: " + resultsFile);
      out.println("Report:  " + reportFile);
    }
  }

  /** The config's name: its file's, without ending. */
  private static String name(Path config) {
    String name = String.valueOf(config.getFileName()).replaceFirst("\\.[^.]*$", "");
    return name.replace(".", "").isBlank() ? "comparison" : name;
  }
}
