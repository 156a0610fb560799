package org.conceptspaces.config;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a plugin comes from.
 *
 * @param className its class
 * @param location the path of its jar or directory of classes, or what else the JVM says
 * @param version the {@code Implementation-Version} of its jar's manifest, if it has one
 */
public record Origin(String className, String location, @Nullable String version) {

  /**
   * The origin of a class.
   *
   * @param type the class
   * @return where it was loaded from
   */
  public static Origin of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL url = source == null ? null : source.getLocation();
    Package home = type.getPackage();
    return new Origin(
        type.getName(),
        url == null ? "an unknown place" : location(url),
        home == null ? null : home.getImplementationVersion());
  }

  /**
   * The short form of {@link #location()} for lists.
   *
   * @return the last name of the path
   */
  public String file() {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** For messages: {@code com.example.Sphere of /plugins/sphere.jar}. */
  @Override
  public String toString() {
    return className + " of " + location;
  }

  /** The jar or directory that a URL is, or lies in. */
  static String location(URL url) {
    String text = url.toString();
    if (text.startsWith("jar:")) {
      int end = text.indexOf("!/");
      text = text.substring("jar:".length(), end < 0 ? text.length() : end);
    }
    int services = text.indexOf("/META-INF/services/");
    if (services >= 0) {
      text = text.substring(0, services);
    }
    return text.startsWith("file:") ? path(text) : text;
  }

  private static String path(String file) {
    try {
      return Path.of(URI.create(file)).toString().replace('\\', '/');
    } catch (IllegalArgumentException notAPath) {
      return file;
    }
  }
}
