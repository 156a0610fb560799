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

  /**
   * The heap gives memory back in four steps, one at each collection, and threads of the system
   * free what arrays held a moment after their handles were collected. A leak could hide in either.
   */
  private static final int MOST_COLLECTIONS = 40;

  private static final int STEADY_READINGS = 5;
  private static final long STEADY_BYTES = 1L << 20;
  private static final long PAUSE_MILLIS = 20;

  private final Device device;

  MemoryGauge(Device device) {
    this.device = device;
  }

  /**
   * What is in use, once garbage is collected and the reading is steady.
   *
   * @return bytes, or empty where the system does not tell
   */
  OptionalLong used() {
    OptionalLong last = collected();
    int steady = 0;
    for (int i = 0; i < MOST_COLLECTIONS && steady < STEADY_READINGS && last.isPresent(); i++) {
      OptionalLong next = collected();
      long change = next.orElse(0) - last.getAsLong();
      steady = Math.abs(change) < STEADY_BYTES ? steady + 1 : 0;
      last = next;
    }
    return last;
  }

  private OptionalLong collected() {
    System.gc();
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
