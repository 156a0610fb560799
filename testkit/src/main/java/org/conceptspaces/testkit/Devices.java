package org.conceptspaces.testkit;

import ai.djl.Device;

/** The device that tests run on. */
final class Devices {

  private Devices() {}

  static Device fromProperty() {
    return Device.fromName(System.getProperty("concepts.device", "cpu").replace("gpu:", "gpu"));
  }
}
