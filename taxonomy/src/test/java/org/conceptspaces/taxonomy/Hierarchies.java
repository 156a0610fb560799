package org.conceptspaces.taxonomy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Hierarchies for tests. */
public final class Hierarchies {

  private Hierarchies() {}

  /** From edges written as {@code child>parent}. */
  public static Hierarchy of(String... edges) {
    HierarchyBuilder builder = Hierarchy.builder();
    for (String edge : edges) {
      int arrow = edge.indexOf('>');
      builder.edge(edge.substring(0, arrow), edge.substring(arrow + 1));
    }
    return builder.build();
  }

  /** A random graph: 0 to 3 parents for each node among those before it, in shuffled order. */
  public static Hierarchy random(int size, long seed) {
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ids.add("n" + i);
    }
    Collections.shuffle(ids, random);
    HierarchyBuilder builder = Hierarchy.builder();
    ids.stream().sorted().forEach(builder::node);
    builder.edge(ids.get(1), ids.get(0));
    for (int node = 2; node < size; node++) {
      for (int parents = random.nextInt(4); parents > 0; parents--) {
        builder.edge(ids.get(node), ids.get(random.nextInt(node)));
      }
    }
    return builder.build();
  }

  /** With the text "text of ID" for each node. */
  public static TextTaxonomy withTexts(Hierarchy hierarchy) {
    return new TextTaxonomy(
        "test", hierarchy, hierarchy.ids().stream().map(id -> "text of " + id).toList());
  }
}
