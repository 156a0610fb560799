package org.conceptspaces.encoder.experiment;

import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.config.SpaceLabels;
import org.conceptspaces.encoder.regularize.RegularizerRecipe;

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
   * @throws org.conceptspaces.config.ConfigException if options of regularisers contradict each
   *     other
   */
  static List<Column> of(Config config, Plugins plugins) {
    List<RegularizerRecipe> recipes = ExperimentSections.recipes(config);
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
   * What tables call it: the space, and the recipe if that has a name.
   *
   * @return a label that no other column has
   */
  public String label() {
    return recipe.label(spaceLabel);
  }
}
