package org.conceptspaces.testkit;

import java.util.Set;
import org.conceptspaces.api.Geometry;

/** A geometry with one defect, and the laws that must find it. */
record Defect(String name, Geometry geometry, Set<String> laws) {

  static Defect of(String name, Geometry geometry, String... laws) {
    return new Defect(name, geometry, Set.of(laws));
  }

  @Override
  public String toString() {
    return name;
  }
}
