package org.conceptspaces.cli;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What {@code --device} says.
 *
 * @param name {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 */
record DeviceChoice(String name) {

  private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,4}))?");

  /** Reads the option's value. */
  static final class Converter implements ITypeConverter<DeviceChoice> {
    @Override
    public DeviceChoice convert(String name) {
      if (!name.equals("auto") && !name.equals("cpu") && !GPU.matcher(name).matches()) {
        throw new TypeConversionException("wants auto, cpu or gpu:N, not '" + name + "'");
      }
      return new DeviceChoice(name);
    }
  }

  /** The device. Starts the engine. */
  Device device() {
    int gpus = Engine.getInstance().getGpuCount();
    Matcher gpu = GPU.matcher(name);
    if (!gpu.matches()) {
      return name.equals("auto") && gpus > 0 ? Device.gpu() : Device.cpu();
    }
    int number = gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1));
    if (number >= gpus) {
      throw new UserException(
          ("--device %s: the engine sees %s; './concepts doctor' tells why, --device cpu does"
                  + " without")
              .formatted(name, gpus == 0 ? "no GPU" : "only gpu:0 to gpu:" + (gpus - 1)));
    }
    return Device.gpu(number);
  }

  /** A device as {@code --device} would name it. */
  static String named(Device device) {
    return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
  }

  /** Whether {@link #device()} may be a GPU, told without starting the engine. */
  boolean mayBeGpu() {
    return name.equals("auto") ? CudaUtils.getGpuCount() > 0 : name.startsWith("gpu");
  }

  /** Whether it names a device instead of leaving the choice to us. */
  boolean isNamed() {
    return !name.equals("auto");
  }

  /** Why {@link #device()} answers as it does. Starts the engine. */
  String reason() {
    if (isNamed()) {
      return "--device " + name + " says so";
    }
    int gpus = Engine.getInstance().getGpuCount();
    return gpus > 0 ? "the engine sees " + gpus + " GPU(s)" : "the engine sees no GPU";
  }
}
