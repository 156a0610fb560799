package org.conceptspaces.config;

import com.google.inject.Module;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceProvider;

/**
 * The geometries and spaces installed, by name. They share one namespace, as the encoder makes a
 * concept space of each geometry. All were checked: names, options and defaults are in order.
 */
public final class Plugins {

  private final Map<String, InstalledPlugin> byName;
  private final List<ClassLoader> loaders;

  Plugins(Map<String, InstalledPlugin> byName, List<ClassLoader> loaders) {
    this.byName = new TreeMap<>(byName);
    this.loaders = List.copyOf(loaders);
  }

  /**
   * The plugins that a class loader and its parents see, and those that a user's modules bind.
   *
   * @param loader where {@link java.util.ServiceLoader} looks
   * @param modules modules that bind plugins by hand, and whatever these need
   * @return the plugins
   * @throws PluginException with all that is wrong with them
   */
  public static Plugins load(ClassLoader loader, Module... modules) {
    PluginModule found = new PluginModule(List.of(loader));
    return PluginModule.createInjector(found, List.of(modules)).getInstance(Plugins.class);
  }

  /**
   * Plugins made by hand, without Guice.
   *
   * @param geometries the geometries
   * @param spaces the spaces
   * @return the plugins
   * @throws PluginException with all that is wrong with them
   */
  public static Plugins of(
      Collection<? extends GeometryProvider> geometries,
      Collection<? extends SpaceProvider> spaces) {
    Registrar registrar = new Registrar();
    geometries.forEach(g -> registrar.add(null, g));
    spaces.forEach(s -> registrar.add(null, s));
    return new Plugins(registrar.finish(), List.of());
  }

  /**
   * What else the plugins' jars and the class path provide: a service that is no space, which the
   * part of the suite that wants it names.
   *
   * @param service the type that providers are listed under in {@code META-INF/services}
   * @param <S> the type
   * @return a new instance of each provider, each class once; none for plugins made by hand
   * @throws PluginException if a provider cannot be loaded or made
   */
  public <S> List<S> services(Class<S> service) {
    Set<Class<?>> seen = new HashSet<>();
    List<S> found = new ArrayList<>();
    try {
      for (ClassLoader loader : loaders) {
        ServiceLoader.load(service, loader).stream()
            .filter(provider -> seen.add(provider.type()))
            .forEach(provider -> found.add(provider.get()));
      }
    } catch (ServiceConfigurationError e) {
      throw new PluginException(List.of(Discovery.reason(e)), e);
    }
    return found;
  }

  /**
   * All names.
   *
   * @return the names, sorted
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  /**
   * All plugins.
   *
   * @return the plugins, sorted by name
   */
  public List<InstalledPlugin> list() {
    return List.copyOf(byName.values());
  }

  /**
   * A plugin, if it is installed.
   *
   * @param name its name
   * @return the plugin, or empty
   */
  public Optional<InstalledPlugin> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * A plugin.
   *
   * @param name its name
   * @return the plugin
   * @throws PluginException if there is none of this name; the message has the known names and the
   *     nearest
   */
  public InstalledPlugin get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new PluginException(
                    List.of(
                        "no space is called "
                            + Names.quoted(name)
                            + Names.hint(name, byName.keySet())),
                    null));
  }

  /**
   * Whether a name is that of a geometry.
   *
   * @param name the name of a plugin
   * @return false for a space of its own making
   * @throws PluginException if there is none of this name
   */
  public boolean isGeometry(String name) {
    return get(name).isGeometry();
  }

  /**
   * The options of the concept space of a name.
   *
   * @param name the name of a plugin
   * @return the options; a geometry's begin with {@link GeometrySpaceOptions#all()}
   * @throws PluginException if there is none of this name
   */
  public List<Option<?>> options(String name) {
    return get(name).options();
  }

  /**
   * Makes a geometry, with those it is made of.
   *
   * @param config its name and the checked values of its options
   * @param scope where it declares what it learns
   * @return the geometry, not bound to a pass
   * @throws PluginException if there is no geometry of this name
   */
  public Geometry create(SpaceConfig config, Scope scope) {
    return geometry(config.space()).create(config.values(), new PartContext(this, scope));
  }

  /**
   * The provider of a geometry.
   *
   * @param name its name
   * @return the provider
   * @throws PluginException if there is no geometry of this name
   */
  public GeometryProvider geometry(String name) {
    Optional<InstalledPlugin> found = find(name);
    if (found.isEmpty()) {
      String hint = Names.hint(name, geometryNames());
      throw new PluginException(
          List.of("no geometry is called " + Names.quoted(name) + hint), null);
    }
    if (found.get().plugin() instanceof GeometryProvider geometry) {
      return geometry;
    }
    throw new PluginException(List.of("'" + name + "' is a space, not a geometry"), null);
  }

  /**
   * The names of geometries.
   *
   * @return the names, sorted
   */
  public List<String> geometryNames() {
    return names().stream().filter(this::isGeometry).toList();
  }

  /**
   * The provider of a space that is no geometry.
   *
   * @param name its name
   * @return the provider
   * @throws PluginException if there is no space of this name, or it is a geometry
   */
  public SpaceProvider space(String name) {
    if (get(name).plugin() instanceof SpaceProvider space) {
      return space;
    }
    throw new PluginException(
        List.of("'" + name + "' is a geometry; the encoder makes its space"), null);
  }
}
