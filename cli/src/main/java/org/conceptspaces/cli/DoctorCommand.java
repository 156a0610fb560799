package org.conceptspaces.cli;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conceptspaces.config.InstalledPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what would be used, and why. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description = "Tells versions, engine, devices and plugins, what would be used, and why.")
final class DoctorCommand implements Runnable {

  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final List<String> lines = new ArrayList<>();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    try (PluginOptions.Loaded loaded = plugins.load()) {
      lines.add("Versions");
      Versions.withoutEngine().forEach(this::line);
      machine();
      try {
        engine(Engine.getInstance());
      } catch (EngineException | LinkageError e) {
        lines.forEach(out::println);
        throw new JobException(
            "the engine does not work: "
                + Failures.firstLine(e)
                + ". It needs a supported system (64 bit; Linux, macOS on ARM or Windows) and a"
                + " folder to unpack its libraries to, which DJL_CACHE_DIR can name.",
            e);
      }
      lines.add("Plugins");
      for (InstalledPlugin plugin : loaded.plugins().list()) {
        line(plugin.name(), plugin.kind() + ", from " + plugin.origin().location());
      }
    }
    lines.forEach(out::println);
  }

  private void machine() {
    Runtime runtime = Runtime.getRuntime();
    lines.add("Machine");
    line("java home", System.getProperty("java.home"));
    line("processors", runtime.availableProcessors() + ": as many runs at a time by default");
    line(
        "heap limit",
        (runtime.maxMemory() >> 20)
            + " MiB (CONCEPTS_JAVA_OPTIONS=-Xmx8g for instance changes it)");
    line(
        "allocator",
        System.getenv("MALLOC_ARENA_MAX") == null
            ? "as the system has it; ./concepts tunes it, which makes steps on a CPU faster"
            : "tuned for steps on a CPU");
  }

  private void engine(Engine engine) {
    lines.add("Engine");
    line(engine.getEngineName().toLowerCase(Locale.ROOT), engine.getVersion() + " " + libraries());
    line(
        "downloads",
        Boolean.getBoolean("ai.djl.offline")
            ? "off (CONCEPTS_OFFLINE=false lets the engine fetch its build for CUDA)"
            : "on");
    line("GPUs", gpus(engine.getGpuCount()));
    DeviceChoice choice = device.choice();
    line("would use", DeviceChoice.named(choice.device()) + ", because " + choice.reason());
    line("float64", exactProduct() ? "works" : "DOES NOT WORK: results would be wrong");
  }

  private static String libraries() {
    String own = System.getenv("PYTORCH_LIBRARY_PATH");
    return own == null
        ? "from the jars, unpacked below " + Utils.getEngineCacheDir("pytorch")
        : "from " + own + ", since PYTORCH_LIBRARY_PATH says so";
  }

  private static String gpus(int usable) {
    if (usable > 0) {
      return usable + " usable";
    }
    int present = CudaUtils.getGpuCount();
    return present > 0
        ? present + " present, none usable: this build of the engine is for CPUs"
        : "none found";
  }

  private void line(String name, String value) {
    lines.add(String.format("  %-16s %s", name, value));
  }

  /** A product that float32 would round, on the device and read back. */
  private boolean exactProduct() {
    try (NDManager manager = NDManager.newBaseManager(device.choice().device())) {
      NDArray row = manager.create(new double[][] {{1 + 0x1p-40, 0.5}});
      return row.matMul(row.transpose()).toDoubleArray()[0] == 1.25 + 0x1p-39;
    }
  }
}
