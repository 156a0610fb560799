package org.conceptspaces.placement.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names and the description in a text. Texts read {@code name, other name: description}; names
 * are what precedes the first colon that a space follows, if that is short; a text of a few words
 * without such a colon is a name alone, any other a description alone. Words are runs of letters
 * and digits of any script, in lower case after Unicode's compatibility normalisation (NFKC).
 *
 * @param names each name's words, none empty
 * @param description words and single punctuation marks, in order
 */
public record Wording(List<List<String>> names, List<String> description) {

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}\\s]");
  private static final Pattern SEPARATOR = Pattern.compile("[,;|]");

  /** What is longer is no list of names. */
  private static final int NAME_CHARACTERS = 400;

  /** Texts of up to so many words are a name, as titles and search queries are. */
  private static final int NAME_WORDS = 4;

  /** Where a definition says what something is, and more than enough of the rest. */
  private static final int MOST_CHARACTERS = 8192;

  /** Copies the lists. */
  public Wording {
    names = names.stream().map(List::copyOf).toList();
    description = List.copyOf(description);
  }

  /**
   * Reads a text.
   *
   * @param text any text; what follows the first 8,192 characters is not read
   * @return its wording; empty if it has no word
   */
  public static Wording of(String text) {
    String start = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    String plain = Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    int colon = plain.indexOf(": ");
    if (colon > 0 && colon <= NAME_CHARACTERS) {
      return new Wording(names(plain.substring(0, colon)), tokens(plain.substring(colon + 2)));
    }
    List<String> tokens = tokens(plain);
    List<List<String>> names = tokens.size() <= NAME_WORDS ? names(plain) : List.of();
    return new Wording(names, names.isEmpty() ? tokens : List.of());
  }

  private static List<List<String>> names(String text) {
    List<List<String>> names = new ArrayList<>();
    for (String name : SEPARATOR.split(text, -1)) {
      List<String> words = tokens(name).stream().filter(Wording::isWord).toList();
      if (!words.isEmpty()) {
        names.add(words);
      }
    }
    return names;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  /**
   * Whether a token is a word, not punctuation.
   *
   * @param token a token of a wording
   * @return whether it starts with a letter, mark or digit
   */
  public static boolean isWord(String token) {
    int first = token.codePointAt(0);
    int type = Character.getType(first);
    return Character.isLetterOrDigit(first)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /**
   * The last words of the names: what kind of thing a name is of, in English.
   *
   * @return one for each name, without repetitions
   */
  public List<String> lastWords() {
    return names.stream().map(name -> name.get(name.size() - 1)).distinct().toList();
  }
}
