package org.conceptspaces.cli;

import picocli.CommandLine.IVersionProvider;

/** The suite's own version, as the jar's manifest has it. */
final class SuiteVersion implements IVersionProvider {

  static String get() {
    String version = SuiteVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"concept-spaces " + get()};
  }
}
