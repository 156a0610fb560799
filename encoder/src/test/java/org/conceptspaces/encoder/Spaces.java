package org.conceptspaces.encoder;

import ai.djl.ndarray.NDManager;
import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;

/** The models that laws of the whole encoder are tested on. */
public enum Spaces {
  EUCLIDEAN,
  POINCARE,
  LEARNED_CURVATURE,
  MLP,
  DOT,
  ADAPTIVE,
  GATES,
  TWO_LEVELS;

  /** A user's own module. */
  public static final class StackModule extends AbstractModule {
    @Override
    protected void configure() {
      MapBinder.newMapBinder(binder(), String.class, SpaceProvider.class)
          .addBinding("stack")
          .to(StackProvider.class);
      bind(StackProvider.class).toInstance(new StackProvider());
    }
  }

  /** All that is installed, and what a user's own module binds. */
  public static Plugins plugins() {
    return Plugins.load(Spaces.class.getClassLoader(), new StackModule());
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
              Map.of("maximum", 4, "minimum", 2, "budget", 3.0, "child", child("poincare", 4, 3)));
      case GATES ->
          Small.space(
              plugins,
              "adaptive",
              Map.of("method", "gates", "budget", 3.0, "child", child("poincare", 4, 3)));
      case TWO_LEVELS ->
          Small.space(
              plugins,
              "stack",
              Map.of("fine", child("euclidean", 4, 8), "coarse", child("poincare", 2, 2)));
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
