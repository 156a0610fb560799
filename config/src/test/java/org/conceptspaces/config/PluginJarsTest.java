package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.MapBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.SpaceProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginJarsTest {

  private static final ClassLoader LOADER = PluginJarsTest.class.getClassLoader();
  private static final String SERVICES = "META-INF/services/org.conceptspaces.api.";

  @TempDir private Path work;
  @TempDir private Path plugins;

  private JarMaker jar() {
    return new JarMaker(plugins);
  }

  /** A jar of one geometry; its sources lie in {@code work}, its jar in {@code plugins}. */
  private Path geometry(String jar, String type, @Nullable String name, String extra)
      throws IOException {
    JarMaker maker = new JarMaker(work).version("1.2.3").service("outsider." + type + " # comment");
    maker.compile(Map.of(type, JarMaker.geometry(type, name, extra)));
    return Files.move(maker.write(jar), plugins.resolve(jar));
  }

  private Plugins load(Module... modules) {
    try (PluginJars directory = PluginJars.open(plugins, LOADER)) {
      return Plugins.load(directory.loader(), modules);
    }
  }

  private List<String> problems(Module... modules) {
    return assertThrows(PluginException.class, () -> load(modules)).problems();
  }

  @Test
  void aJarMadeByAnOutsiderIsFound() throws IOException {
    Path jar = geometry("sphere-1.2.3.jar", "Sphere", "sphere", "");
    Files.writeString(plugins.resolve("README.txt"), "not a jar");
    InstalledPlugin sphere = load().get("sphere");
    assertEquals(new Origin("outsider.Sphere", jar.toString(), "1.2.3"), sphere.origin());
    assertEquals("sphere-1.2.3.jar", sphere.origin().file());
    assertEquals("geometry", sphere.kind());
    assertEquals(
        List.of("concepts", "dimension", "share"),
        sphere.options().stream().map(o -> o.name()).toList());
    assertEquals(
        List.of(
            "sphere (geometry, sphere-1.2.3.jar 1.2.3)",
            "  A geometry of an outsider.",
            "    concepts   whole number from 1 to 65536  16   How many concepts a text becomes.",
            "    dimension  whole number from 1 to 65536  16   The dimension of the space of each"
                + " concept.",
            "    share      number from 0 to 1            0.5  A share."),
        OptionTable.lines(sphere));
  }

  @Test
  void oneJarCanBeNamedByItself() throws IOException {
    Path one = geometry("one.jar", "One", "one", "");
    geometry("two.jar", "Two", "two", "");
    try (PluginJars jars = PluginJars.open(one, LOADER)) {
      assertEquals(List.of(one), jars.jars());
      Plugins found = Plugins.load(jars.loader());
      assertTrue(found.find("one").isPresent());
      assertTrue(found.find("two").isEmpty());
    }
  }

  @Test
  void aClassThatSeveralLoadersShareCountsOnce() throws IOException {
    geometry("sphere.jar", "Sphere", "sphere", "");
    try (PluginJars directory = PluginJars.open(plugins, LOADER)) {
      PluginModule module =
          new PluginModule(List.of(LOADER, directory.loader(), directory.loader()));
      Plugins found = PluginModule.createInjector(module, List.of()).getInstance(Plugins.class);
      assertEquals(1, found.list().size());
    }
  }

  @Test
  void aDirectoryThatIsNoneIsRefused() throws IOException {
    Path missing = plugins.resolve("missing");
    Path file = Files.writeString(plugins.resolve("file.txt"), "");
    for (Map.Entry<Path, String> refused :
        Map.of(
                missing, missing + ": there is no such jar or directory",
                file, file + ": is neither a jar nor a directory of jars",
                plugins, plugins + ": the directory has no file *.jar")
            .entrySet()) {
      assertEquals(
          List.of(refused.getValue()),
          assertThrows(PluginException.class, () -> PluginJars.open(refused.getKey(), LOADER))
              .problems());
    }
  }

  @Test
  void damagedJarsAreNamed() throws IOException {
    Path whole = geometry("whole.jar", "Whole", "whole", "");
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(plugins.resolve("cut.jar"), Arrays.copyOf(bytes, 100));
    Path empty = Files.write(plugins.resolve("empty.jar"), new byte[0]);
    List<String> problems = problems();
    assertEquals(2, problems.size());
    assertEquals(
        cut + " cannot be read as a jar: ZipException: zip END header not found", problems.get(0));
    assertEquals(
        empty + " cannot be read as a jar: ZipException: zip file is empty", problems.get(1));
  }

  @Test
  void aDirectoryWithoutPluginsIsRefused() throws IOException {
    jar().entry("notes.txt", "no plugin").write("notes.jar");
    assertEquals(
        List.of(
            "%s: no jar has a plugin; wanted %sGeometryProvider or %sSpaceProvider"
                .formatted(plugins, SERVICES, SERVICES)),
        problems());
  }

  @Test
  void duplicateNamesAreRefusedWithBothJars() throws IOException {
    Path one = geometry("one.jar", "One", "same", "");
    Path two = geometry("two.jar", "Two", "same", "");
    assertEquals(
        List.of(
            "2 plugins are called 'same': the geometry outsider.One of %s and the geometry"
                    .formatted(one)
                + " outsider.Two of %s".formatted(two)),
        problems());
  }

  @Test
  void aJarAndAModuleCannotShareAName() throws IOException {
    Path jar = geometry("sphere.jar", "Sphere", "sphere", "");
    Module users =
        new AbstractModule() {
          @Override
          protected void configure() {
            MapBinder.newMapBinder(binder(), String.class, SpaceProvider.class)
                .addBinding("sphere")
                .toInstance(Fixtures.space("sphere"));
          }
        };
    assertEquals(
        List.of(
            "2 plugins are called 'sphere': the geometry outsider.Sphere of %s and the space %s"
                .formatted(jar, Origin.of(Fixtures.TestSpace.class))),
        problems(users));
  }

  @Test
  void twoVersionsOfOneClassAreRefused() throws IOException {
    Path one = geometry("sphere-1.jar", "Sphere", "sphere", "");
    Path two = geometry("sphere-2.jar", "Sphere", "sphere", "");
    assertEquals(
        List.of("outsider.Sphere is in several places, keep one: " + one + ", " + two), problems());
  }

  @Test
  void providersThatCannotBeMadeAreNamedAllAtOnce() throws IOException {
    Path boom =
        geometry(
            "boom.jar", "Boom", "boom", "public Boom() { throw new RuntimeException(\"boom\"); }");
    Path init = geometry("init.jar", "Init", "init", "static final int X = 1 / (int) 0.0f;");
    Path none = geometry("none.jar", "None", null, "");
    assertEquals(
        List.of(
            "outsider.Boom of " + boom + " cannot be made: RuntimeException: boom",
            "outsider.Init of " + init + " cannot be made: ArithmeticException: / by zero",
            "outsider.None of " + none + " fails to tell its name: NullPointerException: no name"),
        problems());
  }

  @Test
  void providersThatCannotBeLoadedAreNamedAllAtOnce() throws IOException {
    JarMaker base =
        new JarMaker(work)
            .compile(
                Map.of(
                    "Base", "package outsider; public class Base {}",
                    "Orphan",
                        JarMaker.geometry("Orphan", "orphan", "")
                            .replace("class Orphan", "class Orphan extends Base"),
                    "Closed", JarMaker.geometry("Closed", "closed", "private Closed() {}"),
                    "Hidden",
                        JarMaker.geometry("Hidden", "hidden", "").replace("public class", "class")))
            .service(
                "outsider.Orphan",
                "outsider.Absent",
                "outsider.Closed",
                "outsider.Hidden",
                "java.lang.String");
    Path jar =
        Files.move(
            base.without("outsider/Base.class").write("bad.jar"), plugins.resolve("bad.jar"));
    assertEquals(
        List.of(
            "java.lang.String of " + jar + " is listed as a GeometryProvider but is none",
            "outsider.Absent of "
                + jar
                + " is listed in META-INF/services but there is no such class",
            "outsider.Closed of " + jar + " wants a public constructor without parameters",
            "outsider.Hidden of " + jar + " wants to be public",
            "outsider.Orphan of " + jar + " cannot be loaded: NoClassDefFoundError: outsider/Base"),
        problems());
  }
}
