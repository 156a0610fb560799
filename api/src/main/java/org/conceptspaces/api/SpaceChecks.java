package org.conceptspaces.api;

/** Where {@link SpaceProvider#check} tells what is wrong. Paths are below the space. */
@FunctionalInterface
public interface SpaceChecks {

  /**
   * Something is wrong.
   *
   * @param path of what is wrong, {@code levels[1].dimension} say
   * @param message what, and what to do, to follow {@code path: }
   */
  void problem(String path, String message);
}
