package org.conceptspaces.cli;

import ai.djl.ndarray.NDManager;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.encoder.placement.PlacementFolder;
import org.conceptspaces.placement.complete.MissingNodes;
import org.conceptspaces.placement.complete.Orphans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the taxonomy that a model was trained on lacks. */
@Command(
    name = "complete",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description =
        "Tells what the taxonomy of a model lacks: parents of nodes that have none, and nodes"
            + " between a parent and children that are all called the same.")
final class CompleteCommand implements Runnable {

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "The folder of a model that places texts, as for 'place'.")
  private Path model = Path.of("");

  @Option(
      names = "--count",
      paramLabel = "K",
      defaultValue = "20",
      description = "How many missing nodes to tell at most, the surest first. Default: 20.")
  private int count;

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

  private void run(Plugins plugins) {
    if (count < 1) {
      throw new UserException("--count " + count + ": wants 1 at least");
    }
    json.check();
    try (NDManager manager = NDManager.newBaseManager(device.choice().device())) {
      TrainedModel trained = GivenModel.load(model, plugins, manager);
      try (PlacementFolder.Loaded loaded = GivenModel.placer(model, trained)) {
        CompleteAnswer answer =
            new CompleteAnswer(
                loaded.placer().taxonomy(),
                Orphans.of(loaded.placer()),
                missing(MissingNodes.of(loaded.placer().taxonomy())));
        PrintWriter out = spec.commandLine().getOut();
        json.write(answer.json(), out);
        if (!json.onStandardOutput()) {
          answer.lines().forEach(out::println);
          StandardOutput.check(out);
        }
      }
    }
  }

  private List<MissingNodes.Missing> missing(List<MissingNodes.Missing> all) {
    return all.subList(0, Math.min(count, all.size()));
  }
}
