package org.conceptspaces.encoder.check;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** How much memory is in use: of a GPU all of it, by whatever process; of a CPU this process's. */
final class MemoryGauge {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  private final Device device;

  MemoryGauge(Device device) {
    this.device = device;
  }

  /**
   * What is in use, once garbage is collected.
   *
   * @return bytes, or empty where the system does not tell
   */
  OptionalLong used() {
    System.gc();
    return device.isGpu() ? OptionalLong.of(CudaUtils.getGpuMemory(device).getUsed()) : resident();
  }

  private static OptionalLong resident() {
    List<String> lines;
    try {
      lines = Files.readAllLines(STATUS);
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
    return lines.stream()
        .filter(line -> line.startsWith(RESIDENT))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst();
  }
}
