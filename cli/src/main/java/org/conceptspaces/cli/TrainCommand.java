package org.conceptspaces.cli;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.conceptspaces.cli.report.HtmlReport;
import org.conceptspaces.cli.report.ResultsJson;
import org.conceptspaces.cli.report.Study;
import org.conceptspaces.cli.report.TextReport;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.Comparison;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.experiment.TrainingJob;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelException;
import org.conceptspaces.encoder.train.NonFiniteLossException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One model, trained to be kept; can be stopped at any moment and taken up again. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description =
        "Trains the first space of a config with its first recipe of regularisers and its first"
            + " seed. Stopped at any moment, it goes on"
            + " with --resume, and ends with the same weights, bit for bit, as if never stopped.")
final class TrainCommand implements Runnable {

  @Parameters(paramLabel = "CONFIG", description = "A YAML file; see './concepts compare --help'.")
  private Path file = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description =
          "Where the model, its results and checkpoints go: a new folder, or, with"
              + " --resume, that of the training to go on with.")
  private Path output = Path.of("");

  @Option(
      names = "--resume",
      description = "Go on from the last checkpoint in --output, or begin if there is none.")
  private boolean resume;

  @Mixin private final JsonOption json = new JsonOption();
  @Mixin private final PluginOptions pluginOptions = new PluginOptions();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    try (PluginOptions.Loaded loaded = pluginOptions.load()) {
      run(loaded.plugins());
    }
  }

  /** Everything that can be wrong with what the user gave shows before the folder is claimed. */
  private void run(Plugins plugins) {
    Config config = ExperimentSections.reader(plugins).read(file);
    json.check();
    Threads.share(1);
    Device place = device.choice().device();
    Map<String, String> versions = Versions.all();
    TrainingJob job =
        TrainingJob.open(
            config, plugins, versions, new StatesProgress(spec.commandLine().getErr()));
    try (TrainingFolder folder = TrainingFolder.claim(output, resume);
        NDManager manager = NDManager.newBaseManager(place)) {
      Checkpoint from = resume ? checkpoint(folder, job, plugins, manager) : null;
      spec.commandLine()
          .getErr()
          .printf(
              "%s, seed %d, on %s, into %s%s%n",
              job.label(),
              job.description().seed(),
              DeviceChoice.named(place),
              folder.path(),
              from == null ? "" : ", from step " + from.state().steps());
      // Open until the report is written: a stop at the very end shall not lose it.
      try (StopRequest stop = new StopRequest(spec.commandLine().getErr())) {
        Comparison.Findings findings = train(job, manager, from, folder, stop);
        SavedModels.savePlacer(folder.path(), findings.runs().get(0));
        report(new Study(output.toString(), job.config(), versions, findings));
      }
    }
  }

  private @Nullable Checkpoint checkpoint(
      TrainingFolder folder, TrainingJob job, Plugins plugins, NDManager manager) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Checkpoint checkpoint =
          folder
              .checkpoints()
              .load(plugins, manager, problem -> err.println("concepts: " + problem));
      if (checkpoint != null) {
        job.check(checkpoint);
        noteOtherVersions(checkpoint.description().versions(), job.description().versions());
      }
      return checkpoint;
    } catch (IllegalArgumentException e) {
      throw new UserException("--resume " + folder.path() + ": " + e.getMessage());
    } catch (ModelException e) {
      throw new UserException("--resume: " + e.getMessage());
    }
  }

  private void noteOtherVersions(Map<String, String> began, Map<String, String> now) {
    now.forEach(
        (what, version) -> {
          String before = began.getOrDefault(what, "none");
          if (!before.equals(version)) {
            spec.commandLine()
                .getErr()
                .printf(
                    "concepts: note: it began with %s %s, now %s; bits may differ%n",
                    what, before, version);
          }
        });
  }

  private Comparison.Findings train(
      TrainingJob job,
      NDManager manager,
      @Nullable Checkpoint from,
      TrainingFolder folder,
      StopRequest stop) {
    PrintWriter err = spec.commandLine().getErr();
    int made = from == null ? 0 : from.state().steps();
    try {
      return stop.telling(
          () -> {
            try (ProgressMeter progress = new ProgressMeter(err, made, job.steps())) {
              TrainingListener listener = new TrainingListener(folder, job.steps(), progress, stop);
              return job.run(manager, from, listener);
            }
          },
          e -> e.getMessage() + "; give --resume to go on");
    } catch (NonFiniteLossException | ModelException e) {
      throw JobException.brokenOff(e, folder.checkpoints().lastStep(), folder.path());
    }
  }

  private void report(Study study) {
    PrintWriter out = spec.commandLine().getOut();
    String results = ResultsJson.of(study);
    Path report = OutputFolder.writeFile(output.resolve(OutputFolder.REPORT), HtmlReport.of(study));
    // Last, since it marks the training as ended.
    OutputFolder.writeFile(output.resolve(OutputFolder.RESULTS), results);
    json.write(results, out);
    if (!json.onStandardOutput()) {
      TextReport.lines(study).forEach(out::println);
      out.println();
      out.println("Model:  " + output);
      out.println("Report: " + report);
    }
  }
}
