package org.conceptspaces.encoder.placement;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.source.Sources;
import org.conceptspaces.taxonomy.source.TextLines;

/** Texts that belong nowhere in a taxonomy, to measure whether that is told. */
public final class OutsideTexts {

  private static final int MOST = 1000;

  private OutsideTexts() {}

  /**
   * Reads the texts.
   *
   * @param settings name a file, or a source whose taxonomy may hold the one here
   * @param folder where relative paths start
   * @param taxonomy texts of this one are left out
   * @return at most 1,000 texts, evenly spread over all; none if settings name nothing
   * @throws DataException if they cannot be read, or all are of the taxonomy
   */
  public static List<String> of(PlacementSettings settings, Path folder, TextTaxonomy taxonomy) {
    if (!settings.wanted() || settings.outside().equals(PlacementSettings.NONE)) {
      return List.of();
    }
    Set<String> own = new HashSet<>(taxonomy.texts());
    List<String> others =
        read(settings.outside(), folder).stream()
            .filter(text -> !own.contains(text))
            .distinct()
            .toList();
    if (others.isEmpty()) {
      throw new DataException(
          "placement.outside = "
              + DataException.quote(settings.outside())
              + ": all of its texts are those of the taxonomy; name texts that belong nowhere in it");
    }
    int count = Math.min(MOST, others.size());
    return IntStream.range(0, count)
        .mapToObj(i -> others.get((int) ((long) i * others.size() / count)))
        .toList();
  }

  private static List<String> read(String name, Path folder) {
    Path file = file(name, folder);
    if (!Files.exists(file)) {
      return Sources.open(name).texts();
    }
    List<String> texts = new ArrayList<>();
    TextLines.read(file, (id, text) -> texts.add(text));
    return texts;
  }

  private static Path file(String name, Path folder) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      return folder.resolve("no such path"); // where a colon is allowed in names of sources alone
    }
  }
}
