package org.conceptspaces.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a report brings along: styles and scripts, written into it whole. */
final class Resources {

  /** The version is in the path; the library's own file names it, with its licence. */
  private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";

  private Resources() {}

  /** Our own file, by its name beside this class. */
  static String own(String name) {
    return read(name);
  }

  /** The drawing library D3. */
  static String d3() {
    return read(D3);
  }

  private static String read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
