package org.conceptspaces.encoder.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of models that are no longer wanted. */
public final class Folders {

  private Folders() {}

  /**
   * Removes a folder with all that is in it, as far as that goes. For folders that do no harm where
   * they stay.
   *
   * @param folder the folder; it need not exist
   */
  public static void removeQuietly(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = new ArrayList<>(all.toList());
      deepestFirst.sort(Comparator.reverseOrder());
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      return;
    }
  }
}
