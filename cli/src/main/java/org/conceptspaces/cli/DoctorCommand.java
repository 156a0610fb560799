package org.conceptspaces.cli;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.conceptspaces.config.InstalledPlugin;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.check.DeviceCheck;
import org.conceptspaces.encoder.pretrained.CacheFolder;
import org.conceptspaces.encoder.pretrained.PretrainedEncoders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what would be used, and why; and proves a device. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description =
        "Tells versions, engine, devices and plugins, what would be used, and why. With a device"
            + " named, --device cpu or gpu:N, it proves that device too: every installed geometry"
            + " and a training step against the CPU, then a training of some length in each"
            + " geometry, whose loss must fall and whose memory must stay flat.")
final class DoctorCommand implements Callable<Integer> {

  private static final String VERSIONS = "Versions";
  private static final String MACHINE = "Machine";
  private static final String ENGINE = "Engine";
  private static final String PLUGINS = "Plugins";
  private static final String PRETRAINED = "Pretrained encoders";

  /** Below this, the first steps' chance would decide whether the loss falls. */
  private static final int FEWEST_STEPS = 20;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many steps to train in each geometry to prove a device. Default: 1000.")
  private int steps;

  @Mixin private final JsonOption json = new JsonOption();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Diagnosis diagnosis = new Diagnosis();

  @Override
  public Integer call() {
    if (steps < FEWEST_STEPS) {
      throw new UserException(
          "--steps " + steps + ": wants a whole number of at least " + FEWEST_STEPS);
    }
    json.check();
    try (PluginOptions.Loaded loaded = plugins.load()) {
      describe(loaded.plugins());
      if (device.choice().isNamed()) {
        prove(loaded.plugins());
      }
    }
    json.write(diagnosis.json(), spec.commandLine().getOut());
    if (diagnosis.failed() == 0) {
      return Main.DONE;
    }
    spec.commandLine()
        .getErr()
        .printf("concepts: %d of %d checks failed%n", diagnosis.failed(), diagnosis.checks());
    return Main.FAILED;
  }

  private void describe(Plugins installed) {
    Versions.withoutEngine().forEach((name, value) -> diagnosis.add(VERSIONS, name, value));
    machine();
    PrintWriter out = spec.commandLine().getOut();
    try {
      engine(Engine.getInstance());
    } catch (EngineException | LinkageError e) {
      diagnosis.print(out);
      throw new JobException(
          "the engine does not work: "
              + Failures.firstLine(e)
              + ". It needs a supported system (64 bit; Linux, macOS on ARM or Windows) and a"
              + " folder to unpack its libraries to, which DJL_CACHE_DIR can name.",
          e);
    }
    for (InstalledPlugin plugin : installed.list()) {
      diagnosis.add(PLUGINS, plugin.name(), plugin.kind() + ", from " + plugin.origin().location());
    }
    pretrained(installed);
    if (!json.onStandardOutput()) {
      diagnosis.print(out);
    }
  }

  private void pretrained(Plugins installed) {
    List<String> names = new PretrainedEncoders(installed).names();
    diagnosis.add(
        PRETRAINED,
        "known",
        names.isEmpty()
            ? "none: concept-spaces-pretrained is not on the class path"
            : String.join(", ", names) + ", and folders of ONNX or TorchScript");
    diagnosis.add(
        PRETRAINED,
        "states in",
        CacheFolder.get() + " (" + CacheFolder.VARIABLE + " names another folder)");
  }

  private void prove(Plugins installed) {
    PrintWriter out = spec.commandLine().getOut();
    boolean table = !json.onStandardOutput();
    if (table) {
      out.println("Checks of " + DeviceChoice.named(device.choice().device()));
      out.flush();
    }
    new DeviceCheck(installed, device.choice().device(), steps)
        .run(
            finding -> {
              diagnosis.add(finding);
              if (table) {
                out.println(Diagnosis.line(finding));
                out.flush();
              }
            });
  }

  private void machine() {
    Runtime runtime = Runtime.getRuntime();
    diagnosis.add(MACHINE, "java home", System.getProperty("java.home"));
    diagnosis.add(
        MACHINE,
        "processors",
        runtime.availableProcessors() + ": as many runs at a time by default");
    diagnosis.add(
        MACHINE,
        "heap limit",
        (runtime.maxMemory() >> 20)
            + " MiB (CONCEPTS_JAVA_OPTIONS=-Xmx8g for instance changes it)");
    diagnosis.add(
        MACHINE,
        "allocator",
        System.getenv("MALLOC_ARENA_MAX") == null
            ? "as the system has it; ./concepts tunes it, which makes steps on a CPU faster"
            : "tuned for steps on a CPU");
  }

  private void engine(Engine engine) {
    diagnosis.add(
        ENGINE,
        engine.getEngineName().toLowerCase(Locale.ROOT),
        engine.getVersion() + " " + libraries());
    diagnosis.add(
        ENGINE,
        "downloads",
        Boolean.getBoolean("ai.djl.offline")
            ? "off (CONCEPTS_OFFLINE=false lets the engine fetch its build for CUDA)"
            : "on");
    diagnosis.add(ENGINE, "GPUs", gpus(engine));
    DeviceChoice choice = device.choice();
    diagnosis.add(
        ENGINE, "would use", DeviceChoice.named(choice.device()) + ", because " + choice.reason());
    diagnosis.add(
        ENGINE, "float64", exactProduct() ? "works" : "DOES NOT WORK: results would be wrong");
  }

  private static String libraries() {
    String own = System.getenv("PYTORCH_LIBRARY_PATH");
    return own == null
        ? "from the jars, unpacked below " + Utils.getEngineCacheDir("pytorch")
        : "from " + own + ", since PYTORCH_LIBRARY_PATH says so";
  }

  private static String gpus(Engine engine) {
    int usable = engine.getGpuCount();
    if (usable > 0) {
      return usable + " usable";
    }
    int present = CudaUtils.getGpuCount();
    if (present > 0) {
      return present + " present, none usable: this build of the engine is for CPUs";
    }
    return engine.hasCapability("CUDA")
        ? "none found, though the engine is built for CUDA: it wants a driver, and libcudart where"
            + " LD_LIBRARY_PATH or -Djna.library.path says"
        : "none found";
  }

  /** A product that float32 would round, on the device and read back. */
  private boolean exactProduct() {
    try (NDManager manager = NDManager.newBaseManager(device.choice().device())) {
      NDArray row = manager.create(new double[][] {{1 + 0x1p-40, 0.5}});
      return row.matMul(row.transpose()).toDoubleArray()[0] == 1.25 + 0x1p-39;
    }
  }
}
