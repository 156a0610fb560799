package org.conceptspaces.config;

import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Variant;

/** What each type of option accepts, in words. */
final class Wants implements OptionVisitor<String> {

  private final boolean article;

  private Wants(boolean article) {
    this.article = article;
  }

  /** For messages: {@code a whole number of at least 1}. */
  static String of(Option.Type<?> type) {
    return OptionVisitor.visit(type, new Wants(true));
  }

  /** For tables: {@code whole number of at least 1}. */
  static String noun(Option.Type<?> type) {
    return OptionVisitor.visit(type, new Wants(false));
  }

  private String a(String noun) {
    return article ? "a " + noun : noun;
  }

  @Override
  public String wholeNumber(Range range) {
    return a("whole number" + words(range));
  }

  @Override
  public String realNumber(Range range) {
    return a("number" + words(range));
  }

  @Override
  public String flag() {
    return "true or false";
  }

  @Override
  public String text() {
    return article ? "a text that is not empty" : "text";
  }

  @Override
  public String choice(List<String> words) {
    return article ? "one of " + String.join(", ", words) : String.join(" | ", words);
  }

  @Override
  public String space() {
    return article ? "a space such as {space: NAME}" : "space";
  }

  @Override
  public String spaces() {
    return article ? "a list of spaces such as [{space: NAME}]" : "list of spaces";
  }

  @Override
  public String geometries(List<Option<?>> beside) {
    return article ? "a list of geometries such as [{space: NAME}]" : "list of geometries";
  }

  @Override
  public String wholeNumbers(Range range) {
    return a("list of whole numbers" + words(range));
  }

  @Override
  public String texts() {
    return a("list of texts");
  }

  @Override
  public String recipes(String key, List<Variant> variants) {
    return a(list(key) + ", or lists by name");
  }

  /** An item of recipes: {@code list such as [{rule: NAME}]}. */
  static String list(String key) {
    return "list such as [{" + key + ": NAME}]";
  }

  private static String words(Range range) {
    return Double.isInfinite(range.minimum()) && Double.isInfinite(range.maximum())
        ? ""
        : " " + range;
  }
}
