package org.conceptspaces.api;

import java.util.List;

/**
 * Variants that a config has chosen to go together. It may list one such choice, which needs no
 * name, or several by name.
 *
 * @param name its name in the config; empty text for the one list of a config that names none
 * @param items what it is made of, possibly nothing
 */
public record Recipe(String name, List<Variant.Chosen> items) {

  /** Names that columns of tables, folders and results can have as they are. */
  public static final String NAMES = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";

  /** Checks the name, and copies the list. */
  public Recipe {
    items = List.copyOf(items);
    if (!name.isEmpty() && !name.matches(NAMES)) {
      throw new IllegalArgumentException(
          "the name '" + name + "' wants up to 40 letters, digits, - and _");
    }
  }

  /**
   * The one recipe of a config that names none.
   *
   * @param items what it is made of
   * @return a recipe without a name
   */
  public static Recipe unnamed(List<Variant.Chosen> items) {
    return new Recipe("", items);
  }

  /**
   * Whether a config names it.
   *
   * @return whether its name is not empty
   */
  public boolean isNamed() {
    return !name.isEmpty();
  }
}
