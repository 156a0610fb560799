package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of spaces. */
class SpacesTest {

  @Test
  void listsSpacesWithTheirOptions() {
    Ran ran = Ran.concepts("spaces");
    assertEquals(Main.DONE, ran.exit());
    assertEquals("", ran.err());
    assertTrue(ran.out().contains("euclidean (geometry, "), ran.out());
    assertTrue(ran.out().contains("poincare (geometry, "), ran.out());
    assertTrue(ran.out().lines().anyMatch(l -> l.matches(" +curvature +number above 0 +1.0 .*")));
  }

  @Test
  void refusesAFolderWithoutPlugins(@TempDir Path folder) {
    Path missing = folder.resolve("nosuch");
    Ran.concepts("spaces", "--plugins", missing.toString())
        .refusedWith("plugins: " + missing + ": there is no such jar or directory");
    Ran.concepts("spaces", "--plugins", folder.toString())
        .refusedWith("plugins: " + folder + ": the directory has no file *.jar");
  }
}
