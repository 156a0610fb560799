package org.conceptspaces.taxonomy.source;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A class in words: {@code array list: util; default capacity empty element data …}, its simple
 * name, the last part of its package, and the distinct words of its own fields and methods in their
 * order. What it extends, implements or inherits is not told, nor the class around it, which often
 * is what it extends: a text is to be placed by what the class itself is.
 */
final class ClassText {

  /** As many words as tell a class; the largest have a thousand. */
  static final int MOST_WORDS = 64;

  private static final Pattern ANONYMOUS = Pattern.compile("\\$\\d+$");

  private ClassText() {}

  static String of(ClassHeader header) {
    String simple = simpleName(header.name());
    String name = String.join(" ", IdentifierWords.of(simple));
    String packages = header.name().substring(0, Math.max(0, header.name().lastIndexOf('.')));
    String description =
        packages.substring(packages.lastIndexOf('.') + 1) + "; " + members(header.members());
    return (name.isEmpty() ? simple : name) + ": " + description.strip();
  }

  /** Whether a class has no name of its own: an anonymous one, or one that the compiler made. */
  static boolean isAnonymous(String className) {
    return ANONYMOUS.matcher(className).find();
  }

  // Map$Entry is Entry; Outer$1Local, a class of a method, is Local
  private static String simpleName(String className) {
    String nested = className.substring(className.lastIndexOf('.') + 1);
    String last = nested.substring(nested.lastIndexOf('$') + 1);
    String local = last.replaceFirst("^\\d+", "");
    return local.isEmpty() ? nested : local;
  }

  private static String members(List<String> members) {
    return members.stream()
        .flatMap(member -> IdentifierWords.of(member).stream())
        .distinct()
        .limit(MOST_WORDS)
        .collect(Collectors.joining(" "));
  }
}
