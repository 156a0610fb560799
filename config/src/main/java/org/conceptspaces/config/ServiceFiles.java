package org.conceptspaces.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which jar lists which provider: what {@link java.util.ServiceLoader} reads but does not tell. */
final class ServiceFiles {

  private ServiceFiles() {}

  /** The resource that lists the providers of a service. */
  static String resource(Class<?> service) {
    return "META-INF/services/" + service.getName();
  }

  /** The locations that list each provider of a service, as the loader and its parents see it. */
  static Map<String, Set<String>> providers(Class<?> service, ClassLoader loader) {
    Map<String, Set<String>> locations = new TreeMap<>();
    try {
      for (URL file : Collections.list(loader.getResources(resource(service)))) {
        for (String provider : lines(file)) {
          locations
              .computeIfAbsent(provider, p -> new LinkedHashSet<>())
              .add(Origin.location(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return locations;
  }

  private static List<String> lines(URL file) throws IOException {
    URLConnection connection = file.openConnection();
    connection.setUseCaches(false); // a cached jar would stay open, and stale when replaced
    List<String> providers = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int comment = line.indexOf('#');
        String provider = (comment < 0 ? line : line.substring(0, comment)).strip();
        if (!provider.isEmpty()) {
          providers.add(provider);
        }
      }
    }
    return providers;
  }
}
