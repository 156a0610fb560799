package org.conceptspaces.api;

import java.util.List;

/**
 * Something that an item of a list in a config can name, with options of its own.
 *
 * @param name as configs name it
 * @param options its options, beside the key that names it
 * @param description one sentence for the list of options
 */
public record Variant(String name, List<Option<?>> options, String description) {

  /** Checks the name, as those of spaces are, and copies the list. */
  public Variant {
    options = List.copyOf(options);
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "the name '" + name + "' wants a small letter, then small letters, digits and hyphens");
    }
  }

  /**
   * What a config has chosen.
   *
   * @param key the key that names the variant
   * @param name the variant's name
   * @param values its checked options
   */
  public record Chosen(String key, String name, Values values) {}
}
