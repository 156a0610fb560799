package org.conceptspaces.encoder;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;

/**
 * The models that laws of the whole encoder are tested on. Budgets are fractions: at the budget,
 * which whole ones begin with, its multiplier has no gradient.
 */
public enum Spaces {
  EUCLIDEAN,
  POINCARE,
  LEARNED_CURVATURE,
  MLP,
  DOT,
  ADAPTIVE,
  GATES,
  MULTISCALE,
  MATRYOSHKA,
  ADAPTIVE_OVER_LEVELS,
  ADAPTIVE_AS_LEVELS,
  ADAPTIVE_OVER_DIMENSIONS,
  DIMENSIONS_OF_ADAPTIVE;

  /** All that is installed for the tests. */
  public static Plugins plugins() {
    return Small.plugins();
  }

  public SpaceConfig config(Plugins plugins) {
    return switch (this) {
      case EUCLIDEAN, MLP -> Small.space(plugins, "euclidean", Map.of());
      case POINCARE, DOT -> Small.space(plugins, "poincare", Map.of("curvature", 0.8));
      case LEARNED_CURVATURE ->
          Small.space(plugins, "poincare", Map.of("curvature", 0.8, "learnCurvature", true));
      case ADAPTIVE ->
          Small.space(
              plugins,
              "adaptive",
              Map.of("maximum", 4, "minimum", 2, "budget", 3.3, "child", child("poincare", 4, 3)));
      case GATES ->
          Small.space(
              plugins,
              "adaptive",
              Map.of("method", "gates", "budget", 3.0, "child", child("poincare", 4, 3)));
      case MULTISCALE ->
          Small.space(
              plugins,
              "multiscale",
              Map.of("levels", List.of(child("euclidean", 4, 8), child("poincare", 2, 2))));
      case MATRYOSHKA ->
          Small.space(
              plugins,
              "matryoshka",
              Map.of("dimensions", List.of(1, 2), "child", child("poincare", 4, 4)));
      case ADAPTIVE_OVER_LEVELS ->
          Small.space(
              plugins,
              "adaptive",
              Map.of("minimum", 2, "budget", 4.7, "child", MULTISCALE.config(plugins)));
      case ADAPTIVE_AS_LEVELS ->
          Small.space(
              plugins,
              "multiscale",
              Map.of("levels", List.of(ADAPTIVE.config(plugins), GATES.config(plugins))));
      case ADAPTIVE_OVER_DIMENSIONS ->
          Small.space(
              plugins, "adaptive", Map.of("minimum", 2, "child", MATRYOSHKA.config(plugins)));
      case DIMENSIONS_OF_ADAPTIVE ->
          Small.space(
              plugins,
              "matryoshka",
              Map.of("dimensions", List.of(2), "child", GATES.config(plugins)));
    };
  }

  public EncoderShape shape() {
    return switch (this) {
      case MLP -> Small.shape(Map.of("projection", "mlp"));
      case DOT -> Small.shape(Map.of("score", "dot"));
      default -> Small.shape();
    };
  }

  private static SpaceConfig child(String name, int concepts, int dimension) {
    return new SpaceConfig(name, Values.of(Map.of("concepts", concepts, "dimension", dimension)));
  }

  /** The model, its parameters drawn. */
  public ConceptModel model(NDManager manager) {
    Plugins plugins = plugins();
    return Small.model(manager, shape(), Animals.corpus(), config(plugins), plugins);
  }
}
