package org.conceptspaces.optim;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys of an optimiser's state, {@code <parameter id>/<slot>}. */
final class StateKeys {

  static final String SEPARATOR = "/";

  private StateKeys() {}

  /** The parameter's id in a key. */
  static String parameterId(String key) {
    int end = key.lastIndexOf(SEPARATOR);
    if (end < 0) {
      throw new IllegalArgumentException(
          "optimiser state '" + key + "': wants <parameter id>" + SEPARATOR + "<slot>");
    }
    return key.substring(0, end);
  }

  /** Checks that a saved state has every slot of every parameter, and nothing else. */
  static void check(Set<String> slots, Set<String> keys, Map<String, Integer> updates) {
    Set<String> wanted = new TreeSet<>();
    updates.forEach(
        (id, count) -> {
          if (count < 1) {
            throw new IllegalArgumentException(
                "optimiser state: " + id + " was updated " + count + " times; wants 1 or more");
          }
          slots.forEach(slot -> wanted.add(id + SEPARATOR + slot));
        });
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(keys);
    Set<String> unknown = new TreeSet<>(keys);
    unknown.removeAll(wanted);
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "the optimiser state does not fit: missing " + missing + ", unknown " + unknown);
    }
  }
}
