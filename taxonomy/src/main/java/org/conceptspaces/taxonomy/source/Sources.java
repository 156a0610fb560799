package org.conceptspaces.taxonomy.source;

import java.util.List;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;

/** Taxonomies by name. */
public final class Sources {

  private static final String WORDNET = "wordnet:";

  private Sources() {}

  /**
   * What {@link #open} accepts, for messages and help.
   *
   * @return the names, then patterns
   */
  public static List<String> names() {
    return List.of(
        "wordnet:mammals",
        "wordnet:nouns",
        "wordnet:SYNSET (a noun's id, dog.n.01 for instance)",
        "each with +words at the end for texts with the synset's words");
  }

  /**
   * Opens a taxonomy.
   *
   * @param name {@code wordnet:mammals}, {@code wordnet:nouns} or {@code wordnet:} and the id of
   *     any noun synset, whose subtree it is then. With {@code +words} at the end the texts are
   *     {@link SynsetText#WORDS_AND_DEFINITION}, else {@link SynsetText#DEFINITION}
   * @return the taxonomy, of that name
   * @throws DataException if there is none of that name
   */
  public static TextTaxonomy open(String name) {
    if (!name.startsWith(WORDNET)) {
      throw new DataException(
          "unknown source "
              + DataException.quote(name)
              + "; known are "
              + String.join(", ", names()));
    }
    String part = name.substring(WORDNET.length());
    SynsetText text = SynsetText.DEFINITION;
    if (part.endsWith(SynsetText.WORDS_AND_DEFINITION.suffix())) {
      text = SynsetText.WORDS_AND_DEFINITION;
      part = part.substring(0, part.length() - text.suffix().length());
    }
    return switch (part) {
      case "mammals" -> WordNet.mammals(text);
      case "nouns" -> WordNet.nouns(text);
      default -> WordNet.subtree(part, text);
    };
  }
}
