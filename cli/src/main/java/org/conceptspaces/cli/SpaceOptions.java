package org.conceptspaces.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The geometry of vectors in files, which do not tell it. */
final class SpaceOptions {

  @Option(
      names = "--space",
      paramLabel = "S",
      description = "The geometry of vectors in files, which do not tell; euclidean, for instance.")
  private @Nullable String space;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "An option of the geometry, with --space.")
  private final Map<String, String> options = new LinkedHashMap<>();

  /** The geometry's name, if one was given. */
  @Nullable String space() {
    return space;
  }

  /** Its options, by name. */
  Map<String, String> options() {
    return options;
  }

  /** Refuses options of no geometry. */
  void check() {
    if (space == null && !options.isEmpty()) {
      throw new UserException("--option is for the geometry of --space, which is not given");
    }
  }
}
