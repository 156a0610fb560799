package org.conceptspaces.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.TextTaxonomy;

/** Taxonomies for tests. */
public final class Taxonomies {

  private Taxonomies() {}

  /** From edges written as {@code child>parent} and a text for every node, {@code id=text}. */
  public static TextTaxonomy of(List<String> edges, List<String> texts) {
    HierarchyBuilder builder = Hierarchy.builder();
    texts.forEach(text -> builder.node(text.substring(0, text.indexOf('='))));
    for (String edge : edges) {
      int arrow = edge.indexOf('>');
      builder.edge(edge.substring(0, arrow), edge.substring(arrow + 1));
    }
    return new TextTaxonomy(
        "made up",
        builder.build(),
        texts.stream().map(text -> text.substring(text.indexOf('=') + 1)).toList());
  }

  /**
   * A random graph of one to three parents for each node but the first, whose names and definitions
   * name other nodes: nodes are called "a b" by two of a few words, and described as "the CD of
   * EF".
   */
  public static TextTaxonomy random(int size, long seed) {
    Random random = new Random(seed);
    List<String> words = IntStream.range(0, 9).mapToObj(i -> "kind" + (char) ('a' + i)).toList();
    HierarchyBuilder builder = Hierarchy.builder();
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int node = 0; node < size; node++) {
      builder.node("n" + node);
      // the first is drawn from a chain, so that there are parents of one child
      for (int parents = node < 6 ? 1 : 1 + random.nextInt(3); node > 0 && parents > 0; parents--) {
        builder.edge("n" + node, "n" + (node < 6 ? node - 1 : random.nextInt(node)));
      }
      // each word ends several names, with any one leaf or without, and so is no function word
      String name =
          (random.nextBoolean() ? words.get(random.nextInt(9)) + " " : "") + words.get(node % 9);
      names.add(name);
      String mentioned =
          names.get(random.nextInt(names.size())) + ", " + names.get(random.nextInt(names.size()));
      texts.add(name + ": the " + mentioned + " of the " + words.get(random.nextInt(9)));
    }
    return new TextTaxonomy("random", builder.build(), texts);
  }

  /** What is left without a leaf, in the same order. */
  public static TextTaxonomy without(TextTaxonomy full, int leaf) {
    Hierarchy hierarchy = full.hierarchy();
    HierarchyBuilder builder = Hierarchy.builder();
    int[] rest = IntStream.range(0, full.size()).filter(node -> node != leaf).toArray();
    for (int node : rest) {
      builder.node(hierarchy.id(node));
    }
    for (int node : rest) {
      for (int parent : hierarchy.parents(node)) {
        builder.edge(hierarchy.id(node), hierarchy.id(parent));
      }
    }
    return new TextTaxonomy(
        full.name(), builder.build(), IntStream.of(rest).mapToObj(full::text).toList());
  }

  /** Kinds of things and things, five of each: "QUALITY KIND: a KIND that is QUALITY". */
  public static TextTaxonomy tiny() {
    List<String> texts = new ArrayList<>(List.of("thing=thing: all that is"));
    List<String> edges = new ArrayList<>();
    for (String kind : List.of("boat", "lamp", "chair", "shoe", "bread")) {
      texts.add(kind + "=" + kind + ": a thing of the sort " + kind);
      edges.add(kind + ">thing");
      for (String quality :
          Set.of("red", "old", "long", "cheap", "heavy").stream().sorted().toList()) {
        String id = quality + "_" + kind;
        texts.add(id + "=" + quality + " " + kind + ": a " + kind + " that is " + quality);
        edges.add(id + ">" + kind);
      }
    }
    return of(edges, texts);
  }
}
