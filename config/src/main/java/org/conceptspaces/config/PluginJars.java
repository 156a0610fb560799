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

/** Plugin jars and the jars they need, or one jar: what {@code --plugins PATH} names. */
public final class PluginJars implements AutoCloseable {

  private final List<Path> jars;
  private final URLClassLoader loader;

  private PluginJars(List<Path> jars, URLClassLoader loader) {
    this.jars = List.copyOf(jars);
    this.loader = loader;
  }

  /**
   * Opens a jar, or all files {@code *.jar} of a directory (not of directories in it).
   *
   * @param path the jar or the directory
   * @param parent the loader of the program, which goes first
   * @return the open jars; classes load until it is closed
   * @throws PluginException if it is missing, neither a jar nor a directory, has no jar, has one
   *     that is damaged, or no jar that lists a plugin
   */
  public static PluginJars open(Path path, ClassLoader parent) {
    if (!Files.exists(path)) {
      throw problem(path + ": there is no such jar or directory");
    }
    List<Path> jars = jars(path);
    if (jars.isEmpty()) {
      throw problem(
          path
              + (Files.isDirectory(path)
                  ? ": the directory has no file *.jar"
                  : ": is neither a jar nor a directory of jars"));
    }
    check(path, jars);
    return new PluginJars(
        jars,
        new URLClassLoader(
            "plugins", jars.stream().map(PluginJars::url).toArray(URL[]::new), parent));
  }

  private static List<Path> jars(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path).filter(PluginJars::isJar).toList();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(PluginJars::isJar).sorted().toList();
    } catch (IOException e) {
      throw new PluginException(List.of(path + " cannot be read: " + Discovery.reason(e)), e);
    }
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().endsWith(".jar") && Files.isRegularFile(file);
  }

  /** A class loader would silently skip a jar that it cannot read. */
  private static void check(Path path, List<Path> jars) {
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
          path
              + ": no jar has a plugin; wanted "
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
