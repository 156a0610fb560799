package org.conceptspaces.taxonomy.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;

/**
 * The classes and interfaces of a module of the JDK that this runs on, nested ones too, below their
 * superclasses and interfaces. Edges that lead out of the module are left out. Interfaces have
 * nothing above them but interfaces; some hence have no edge at all. Which classes there are
 * depends on the JDK's version.
 */
final class JdkClasses {

  static final String PREFIX = "jdk:";

  private JdkClasses() {}

  /** All of a module's classes, anonymous ones and those without an edge too. */
  static NamedHierarchy read(String module) {
    Map<String, ClassHeader> classes = classes(module);
    HierarchyBuilder builder = Hierarchy.builder();
    classes.keySet().forEach(builder::node);
    Hierarchy hierarchy = build(module, builder, classes);
    return new NamedHierarchy(
        PREFIX + module,
        hierarchy,
        hierarchy.ids(),
        null,
        List.of("Classes are those of JDK " + System.getProperty("java.version") + "."));
  }

  /** The named classes that are above or below another, with {@link ClassText}s. */
  static TextTaxonomy withTexts(String module) {
    Map<String, ClassHeader> classes = classes(module);
    classes.keySet().removeIf(ClassText::isAnonymous);
    Hierarchy hierarchy = build(module, Hierarchy.builder(), classes);
    List<String> texts = new ArrayList<>(hierarchy.size());
    for (String id : hierarchy.ids()) {
      texts.add(ClassText.of(Objects.requireNonNull(classes.get(id))));
    }
    return new TextTaxonomy(PREFIX + module, hierarchy, texts);
  }

  private static Hierarchy build(
      String module, HierarchyBuilder builder, Map<String, ClassHeader> classes) {
    boolean edges = false;
    for (ClassHeader header : classes.values()) {
      for (String above : header.supers()) {
        if (classes.containsKey(above)) {
          builder.edge(header.name(), above);
          edges = true;
        }
      }
    }
    if (!edges) {
      throw new DataException(
          "source "
              + DataException.quote(PREFIX + module)
              + ": no class of this module is below another of it; choose a larger one, java.base"
              + " for instance");
    }
    return builder.build();
  }

  // in the order of their paths, so that indexes do not depend on how the image was put together
  private static Map<String, ClassHeader> classes(String module) {
    FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
    Path modules = runtime.getPath("/modules");
    List<String> names = modules(modules);
    if (!names.contains(module)) {
      throw new DataException(
          "source "
              + DataException.quote(PREFIX + module)
              + ": this JDK has no such module"
              + Closest.hint(module, names)
              + "; java --list-modules lists them, java.base is the largest");
    }
    Map<String, ClassHeader> classes = new LinkedHashMap<>();
    for (Path file : classFiles(modules.resolve(module))) {
      try (InputStream in = Files.newInputStream(file)) {
        ClassHeader header = ClassHeader.read(in);
        classes.put(header.name(), header);
      } catch (IOException e) {
        throw new DataException(file + ": cannot be read as a class file: " + e.getMessage(), e);
      }
    }
    return classes;
  }

  private static List<String> modules(Path modules) {
    try (Stream<Path> all = Files.list(modules)) {
      return all.map(module -> String.valueOf(module.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new DataException("the JDK's modules cannot be listed: " + e.getMessage(), e);
    }
  }

  private static List<Path> classFiles(Path module) {
    try (Stream<Path> all = Files.walk(module)) {
      List<Path> files =
          new ArrayList<>(all.filter(file -> file.toString().endsWith(".class")).toList());
      files.removeIf(file -> file.endsWith("module-info.class"));
      files.sort(null);
      return files;
    } catch (IOException e) {
      throw new DataException(module + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
