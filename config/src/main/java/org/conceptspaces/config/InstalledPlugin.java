package org.conceptspaces.config;

import java.util.List;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Plugin;

/**
 * A plugin that configs can name.
 *
 * @param name its name
 * @param description its one sentence
 * @param options all options of its concept space; a geometry's begin with {@link
 *     GeometrySpaceOptions#all()}
 * @param origin its class and jar
 * @param plugin the provider itself
 */
public record InstalledPlugin(
    String name, String description, List<Option<?>> options, Origin origin, Plugin plugin) {

  /** Copies the list. */
  public InstalledPlugin {
    options = List.copyOf(options);
  }

  /**
   * Whether it is a geometry, of which the encoder makes a space.
   *
   * @return false for a space of its own making
   */
  public boolean isGeometry() {
    return plugin instanceof GeometryProvider;
  }

  /**
   * What it is, in a word.
   *
   * @return {@code geometry} or {@code space}
   */
  public String kind() {
    return isGeometry() ? "geometry" : "space";
  }
}
