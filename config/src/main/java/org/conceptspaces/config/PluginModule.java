package org.conceptspaces.config;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Plugin;
import org.conceptspaces.api.SpaceProvider;

/**
 * Binds {@link Plugins}: what {@link java.util.ServiceLoader} finds, and what other modules bind by
 * hand into {@code MapBinder<String, GeometryProvider>} and {@code MapBinder<String,
 * SpaceProvider>} under the plugin's own name.
 */
public final class PluginModule extends AbstractModule {

  private final List<ClassLoader> loaders;
  private final List<Discovery.Named<GeometryProvider>> geometries;
  private final List<Discovery.Named<SpaceProvider>> spaces;

  /**
   * Finds the plugins that some class loaders and their parents see.
   *
   * @param loaders the loaders; a class that two of them share counts once
   * @throws PluginException if a provider cannot be found, loaded or made
   */
  public PluginModule(List<ClassLoader> loaders) {
    this.loaders = List.copyOf(loaders);
    Discovery discovery = new Discovery(loaders);
    geometries = discovery.find(GeometryProvider.class);
    spaces = discovery.find(SpaceProvider.class);
    discovery.finish();
  }

  /**
   * Makes an injector with plugins, all bindings explicit, all singletons made at once.
   *
   * @param plugins the plugins found
   * @param modules all else, modules of a user with plugins of their own among them
   * @return the injector
   * @throws PluginException if plugins are at fault
   * @throws CreationException if anything else is
   */
  public static Injector createInjector(PluginModule plugins, List<? extends Module> modules) {
    List<Module> all = new ArrayList<>(modules);
    all.add(plugins);
    try {
      return Guice.createInjector(Stage.PRODUCTION, all);
    } catch (CreationException e) {
      for (Message message : e.getErrorMessages()) {
        if (message.getCause() instanceof PluginException ours) {
          throw ours;
        }
      }
      throw e;
    }
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    // Guice alone would refuse duplicates in words of its own; Plugins names classes and jars
    MapBinder<String, GeometryProvider> geometryBinder =
        MapBinder.newMapBinder(binder(), String.class, GeometryProvider.class).permitDuplicates();
    geometries.forEach(found -> geometryBinder.addBinding(found.name()).toInstance(found.plugin()));
    MapBinder<String, SpaceProvider> spaceBinder =
        MapBinder.newMapBinder(binder(), String.class, SpaceProvider.class).permitDuplicates();
    spaces.forEach(found -> spaceBinder.addBinding(found.name()).toInstance(found.plugin()));
  }

  @Provides
  @Singleton
  Plugins plugins(
      Map<String, Set<GeometryProvider>> boundGeometries,
      Map<String, Set<SpaceProvider>> boundSpaces) {
    Registrar registrar = new Registrar();
    register(registrar, boundGeometries);
    register(registrar, boundSpaces);
    return new Plugins(registrar.finish(), loaders);
  }

  private static void register(
      Registrar registrar, Map<String, ? extends Set<? extends Plugin>> bound) {
    bound.forEach((name, plugins) -> plugins.forEach(plugin -> registrar.add(name, plugin)));
  }
}
