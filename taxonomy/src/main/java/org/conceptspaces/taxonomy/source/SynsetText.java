package org.conceptspaces.taxonomy.source;

/** What the text of a WordNet synset is. */
public enum SynsetText {

  /** The definition in the gloss, without the examples in quotes and without the synset's words. */
  DEFINITION(""),

  /**
   * All words of the synset, with spaces for underscores, and the definition: {@code dog, domestic
   * dog, Canis familiaris: a member of the genus Canis …}. Much easier to place, as names tell
   * kinds ("grey wolf").
   */
  WORDS_AND_DEFINITION("+words");

  private final String suffix;

  SynsetText(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }

  String of(PrincetonSynset synset) {
    return this == DEFINITION
        ? synset.definition()
        : String.join(", ", synset.words()).replace('_', ' ') + ": " + synset.definition();
  }
}
