package org.conceptspaces.config;

import static org.conceptspaces.config.Fixtures.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.multibindings.MapBinder;
import jakarta.inject.Inject;
import java.util.List;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Values;
import org.junit.jupiter.api.Test;

class PluginModuleTest {

  private static final ClassLoader LOADER = PluginModuleTest.class.getClassLoader();
  private static final String HERE = Origin.of(PluginModuleTest.class).location();

  /** A space with a dependency that only its user's module can give. */
  static final class Injected implements SpaceProvider {
    private final String greeting;

    @Inject
    Injected(String greeting) {
      this.greeting = greeting;
    }

    @Override
    public String name() {
      return "injected";
    }

    @Override
    public String description() {
      return greeting;
    }

    @Override
    public ConceptSpace create(Values values, SpaceContext context) {
      throw new UnsupportedOperationException();
    }
  }

  private static Module spaces(String key, SpaceProvider... spaces) {
    return new AbstractModule() {
      @Override
      protected void configure() {
        MapBinder<String, SpaceProvider> binder =
            MapBinder.newMapBinder(binder(), String.class, SpaceProvider.class);
        for (SpaceProvider space : spaces) {
          binder.addBinding(key).toInstance(space);
        }
      }
    };
  }

  private static Module geometry(String key, GeometryProvider geometry) {
    return new AbstractModule() {
      @Override
      protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, GeometryProvider.class)
            .addBinding(key)
            .toInstance(geometry);
      }
    };
  }

  @Test
  void findsASpaceThatOnlyAUsersModuleBinds() {
    Module users =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(String.class).toInstance("Hello.");
            MapBinder.newMapBinder(binder(), String.class, SpaceProvider.class)
                .addBinding("injected")
                .to(Injected.class);
          }
        };
    Plugins plugins = Plugins.load(LOADER, users);
    assertEquals("Hello.", plugins.get("injected").description());
    assertEquals(
        List.of("injected"),
        new ConfigReader(plugins, List.of())
            .read("spaces: [{space: injected}]", "test").spaces().stream()
                .map(s -> s.space())
                .toList());
  }

  @Test
  void nothingInstalledIsNoError() {
    assertEquals(List.of(), Plugins.load(LOADER).list());
  }

  @Test
  void bindingsAreExplicitAndSingletonsMadeAtOnce() {
    Injector injector = PluginModule.createInjector(new PluginModule(List.of(LOADER)), List.of());
    assertSame(injector.getInstance(Plugins.class), injector.getInstance(Plugins.class));
    assertEquals(Stage.PRODUCTION, injector.getInstance(Stage.class));
    assertThrows(ConfigurationException.class, () -> injector.getInstance(StringBuilder.class));
  }

  @Test
  void handBoundDuplicatesAreNamed() {
    assertEquals(
        List.of(
            "2 plugins are called 'twin': the space %1$s of %2$s and the space %1$s of %2$s"
                .formatted(Fixtures.TestSpace.class.getName(), HERE)),
        assertThrows(
                PluginException.class,
                () ->
                    Plugins.load(
                        LOADER, spaces("twin", space("twin"), space("twin", Fixtures.MAXIMUM))))
            .problems());
    assertEquals(
        List.of(
            "2 plugins are called 'twin': the geometry %s of %s and the space %s of %s"
                .formatted(
                    Fixtures.TestGeometry.class.getName(),
                    HERE,
                    Fixtures.TestSpace.class.getName(),
                    HERE)),
        assertThrows(
                PluginException.class,
                () ->
                    Plugins.load(
                        LOADER,
                        spaces("twin", space("twin")),
                        geometry("twin", Fixtures.geometry("twin"))))
            .problems());
  }

  @Test
  void aPluginIsBoundUnderItsOwnName() {
    assertEquals(
        List.of(
            "%s of %s is bound as 'mine' but called 'yours'"
                .formatted(Fixtures.TestSpace.class.getName(), HERE)),
        assertThrows(
                PluginException.class, () -> Plugins.load(LOADER, spaces("mine", space("yours"))))
            .problems());
  }

  @Test
  void faultsOfTheUsersModuleStayGuices() {
    Module users =
        new AbstractModule() {
          @Override
          protected void configure() {
            MapBinder.newMapBinder(binder(), String.class, SpaceProvider.class)
                .addBinding("injected")
                .to(Injected.class);
          }
        };
    CreationException e = assertThrows(CreationException.class, () -> Plugins.load(LOADER, users));
    assertTrue(String.valueOf(e.getMessage()).contains("Injected"));
  }
}
