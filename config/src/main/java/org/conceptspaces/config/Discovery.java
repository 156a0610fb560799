package org.conceptspaces.config;

import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.conceptspaces.api.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * Finds providers with {@link ServiceLoader}, and says which jar and class is at fault where it
 * cannot.
 */
final class Discovery {

  /** A plugin and the name it gave itself. */
  record Named<P extends Plugin>(String name, P plugin) {}

  private final List<ClassLoader> loaders;
  private final List<String> problems = new ArrayList<>();
  private @Nullable Throwable cause;

  Discovery(List<ClassLoader> loaders) {
    this.loaders = List.copyOf(loaders);
  }

  /** All providers of a service, each class once, in the order of the loaders. */
  <P extends Plugin> List<Named<P>> find(Class<P> service) {
    List<Named<P>> found = new ArrayList<>();
    Set<Class<?>> seen = new HashSet<>();
    for (ClassLoader loader : loaders) {
      if (check(service, loader)) {
        load(service, loader, seen, found);
      }
    }
    return found;
  }

  /** Throws if anything went wrong so far. */
  void finish() {
    if (!problems.isEmpty()) {
      throw new PluginException(problems, cause);
    }
  }

  private void fail(String problem, @Nullable Throwable why) {
    problems.add(problem);
    if (cause == null) {
      cause = why;
    }
  }

  private boolean check(Class<?> service, ClassLoader loader) {
    int before = problems.size();
    try {
      for (Map.Entry<String, Set<String>> provider :
          ServiceFiles.providers(service, loader).entrySet()) {
        check(service, loader, provider.getKey(), provider.getValue());
      }
    } catch (UncheckedIOException e) {
      fail(ServiceFiles.resource(service) + " cannot be read: " + reason(e.getCause()), e);
    }
    return problems.size() == before;
  }

  private void check(Class<?> service, ClassLoader loader, String name, Set<String> places) {
    if (places.size() > 1) {
      // the loader would silently take the first, an old version perhaps
      fail(name + " is in several places, keep one: " + String.join(", ", places), null);
      return;
    }
    String who = name + " of " + places.iterator().next();
    try {
      Class<?> type = Class.forName(name, false, loader);
      if (!service.isAssignableFrom(type)) {
        fail(who + " is listed as a " + service.getSimpleName() + " but is none", null);
      } else if (!Modifier.isPublic(type.getModifiers())) {
        fail(who + " wants to be public", null);
      } else if (Arrays.stream(type.getConstructors()).noneMatch(c -> c.getParameterCount() == 0)) {
        fail(who + " wants a public constructor without parameters", null);
      }
    } catch (ClassNotFoundException e) {
      fail(who + " is listed in META-INF/services but there is no such class", e);
    } catch (LinkageError e) {
      fail(who + " cannot be loaded: " + reason(e), e);
    }
  }

  private <P extends Plugin> void load(
      Class<P> service, ClassLoader loader, Set<Class<?>> seen, List<Named<P>> found) {
    try {
      Iterator<ServiceLoader.Provider<P>> all =
          ServiceLoader.load(service, loader).stream().iterator();
      while (all.hasNext()) {
        ServiceLoader.Provider<P> provider = all.next();
        if (seen.add(provider.type())) {
          make(provider, found);
        }
      }
    } catch (ServiceConfigurationError e) {
      fail(reason(e), e);
    }
  }

  private <P extends Plugin> void make(ServiceLoader.Provider<P> provider, List<Named<P>> found) {
    Origin origin = Origin.of(provider.type());
    P plugin;
    try {
      plugin = provider.get();
    } catch (ServiceConfigurationError e) {
      fail(origin + " cannot be made: " + reason(e.getCause()), e);
      return;
    } catch (LinkageError e) {
      fail(origin + " cannot be made: " + reason(e), e);
      return;
    }
    try {
      found.add(new Named<>(Objects.requireNonNull(plugin.name(), "no name"), plugin));
    } catch (RuntimeException | LinkageError e) {
      fail(origin + " fails to tell its name: " + reason(e), e);
    }
  }

  /** What went wrong, on one line. */
  static String reason(@Nullable Throwable why) {
    if (why == null) {
      return "an unknown reason";
    }
    Throwable told = why;
    if (why instanceof ExceptionInInitializerError && why.getCause() != null) {
      told = why.getCause();
    }
    String message = told.getMessage();
    String type = told.getClass().getSimpleName();
    return message == null ? type : type + ": " + message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
