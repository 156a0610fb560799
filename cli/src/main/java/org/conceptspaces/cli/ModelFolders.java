package org.conceptspaces.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a comparison's models go: a folder each, named after space and seed. */
final class ModelFolders {

  /** File systems take names of 255 bytes; seeds and files need some of these. */
  private static final int LONGEST = 120;

  private final Path root;
  private final Map<String, String> names = new HashMap<>();

  /**
   * Names the folders.
   *
   * @param root the folder of all models
   * @param labels the spaces' labels, all different
   */
  ModelFolders(Path root, List<String> labels) {
    this.root = root;
    Set<String> taken = new HashSet<>();
    for (String label : labels) {
      String plain = plain(label);
      String name = plain;
      // Labels that differ in signs alone would else share a folder.
      for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = plain + "-" + i;
      }
      names.put(label, name);
    }
  }

  private static String plain(String label) {
    String plain = label.replace('×', 'x').replaceAll("[^A-Za-z0-9.]+", "-");
    return plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
  }

  /** The folder of a run's model. */
  Path of(String label, long seed) {
    return root.resolve(names.getOrDefault(label, "model") + "-seed-" + seed);
  }
}
