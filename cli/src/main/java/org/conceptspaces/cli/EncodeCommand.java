package org.conceptspaces.cli;

import ai.djl.ndarray.NDManager;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.model.EncodedText;
import org.conceptspaces.encoder.model.TextEncoder;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.taxonomy.DataException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The concepts of texts, by a model that was trained before. */
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description = "Tells the concepts of texts by a trained model, and what each looks at.")
final class EncodeCommand implements Runnable {

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "A model's folder: what './concepts train' wrote, or one of those that 'compare' wrote"
              + " below models.")
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
      names = "--attention",
      description = "In JSON, tell the tokens that each concept looked at most.")
  private boolean attention;

  @Mixin private final JsonOption json = new JsonOption();
  @Mixin private final PooledVectors vectors = new PooledVectors();
  @Mixin private final PluginOptions pluginOptions = new PluginOptions();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What is worth a remark at the end. */
  private long unknown;

  private @Nullable String firstUnknown;

  @Override
  public void run() {
    try (PluginOptions.Loaded loaded = pluginOptions.load()) {
      run(loaded.plugins());
    }
  }

  private void run(Plugins plugins) {
    texts.check();
    json.check();
    vectors.check();
    PrintWriter err = spec.commandLine().getErr();
    try (NDManager manager = NDManager.newBaseManager(device.choice().device())) {
      TrainedModel trained = GivenModel.load(model, plugins, manager);
      long blank =
          json.stoppableLines(
              spec, texts.onStandardInput(), (lines, stop) -> encode(trained, lines, stop));
      vectors.write();
      if (blank > 0) {
        err.printf("concepts: note: blank lines skipped: %d%n", blank);
      }
      if (firstUnknown != null) {
        err.printf(
            "concepts: note: texts without a known token: %d, the first %s; their concepts tell their"
                + " length at most%n",
            unknown, DataException.quote(firstUnknown));
      }
    }
  }

  private long encode(
      TrainedModel trained, @Nullable Consumer<String> lines, BooleanSupplier stopped) {
    TextEncoder encoder = new TextEncoder(trained, text -> tell(text, lines));
    long blank =
        texts.read(
            (id, text) -> {
              if (stopped.getAsBoolean()) {
                throw new CancellationException("stopped");
              }
              encoder.add(id, text);
            });
    encoder.flush();
    return blank;
  }

  private void tell(EncodedText text, @Nullable Consumer<String> lines) {
    if (text.allUnknown()) {
      unknown++;
      firstUnknown = firstUnknown == null ? text.text() : firstUnknown;
    }
    vectors.add(text);
    if (lines != null) {
      lines.accept(EncodedTextAnswer.json(text, attention));
    }
    if (!json.onStandardOutput()) {
      PrintWriter out = spec.commandLine().getOut();
      EncodedTextAnswer.lines(text).forEach(out::println);
      StandardOutput.check(out);
    }
  }
}
