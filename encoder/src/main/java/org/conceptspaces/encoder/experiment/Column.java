package org.conceptspaces.encoder.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.config.SpaceLabels;
import org.conceptspaces.encoder.regularize.RegularizerRecipe;
import org.conceptspaces.encoder.regularize.RegularizerSpec;

/**
 * A column of a comparison's table: a space, trained with a recipe of regularisers.
 *
 * @param spaceLabel the space in short; no other space of the config has this label
 * @param space the space
 * @param recipe what keeps its concepts apart
 */
public record Column(String spaceLabel, SpaceConfig space, RegularizerRecipe recipe) {

  /**
   * The columns of a config: each space with each recipe, space by space.
   *
   * @param problems hears of each problem of recipes, by its path
   */
  static List<Column> of(Config config, Plugins plugins, Consumer<String> problems) {
    List<RegularizerRecipe> recipes =
        RegularizerRecipe.of(config.options().get(RegularizerSpec.OPTION), problems);
    List<String> labels = new SpaceLabels(plugins).labels(config.spaces());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      for (RegularizerRecipe recipe : recipes) {
        columns.add(new Column(labels.get(i), config.spaces().get(i), recipe));
      }
    }
    return List.copyOf(columns);
  }

  /**
   * Whether it is trained without regularisers: what others in its space are compared with.
   *
   * @return whether the recipe is empty
   */
  public boolean isPlain() {
    return recipe.regularizers().isEmpty();
  }

  /**
   * What tables call it: the space, and the recipe if that has a name.
   *
   * @return a label that no other column has
   */
  public String label() {
    return recipe.label(spaceLabel);
  }
}
