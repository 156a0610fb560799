package org.conceptspaces.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How many runs to make at a time. */
final class JobsOption {

  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = Converter.class,
      description =
          "How many runs to make at a time. Default: one for each processor core, or 1 on a GPU."
              + " Results depend on it by"
              + " rounding alone: operations of fewer jobs have more threads.")
  private @Nullable Integer wanted;

  /** Reads the option's value. */
  static final class Converter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (!value.matches("0*[1-9]\\d{0,8}")) {
        throw new TypeConversionException(
            "wants a whole number of at least 1, not '" + value + "'");
      }
      return Integer.valueOf(value);
    }
  }

  /**
   * Decides how many runs to make at a time, and gives each its share of the cores: small
   * operations gain little from several threads, whole runs gain nearly all. Must come before the
   * engine starts, which reads its number of threads once.
   *
   * @param runs how many runs there are
   * @param device where they compute
   * @return from 1 to {@code runs}
   */
  int decide(int runs, DeviceChoice device) {
    int cores = Runtime.getRuntime().availableProcessors();
    int jobs = Math.min(runs, atATime(cores, device));
    Threads.share(jobs);
    return jobs;
  }

  private int atATime(int cores, DeviceChoice device) {
    if (wanted == null) {
      return device.mayBeGpu() ? 1 : cores;
    }
    return wanted;
  }
}
