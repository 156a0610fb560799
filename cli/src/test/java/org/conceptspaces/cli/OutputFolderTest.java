package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose folder is whose. */
class OutputFolderTest {

  @Test
  void makesAFolderWithAllAboveIt(@TempDir Path parent) {
    Path wanted = parent.resolve("a/b");
    OutputFolder folder = OutputFolder.claim(wanted, "unused");
    assertTrue(Files.isDirectory(folder.models()));
    assertEquals(wanted.resolve("models"), folder.models());
  }

  @Test
  void takesAFolderWithOtherThingsInIt(@TempDir Path wanted) throws IOException {
    Files.writeString(wanted.resolve("notes.txt"), "mine");
    OutputFolder.claim(wanted, "unused");
    assertEquals("mine", Files.readString(wanted.resolve("notes.txt")));
  }

  @Test
  void refusesAnothersResults(@TempDir Path wanted) throws IOException {
    Files.writeString(wanted.resolve("results.json"), "{}");
    UserException e = assertThrows(UserException.class, () -> OutputFolder.claim(wanted, "unused"));
    assertEquals(
        "--output " + wanted + ": holds another run's results; name a new folder", e.getMessage());
    assertFalse(Files.exists(wanted.resolve("models")));
  }

  @Test
  void refusesTheFolderOfARunUnderWay(@TempDir Path parent) {
    Path wanted = parent.resolve("out");
    OutputFolder.claim(wanted, "unused");
    assertThrows(UserException.class, () -> OutputFolder.claim(wanted, "unused"));
  }

  @Test
  void numbersWhereNothingIsNamed() {
    String name = "test-" + UUID.randomUUID();
    Path runs = Path.of("runs");
    assertEquals(runs.resolve(name).toString(), OutputFolder.claim(null, name).toString());
    assertEquals(runs.resolve(name + "-2").toString(), OutputFolder.claim(null, name).toString());
    assertEquals(runs.resolve(name + "-3").toString(), OutputFolder.claim(null, name).toString());
  }

  @Test
  void neverGivesOneFolderToTwo() {
    String name = "test-" + UUID.randomUUID();
    Set<String> claimed = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 16)
        .parallel()
        .forEach(i -> assertTrue(claimed.add(OutputFolder.claim(null, name).toString())));
    assertEquals(16, claimed.size());
  }

  @Test
  void writesWholeFilesOnly(@TempDir Path wanted) throws IOException {
    OutputFolder folder = OutputFolder.claim(wanted, "unused");
    Path file = folder.write("results.json", "{}");
    assertEquals("{}", Files.readString(file));
    try (var files = Files.list(wanted)) {
      assertEquals(
          Set.of("models", "results.json"),
          files.map(f -> f.getFileName().toString()).collect(java.util.stream.Collectors.toSet()));
    }
  }

  @Test
  void aFileThatCannotBeWrittenFailsTheJob(@TempDir Path folder) {
    Path inNoFolder = folder.resolve("nosuch/results.json");
    JobException e =
        assertThrows(JobException.class, () -> OutputFolder.writeFile(inNoFolder, "{}"));
    assertTrue(String.valueOf(e.getMessage()).startsWith(inNoFolder + ": cannot be written: "));
  }
}
