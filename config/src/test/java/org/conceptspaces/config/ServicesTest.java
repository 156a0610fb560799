package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that are no spaces. */
class ServicesTest {

  /** What a part of the suite may want. */
  public interface Bell {}

  /** A bell on the class path. */
  public static final class Chime implements Bell {}

  @TempDir private Path folder = Path.of("");

  private List<Bell> bells(String provider) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Bell.class.getName()), provider);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ServicesTest.class.getClassLoader())) {
      return Plugins.load(loader).services(Bell.class);
    }
  }

  @Test
  void whatIsListedIsMade() throws IOException {
    List<Bell> bells = bells(Chime.class.getName());
    assertEquals(1, bells.size());
    assertTrue(bells.get(0) instanceof Chime);
  }

  @Test
  void whatCannotBeMadeIsNamed() {
    PluginException refused = assertThrows(PluginException.class, () -> bells("outsider.Gong"));
    assertTrue(refused.problems().get(0).contains("outsider.Gong"), refused.toString());
  }

  @Test
  void pluginsMadeByHandHaveNone() {
    assertEquals(List.of(), Plugins.of(List.of(), List.of()).services(Bell.class));
  }
}
