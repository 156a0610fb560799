package org.conceptspaces.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;

/** Fourteen animals; the dog has two parents. */
public final class Animals {

  private static final Map<String, String> TEXTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("animal", "a living thing that moves"),
              Map.entry("pet", "an animal kept at home"),
              Map.entry("mammal", "an animal with warm blood and hair"),
              Map.entry("bird", "an animal with feathers and wings"),
              Map.entry("dog", "a mammal that barks and is kept at home"),
              Map.entry("cat", "a mammal that purrs"),
              Map.entry("whale", "a mammal that swims in the sea"),
              Map.entry("poodle", "a dog with curly hair"),
              Map.entry("hound", "a dog for hunting"),
              Map.entry("siamese", "a cat with blue eyes"),
              Map.entry("tabby", "a cat with stripes"),
              Map.entry("sparrow", "a small brown bird"),
              Map.entry("eagle", "a large bird for hunting"),
              Map.entry("orca", "a black and white whale")));

  private static final List<String> EDGES =
      List.of(
          "pet animal",
          "mammal animal",
          "bird animal",
          "dog pet",
          "dog mammal",
          "cat mammal",
          "whale mammal",
          "poodle dog",
          "hound dog",
          "siamese cat",
          "tabby cat",
          "sparrow bird",
          "eagle bird",
          "orca whale");

  private static final Corpus CORPUS = corpus(Split.of(taxonomy(), 0.1, 1));

  private Animals() {}

  public static TextTaxonomy taxonomy() {
    HierarchyBuilder builder = Hierarchy.builder();
    TEXTS.keySet().forEach(builder::node);
    for (String edge : EDGES) {
      int space = edge.indexOf(' ');
      builder.edge(edge.substring(0, space), edge.substring(space + 1));
    }
    return new TextTaxonomy("animals", builder.build(), new ArrayList<>(TEXTS.values()));
  }

  private static Corpus corpus(Split split) {
    return Corpus.of(
        split, Vocabulary.occurring(Cl100kBase.INSTANCE, split.training().texts()), 12);
  }

  /** All animals, one leaf held out. */
  public static Corpus corpus() {
    return CORPUS;
  }
}
