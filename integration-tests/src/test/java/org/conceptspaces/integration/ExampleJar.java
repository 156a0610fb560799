package org.conceptspaces.integration;

import ai.djl.ndarray.NDArray;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.conceptspaces.api.Geometry;

/** Compiles an example as an outsider would: its sources, the API, DJL's own, and nothing else. */
final class ExampleJar {

  private ExampleJar() {}

  /**
   * Makes the jar.
   *
   * @param example the example's folder, with {@code src/main/java} and {@code src/main/resources}
   * @param jar the file to write
   * @param scratch a folder for class files
   */
  static void build(Path example, Path jar, Path scratch) throws IOException {
    Path classes = Files.createDirectories(scratch.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-classpath",
                place(Geometry.class) + File.pathSeparator + place(NDArray.class)));
    files(example.resolve("src/main/java")).forEach(file -> arguments.add(file.toString()));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new AssertionError("the compiler refused the example in " + example);
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      for (Path root : List.of(classes, example.resolve("src/main/resources"))) {
        for (Path file : files(root)) {
          zip.putNextEntry(
              new JarEntry(root.relativize(file).toString().replace(File.separatorChar, '/')));
          Files.copy(file, zip);
          zip.closeEntry();
        }
      }
    }
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
