package org.conceptspaces.config;

import ai.djl.ndarray.NDArray;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.conceptspaces.api.GeometryProvider;
import org.jspecify.annotations.Nullable;

/** Makes plugin jars from source as an outsider would, with only the API on the class path. */
final class JarMaker {

  private final Path directory;
  private final Map<String, byte[]> entries = new TreeMap<>();
  private final Manifest manifest = new Manifest();

  JarMaker(Path directory) {
    this.directory = directory;
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** The source of a geometry in the package {@code outsider}. */
  static String geometry(String type, @Nullable String name, String extra) {
    return """
    package outsider;
    import org.conceptspaces.api.*;
    import java.util.List;
    public class %s implements GeometryProvider {
      static final Option<Double> SHARE =
          Option.number("share", 0.5, Range.between(0, 1), "A share.");
      public String name() { return %s; }
      public String description() { return "A geometry of an outsider."; }
      public List<Option<?>> options() { return List.of(SHARE); }
      public Geometry create(Values values, GeometryContext context) {
        throw new UnsupportedOperationException();
      }
      %s
    }
    """
        .formatted(type, name == null ? "null" : "\"" + name + "\"", extra);
  }

  JarMaker version(String version) {
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    return this;
  }

  JarMaker service(String... providers) {
    return entry("META-INF/services/" + GeometryProvider.class.getName(), providers);
  }

  JarMaker entry(String name, String... lines) {
    entries.put(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  JarMaker without(String entry) {
    entries.remove(entry);
    return this;
  }

  /** Compiles classes of the package {@code outsider}. */
  JarMaker compile(Map<String, String> sources) throws IOException {
    Path work = Files.createTempDirectory(directory, "compile");
    List<String> arguments = new ArrayList<>(List.of("-d", work.toString(), "-proc:none"));
    arguments.addAll(
        List.of(
            "-classpath",
            place(GeometryProvider.class) + File.pathSeparator + place(NDArray.class)));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = work.resolve(source.getKey() + ".java");
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status = compiler.run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException("the compiler refused " + sources);
    }
    try (Stream<Path> classes = Files.list(work.resolve("outsider"))) {
      for (Path file : classes.toList()) {
        entries.put("outsider/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return this;
  }

  Path write(String name) throws IOException {
    Path jar = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new JarEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
