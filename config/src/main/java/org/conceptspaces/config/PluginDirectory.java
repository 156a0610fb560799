package org.conceptspaces.config;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.SpaceProvider;

/** A directory of plugin jars and the jars they need: what {@code --plugins DIR} names. */
public final class PluginDirectory implements AutoCloseable {

  private final List<Path> jars;
  private final URLClassLoader loader;

  private PluginDirectory(List<Path> jars, URLClassLoader loader) {
    this.jars = List.copyOf(jars);
    this.loader = loader;
  }

  /**
   * Opens all files {@code *.jar} of a directory (not of directories in it).
   *
   * @param directory the directory
   * @param parent the loader of the program, which goes first
   * @return the open directory; classes load until it is closed
   * @throws PluginException if it is missing, no directory, has no jar, has one that is damaged, or
   *     no jar that lists a plugin
   */
  public static PluginDirectory open(Path directory, ClassLoader parent) {
    if (!Files.exists(directory)) {
      throw problem("plugin directory " + directory + " does not exist");
    }
    if (!Files.isDirectory(directory)) {
      throw problem("plugin directory " + directory + " is not a directory");
    }
    List<Path> jars = jars(directory);
    if (jars.isEmpty()) {
      throw problem("plugin directory " + directory + " has no file *.jar");
    }
    check(directory, jars);
    return new PluginDirectory(
        jars,
        new URLClassLoader(
            "plugins", jars.stream().map(PluginDirectory::url).toArray(URL[]::new), parent));
  }

  private static List<Path> jars(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(".jar") && Files.isRegularFile(f))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new PluginException(
          List.of("plugin directory " + directory + " cannot be read: " + Discovery.reason(e)), e);
    }
  }

  /** A class loader would silently skip a jar that it cannot read. */
  private static void check(Path directory, List<Path> jars) {
    List<String> problems = new ArrayList<>();
    boolean any = false;
    for (Path jar : jars) {
      try (JarFile file = new JarFile(jar.toFile())) {
        any |=
            file.getEntry(ServiceFiles.resource(GeometryProvider.class)) != null
                || file.getEntry(ServiceFiles.resource(SpaceProvider.class)) != null;
      } catch (IOException | SecurityException e) {
        problems.add(jar + " cannot be read as a jar: " + Discovery.reason(e));
      }
    }
    if (problems.isEmpty() && !any) {
      problems.add(
          "no jar of "
              + directory
              + " has a plugin: none has "
              + ServiceFiles.resource(GeometryProvider.class)
              + " or "
              + ServiceFiles.resource(SpaceProvider.class));
    }
    if (!problems.isEmpty()) {
      throw new PluginException(problems, null);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PluginException problem(String problem) {
    return new PluginException(List.of(problem), null);
  }

  /**
   * The jars, by name.
   *
   * @return their paths
   */
  public List<Path> jars() {
    return jars;
  }

  /**
   * The loader of their classes, to be given to {@link PluginModule}.
   *
   * @return the loader, a child of the program's
   */
  public ClassLoader loader() {
    return loader;
  }

  /** Closes the jars. Classes not loaded yet can no longer be. */
  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new PluginException(List.of("jars cannot be closed: " + Discovery.reason(e)), e);
    }
  }
}
