package org.conceptspaces.cli;

import java.nio.file.Path;
import org.conceptspaces.config.PluginJars;
import org.conceptspaces.config.Plugins;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where spaces come from: the class path, and jars that are named. */
final class PluginOptions {

  @Option(
      names = "--plugins",
      paramLabel = "PATH",
      description = "A jar with further geometries and spaces, or a folder of them.")
  private @Nullable Path path;

  /** Plugins, and the jars that must stay open while their classes may still load. */
  record Loaded(Plugins plugins, @Nullable PluginJars jars) implements AutoCloseable {
    @Override
    public void close() {
      if (jars != null) {
        jars.close();
      }
    }
  }

  Loaded load() {
    ClassLoader own = PluginOptions.class.getClassLoader();
    if (path == null) {
      return new Loaded(Plugins.load(own), null);
    }
    PluginJars jars = PluginJars.open(path, own);
    return new Loaded(Plugins.load(jars.loader()), jars);
  }
}
