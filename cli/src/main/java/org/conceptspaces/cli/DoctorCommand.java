package org.conceptspaces.cli;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import java.io.PrintWriter;
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

  @Override
  public void run() {
    try (PluginOptions.Loaded loaded = plugins.load()) {
      section("Versions");
      Versions.withoutEngine().forEach(this::line);
      machine();
      engine();
      section("Plugins");
      for (InstalledPlugin plugin : loaded.plugins().list()) {
        line(plugin.name(), plugin.kind() + ", from " + plugin.origin().location());
      }
    }
  }

  private void machine() {
    Runtime runtime = Runtime.getRuntime();
    section("Machine");
    line("java", System.getProperty("java.home"));
    line("processors", runtime.availableProcessors() + ", so compare makes as many runs at a time");
    line(
        "heap limit", (runtime.maxMemory() >> 20) + " MiB; CONCEPTS_JAVA_OPTIONS=-Xmx… changes it");
    boolean tuned = System.getenv("MALLOC_ARENA_MAX") != null;
    line(
        "allocator",
        tuned
            ? "tuned for steps on the CPU (MALLOC_ARENA_MAX and others are set)"
            : "as the system has it: slower than under ./concepts, which sets MALLOC_ARENA_MAX");
  }

  private void engine() {
    section("Engine");
    line("libraries", libraries());
    Engine engine;
    try {
      engine = Engine.getInstance();
    } catch (EngineException | LinkageError e) {
      throw new JobException(
          "the engine does not start: "
              + Failures.firstLine(e)
              + ". It needs a supported system (Linux, macOS on ARM, Windows; 64 bit) and a folder"
              + " to unpack to, which DJL_CACHE_DIR names",
          e);
    }
    line(engine.getEngineName().toLowerCase(Locale.ROOT), engine.getVersion());
    line("GPUs", gpus(engine.getGpuCount()));
    line(
        "would use",
        DeviceChoice.named(device.choice().device()) + ", because " + device.choice().reason());
    if (!exactProduct()) {
      throw new JobException("a product of float64 matrices is wrong on this device", null);
    }
    line("float64", "a product that float32 would round is exact, as it should be");
  }

  private static String libraries() {
    String own = System.getenv("PYTORCH_LIBRARY_PATH");
    if (own != null) {
      return own + ", since PYTORCH_LIBRARY_PATH says so";
    }
    return Utils.getEngineCacheDir("pytorch")
        + (Boolean.getBoolean("ai.djl.offline")
            ? ", unpacked from the jars; downloads are off (CONCEPTS_OFFLINE=false lets the engine"
                + " fetch its build for CUDA)"
            : "; downloads are on");
  }

  private static String gpus(int usable) {
    int present = CudaUtils.getGpuCount();
    if (usable > 0) {
      return usable + " usable";
    }
    return present > 0
        ? present + " present, none usable: this build of the engine is for the CPU"
        : "none usable; no CUDA runtime with a GPU was found";
  }

  private void section(String title) {
    spec.commandLine().getOut().println(title);
  }

  private void line(String name, String value) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("  %-16s %s%n", name, value);
  }

  /** A product that float32 would round, on the device and read back. */
  private boolean exactProduct() {
    try (NDManager manager = NDManager.newBaseManager(device.choice().device())) {
      NDArray row = manager.create(new double[][] {{1 + 0x1p-40, 0.5}});
      return row.matMul(row.transpose()).toDoubleArray()[0] == 1.25 + 0x1p-39;
    }
  }
}
