package org.conceptspaces.cli;

import ai.djl.ndarray.NDManager;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.encoder.placement.PlacementFolder;
import org.conceptspaces.placement.Evidence;
import org.conceptspaces.placement.Placement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where texts belong in the taxonomy that a model was trained on. */
@Command(
    name = "place",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description =
        "Tells where texts belong in the taxonomy of a model: the likeliest parents, how sure that"
            + " is, and why.")
final class PlaceCommand implements Runnable {

  /** Texts placed at once: some blocks of the placer's, so that it can work on two. */
  private static final int BLOCK = 1024;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "A model's folder: what './concepts train' wrote, or one of those that 'compare' wrote"
              + " below models; its config must have had placement.channels.")
  private Path model = Path.of("");

  @Mixin private final TextOptions texts = new TextOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "-",
      description = "Read standard input, a text on each line.")
  void dash(@Nullable String given) {
    texts.dash(given);
  }

  @Option(
      names = "--count",
      paramLabel = "K",
      defaultValue = "3",
      description = "How many parents to tell of each text. Default: 3.")
  private int count;

  @Option(
      names = "--attention",
      description = "Tell the tokens that the text's concepts looked at most.")
  private boolean attention;

  @Mixin private final JsonOption json = new JsonOption();
  @Mixin private final PluginOptions pluginOptions = new PluginOptions();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final List<@Nullable String> ids = new ArrayList<>();
  private final List<String> block = new ArrayList<>();

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
    texts.check();
    json.check();
    try (NDManager manager = NDManager.newBaseManager(device.choice().device())) {
      TrainedModel trained = GivenModel.load(model, plugins, manager);
      try (PlacementFolder.Loaded loaded = GivenModel.placer(model, trained)) {
        long blank =
            json.stoppableLines(
                spec,
                texts.onStandardInput(),
                (lines, stop) -> place(trained, loaded, lines, stop));
        if (blank > 0) {
          spec.commandLine().getErr().printf("concepts: note: blank lines skipped: %d%n", blank);
        }
      }
    }
  }

  private long place(
      TrainedModel trained,
      PlacementFolder.Loaded loaded,
      @Nullable Consumer<String> lines,
      BooleanSupplier stopped) {
    long blank =
        texts.read(
            (id, text) -> {
              check(stopped);
              ids.add(id);
              block.add(text);
              if (block.size() == BLOCK) {
                flush(trained, loaded, lines, stopped);
              }
            });
    flush(trained, loaded, lines, stopped);
    return blank;
  }

  private static void check(BooleanSupplier stopped) {
    if (stopped.getAsBoolean()) {
      throw new CancellationException("stopped");
    }
  }

  private void flush(
      TrainedModel trained,
      PlacementFolder.Loaded loaded,
      @Nullable Consumer<String> lines,
      BooleanSupplier stopped) {
    PlaceAnswer answer = new PlaceAnswer(loaded.placer(), count);
    List<Placement> placements = new ArrayList<>();
    loaded
        .placer()
        .place(
            block,
            placement -> {
              check(stopped);
              placements.add(placement);
            });
    List<Map<String, Double>> looked = attention ? LookedAt.of(trained, block) : List.of();
    List<List<Evidence>> evidence = placements.parallelStream().map(answer::evidence).toList();
    for (int i = 0; i < placements.size(); i++) {
      String id = ids.get(i);
      Placement placement = placements.get(i);
      List<Evidence> own = evidence.get(i);
      if (lines != null) {
        lines.accept(answer.json(id, placement, own, attention ? looked.get(i) : null));
      }
      if (!json.onStandardOutput()) {
        PrintWriter out = spec.commandLine().getOut();
        answer
            .lines(id, placement, own, attention ? looked.get(i) : Map.of())
            .forEach(out::println);
        StandardOutput.check(out);
      }
    }
    ids.clear();
    block.clear();
  }
}
