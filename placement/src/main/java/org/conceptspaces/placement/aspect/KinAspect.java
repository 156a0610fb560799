package org.conceptspaces.placement.aspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.placement.text.FunctionWords;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.Hierarchy;
import org.jspecify.annotations.Nullable;

/**
 * How many children a candidate has that are of the kind that the text says it is: whose names end
 * in the same word, or whose descriptions open with the same. Where a text has several names, the
 * last word that most children share counts.
 */
public final class KinAspect implements Aspect {

  private final Hierarchy hierarchy;
  private final FunctionWords functionWords;
  private final Kinds lastWords;
  private final Kinds openings;

  /**
   * Counts kinds.
   *
   * @param hierarchy the taxonomy's
   * @param wordings of its nodes, by index
   * @param functionWords of the same texts
   */
  public KinAspect(Hierarchy hierarchy, List<Wording> wordings, FunctionWords functionWords) {
    this.hierarchy = hierarchy;
    this.functionWords = functionWords;
    lastWords = new Kinds();
    openings = new Kinds();
    for (Wording wording : wordings) {
      lastWords.add(wording.lastWords());
      openings.add(opening(wording));
    }
  }

  private List<String> opening(Wording wording) {
    @Nullable String opening = functionWords.opening(wording.description());
    return opening == null ? List.of() : List.of(opening);
  }

  @Override
  public String name() {
    return "kin";
  }

  @Override
  public List<String> features() {
    return List.of(
        "kin_by_name_share", "kin_by_name", "kin_by_opening_share", "kin_by_opening", "is_opening");
  }

  @Override
  public View of(Query query) {
    return new Kin(query);
  }

  /** Words that nodes have, and how many children of each parent have them. */
  private final class Kinds {
    private final Map<String, Map<Integer, Integer>> children = new HashMap<>();
    private final List<List<String>> words = new ArrayList<>();

    /** Adds the next node. */
    void add(List<String> of) {
      int node = words.size();
      words.add(of);
      for (String word : of) {
        Map<Integer, Integer> counts = children.computeIfAbsent(word, key -> new HashMap<>());
        for (int p = 0; p < hierarchy.parentCount(node); p++) {
          counts.merge(hierarchy.parent(node, p), 1, Integer::sum);
        }
      }
    }

    /** How many children of a parent have one of some words, without an absent one of them. */
    int count(List<String> of, int parent, int absent) {
      int most = 0;
      for (String word : of) {
        int own = absent >= 0 && has(absent, word) ? 1 : 0;
        int count = children.getOrDefault(word, Map.of()).getOrDefault(parent, 0);
        most = Math.max(most, count - own);
      }
      return most;
    }

    boolean has(int node, String word) {
      return words.get(node).contains(word);
    }
  }

  private final class Kin implements View {
    private final int node;
    private final List<String> names;
    private final List<String> opening;

    Kin(Query query) {
      node = query.node();
      names = query.wording().lastWords();
      opening = opening(query.wording());
    }

    @Override
    public void propose(IntConsumer candidates) {
      // those with kin are many; the nearest of them are proposed by channels
    }

    @Override
    public void write(int candidate, float[] row, int at) {
      int children = Children.count(hierarchy, candidate, node);
      int absent = children < hierarchy.childCount(candidate) ? node : Query.NO_NODE;
      int named = lastWords.count(names, candidate, absent);
      int opened = openings.count(opening, candidate, absent);
      row[at] = children == 0 ? 0 : (float) named / children;
      row[at + 1] = (float) Math.log1p(named);
      row[at + 2] = children == 0 ? 0 : (float) opened / children;
      row[at + 3] = (float) Math.log1p(opened);
      row[at + 4] = opening.stream().anyMatch(word -> lastWords.has(candidate, word)) ? 1 : 0;
    }
  }
}
