package org.conceptspaces.encoder.check;

import ai.djl.Device;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.conceptspaces.config.InstalledPlugin;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.check.Finding.Verdict;

/**
 * Proves a device: every installed geometry on it against the CPU, a training step against the same
 * step on the CPU, and a training of some length.
 */
public final class DeviceCheck {

  private final Plugins plugins;
  private final Device device;
  private final int steps;

  /**
   * Prepares the checks.
   *
   * @param plugins the geometries
   * @param device the device to prove; the CPU must equal itself bit for bit
   * @param steps the length of each training, at least 2
   */
  public DeviceCheck(Plugins plugins, Device device, int steps) {
    this.plugins = plugins;
    this.device = device;
    this.steps = steps;
  }

  /**
   * Runs all checks. A check that ends in an exception has failed; the others go on.
   *
   * @param consumer takes each finding as it comes
   */
  public void run(Consumer<Finding> consumer) {
    SampleTraining training = new SampleTraining(plugins);
    for (InstalledPlugin plugin : plugins.list()) {
      List<Subject> subjects = plugin.isGeometry() ? Subject.of(plugin) : List.of();
      if (subjects.isEmpty()) {
        String why =
            plugin.isGeometry()
                ? "has an option without default, so that only a config can tell what to check"
                : "is a space of its own making; the geometries in it are checked";
        consumer.accept(new Finding("all", plugin.name(), Verdict.UNKNOWN, why, Map.of()));
      }
      for (Subject subject : subjects) {
        geometry(subject, consumer);
        step(subject, training, consumer);
        guarded(
            "training",
            subject,
            consumer,
            () -> LongTraining.on(device, subject.label(), training, subject.config(), steps));
      }
    }
  }

  private void geometry(Subject subject, Consumer<Finding> consumer) {
    guarded(
        "operations",
        subject,
        consumer,
        () -> {
          try (BoundGeometry here = BoundGeometry.open(subject, plugins, Device.cpu());
              BoundGeometry there = BoundGeometry.open(subject, plugins, device)) {
            GeometryCheck check = new GeometryCheck(subject.label(), here, there, !device.isGpu());
            return List.of(check.operations(), check.laws());
          }
        });
  }

  private void step(Subject subject, SampleTraining training, Consumer<Finding> consumer) {
    guarded(
        "step",
        subject,
        consumer,
        () -> {
          OneStep here = OneStep.on(Device.cpu(), training, subject.config());
          OneStep there = OneStep.on(device, training, subject.config());
          Finding step =
              new StepCheck(!device.isGpu()).compare("step", subject.label(), here, there);
          if (!device.isGpu()) {
            return List.of(step);
          }
          OneStep again = OneStep.on(device, training, subject.config());
          return List.of(
              step, new StepCheck(true).compare("repeat", subject.label(), there, again));
        });
  }

  /** Native code of another version may lack what it is asked for. */
  private static void guarded(
      String check, Subject subject, Consumer<Finding> consumer, Supplier<List<Finding>> work) {
    List<Finding> findings;
    try {
      findings = work.get();
    } catch (RuntimeException | LinkageError e) {
      String reason = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
      findings =
          List.of(
              new Finding(
                  check,
                  subject.label(),
                  Verdict.FAILED,
                  e.getClass().getSimpleName() + ": " + reason,
                  Map.of()));
    }
    findings.forEach(consumer);
  }
}
