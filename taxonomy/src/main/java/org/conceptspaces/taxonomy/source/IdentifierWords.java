package org.conceptspaces.taxonomy.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that a name in a program is made of. */
final class IdentifierWords {

  // between "array" and "List", between "URL" and "Class", at underscores and dollars
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[_$]+");

  private IdentifierWords() {}

  /**
   * Splits a name: {@code URLClassLoader} into url, class, loader; {@code DEFAULT_CAPACITY} into
   * default, capacity; digits stay with the letters before them.
   *
   * @param identifier the name
   * @return its words in lower case, none if it is of underscores and dollars alone
   */
  static List<String> of(String identifier) {
    return Stream.of(BETWEEN.split(identifier))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
