package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.conceptspaces.api.GeometryProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that cannot be used, before every verb that takes some. */
class HostilePluginsTest {

  private static final String SERVICE = "META-INF/services/" + GeometryProvider.class.getName();

  @TempDir private Path folder;

  /** Every verb refuses the plugins in the same words. */
  private void refused(Path plugins, String message) {
    Path out = folder.resolve("out");
    String config = new SmallData(folder).config().toString();
    for (List<String> verb :
        List.of(
            List.of("compare", config, "--output", out.toString()),
            List.of("train", config, "--output", out.toString()),
            List.of("spaces"),
            List.of("doctor"))) {
      Ran.concepts(
              Stream.concat(verb.stream(), Stream.of("--plugins", plugins.toString()))
                  .toArray(String[]::new))
          .refusedWith("plugins: " + message);
      assertFalse(Files.exists(out));
    }
  }

  private Path jar(String name, Map<String, byte[]> entries) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A jar with one provider of a geometry. */
  private Path provider(String jar, String type, String name, String extra) throws IOException {
    Path source = folder.resolve(type + ".java");
    Files.writeString(
        source,
        """
        import org.conceptspaces.api.*;
        import java.util.List;
        public class %s implements GeometryProvider {
          public String name() { return "%s"; }
          public String description() { return "A geometry."; }
          public List<Option<?>> options() { return List.of(); }
          public Geometry create(Values values, GeometryContext context) { return null; }
          %s
        }
        """
            .formatted(type, name, extra));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertEquals(0, status);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(SERVICE, bytes(type));
    entries.put(type + ".class", Files.readAllBytes(folder.resolve(type + ".class")));
    return jar(jar, entries);
  }

  @Test
  void whatIsNoJar() throws IOException {
    Path missing = folder.resolve("nosuch");
    refused(missing, missing + ": there is no such jar or directory");
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    refused(text, text + " cannot be read as a jar: ZipException: zip END header not found");
    Path other = Files.writeString(folder.resolve("plugin.zip"), "no jar");
    refused(other, other + ": is neither a jar nor a directory of jars");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refused(empty, empty + ": the directory has no file *.jar");
  }

  @Test
  void aJarThatIsCutOff() throws IOException {
    Path whole = provider("whole.jar", "Whole", "whole", "");
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.jar");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    refused(cut, cut + " cannot be read as a jar: ZipException: zip END header not found");
  }

  @Test
  void aServiceFileThatNamesNoClass() throws IOException {
    Path jar = jar("none.jar", Map.of(SERVICE, bytes("no.such.Provider")));
    refused(
        jar,
        "no.such.Provider of "
            + jar
            + " is listed in META-INF/services but there is no such class");
    Path words = jar("words.jar", Map.of(SERVICE, bytes("these are words")));
    refused(
        words,
        "these are words of "
            + words
            + " is listed in META-INF/services but there is no such class");
  }

  @Test
  void aClassThatThrows() throws IOException {
    Path jar =
        provider(
            "throws.jar", "Throws", "throws", "public Throws() { throw new Error(\"no luck\"); }");
    refused(jar, "Throws of " + jar + " cannot be made: Error: no luck");
    Path endless =
        provider("endless.jar", "Endless", "endless", "public Endless() { new Endless(); }");
    refused(endless, "Endless of " + endless + " cannot be made: StackOverflowError");
  }

  @Test
  void aNameThatIsTaken() throws IOException {
    Path jar = provider("taken.jar", "Taken", "poincare", "");
    Ran ran = Ran.concepts("spaces", "--plugins", jar.toString());
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertTrue(ran.err().startsWith("concepts: plugins: "), ran.err());
    assertTrue(ran.err().contains("poincare") && ran.err().contains("taken.jar"), ran.err());
    ran.tellsNoTrace();
  }
}
