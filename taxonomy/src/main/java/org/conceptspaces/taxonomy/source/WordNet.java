package org.conceptspaces.taxonomy.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.TextTaxonomy;

/**
 * The nouns of WordNet 3.0, read from the files in {@code net.sf.extjwnl:extjwnl-data-wn30}.
 *
 * <ul>
 *   <li>Nodes are noun synsets. Their ids follow NLTK: the synset's first word in lower case,
 *       {@code .n.}, and the number of the sense of that word in two digits or more: {@code
 *       dog.n.01}.
 *   <li>Edges are hypernyms ({@code @}) and instance hypernyms ({@code @i}) alike. For all nouns
 *       that makes 82,115 nodes, 84,427 edges and a closure of 743,241 pairs.
 *   <li>The text is the definition in the gloss, or what {@link SynsetText} says.
 * </ul>
 */
public final class WordNet {

  private static final String MAMMAL = "mammal.n.01";

  private WordNet() {}

  /**
   * All nouns, below the one root {@code entity.n.01}.
   *
   * @param text what the texts are
   * @return 82,115 nodes
   */
  public static TextTaxonomy nouns(SynsetText text) {
    PrincetonNouns nouns = PrincetonNouns.load();
    return taxonomy("nouns", text, nouns, nouns.all());
  }

  /**
   * The mammals: the subtree of {@code mammal.n.01}, 1,182 nodes with 1,182 edges and a closure of
   * 6,542 pairs. (The 1,180 nodes and 6,540 pairs of Nickel and Kiela's script are these without
   * {@code tusker.n.01} and {@code female_mammal.n.01}, which its filter drops.)
   *
   * @param text what the texts are
   * @return 1,182 nodes
   */
  public static TextTaxonomy mammals(SynsetText text) {
    PrincetonNouns nouns = PrincetonNouns.load();
    return taxonomy("mammals", text, nouns, nouns.below(nouns.offset(MAMMAL)));
  }

  /**
   * A synset with all that is below it. Edges to nodes outside are left out.
   *
   * @param synset an id, {@code dog.n.01} say
   * @param text what the texts are
   * @return the taxonomy, named {@code wordnet:} and the id
   * @throws DataException if there is no such noun synset, or nothing below it
   */
  public static TextTaxonomy subtree(String synset, SynsetText text) {
    PrincetonNouns nouns = PrincetonNouns.load();
    int[] offsets = nouns.below(nouns.offset(synset));
    if (offsets.length == 1) {
      throw new DataException(
          "wordnet:" + synset + " has no synset below it; choose a more general one");
    }
    return taxonomy(synset, text, nouns, offsets);
  }

  private static TextTaxonomy taxonomy(
      String name, SynsetText text, PrincetonNouns nouns, int[] offsets) {
    Map<Integer, String> ids = new HashMap<>();
    HierarchyBuilder builder = Hierarchy.builder();
    List<String> texts = new ArrayList<>(offsets.length);
    List<PrincetonSynset> synsets = new ArrayList<>(offsets.length);
    for (int offset : offsets) {
      PrincetonSynset synset = nouns.synset(offset);
      String id = nouns.id(synset);
      ids.put(offset, id);
      builder.node(id);
      texts.add(text.of(synset));
      synsets.add(synset);
    }
    for (PrincetonSynset synset : synsets) {
      for (int parent : synset.hypernyms()) {
        String parentId = ids.get(parent);
        String id = ids.get(synset.offset());
        if (parentId != null && id != null) {
          builder.edge(id, parentId);
        }
      }
    }
    return new TextTaxonomy("wordnet:" + name + text.suffix(), builder.build(), texts);
  }
}
