package org.conceptspaces.cli;

import picocli.CommandLine.Option;

/** Where to compute. */
final class DeviceOption {

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      converter = DeviceChoice.Converter.class,
      description = "auto (a GPU if the engine sees one), cpu or gpu:N. Default: auto.")
  private DeviceChoice choice = new DeviceChoice("auto");

  DeviceChoice choice() {
    return choice;
  }
}
