package org.conceptspaces.cli;

import java.nio.file.Path;
import org.conceptspaces.config.PluginDirectory;
import org.conceptspaces.config.Plugins;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where spaces come from: the class path, and the jars of a folder. */
final class PluginOptions {

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "A folder of jars with further geometries and spaces.")
  private @Nullable Path directory;

  /** Plugins, and the folder that must stay open while their classes may still load. */
  record Loaded(Plugins plugins, @Nullable PluginDirectory folder) implements AutoCloseable {
    @Override
    public void close() {
      if (folder != null) {
        folder.close();
      }
    }
  }

  Loaded load() {
    ClassLoader own = PluginOptions.class.getClassLoader();
    if (directory == null) {
      return new Loaded(Plugins.load(own), null);
    }
    PluginDirectory folder = PluginDirectory.open(directory, own);
    return new Loaded(Plugins.load(folder.loader()), folder);
  }
}
