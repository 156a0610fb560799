package org.conceptspaces.encoder.regularize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.conceptspaces.api.Recipe;

/**
 * The regularisers of a training.
 *
 * @param name what the config calls them; empty text for the one list of a config that names none
 * @param regularizers the regularisers, possibly none
 */
public record RegularizerRecipe(String name, List<RegularizerSpec> regularizers) {

  /** Copies the list. */
  public RegularizerRecipe {
    regularizers = List.copyOf(regularizers);
  }

  /**
   * The recipes of a config.
   *
   * @param recipes the checked value of {@link RegularizerSpec#OPTION}
   * @param problems hears of each problem that shows only when options meet each other, by its path
   * @return as many recipes, in order
   */
  public static List<RegularizerRecipe> of(List<Recipe> recipes, Consumer<String> problems) {
    List<RegularizerRecipe> all = new ArrayList<>();
    recipes.forEach(
        recipe ->
            all.add(new RegularizerRecipe(recipe.name(), RegularizerSpec.of(recipe, problems))));
    return List.copyOf(all);
  }

  /**
   * What a space trained with it is called.
   *
   * @param space the space's label
   * @return {@code euclidean 16×16 · vicreg}, say; the space's label alone if there is no name
   */
  public String label(String space) {
    return name.isEmpty() ? space : space + " · " + name;
  }
}
