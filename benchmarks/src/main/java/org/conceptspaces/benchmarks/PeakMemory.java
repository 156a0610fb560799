package org.conceptspaces.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process has taken at most. */
public final class PeakMemory {

  private PeakMemory() {}

  /**
   * The largest resident set that a process has had so far, everything in it.
   *
   * @param process its id
   * @return MiB, or {@code -} where the system does not tell
   */
  public static String of(long process) {
    Path status = Path.of("/proc", Long.toString(process), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D+", ""))
          .map(kilobytes -> Long.toString(Long.parseLong(kilobytes) >> 10))
          .findFirst()
          .orElse("-");
    } catch (IOException e) {
      return "-";
    }
  }
}
