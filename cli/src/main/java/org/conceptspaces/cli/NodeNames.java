package org.conceptspaces.cli;

import java.util.List;
import java.util.Optional;
import org.conceptspaces.api.Spelling;
import org.conceptspaces.taxonomy.DataException;

/** What someone who named no node may have meant. */
final class NodeNames {

  private NodeNames() {}

  /**
   * The end of a message: an id that begins with what was given and a point, as WordNet's do with a
   * word, or one that differs by few letters; nothing if there is none.
   */
  static String hint(String given, List<String> ids) {
    Optional<String> senses =
        ids.stream().filter(id -> id.startsWith(given + ".")).sorted().findFirst();
    return senses
        .or(() -> Spelling.nearest(given, ids))
        .map(id -> "; did you mean " + DataException.quote(id) + "?")
        .orElse("");
  }
}
