package org.conceptspaces.placement.aspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.conceptspaces.placement.Query;
import org.conceptspaces.placement.text.FunctionWords;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.Hierarchy;
import org.jspecify.annotations.Nullable;

/**
 * How many children a candidate has that are of the kind that the text says it is: whose names end
 * in the same word, or whose descriptions open with the same.
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
    for (int node = 0; node < wordings.size(); node++) {
      lastWords.add(node, wordings.get(node).lastWords());
      openings.add(node, opening(wordings.get(node)));
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
    private final Map<Integer, List<String>> words = new HashMap<>();

    void add(int node, List<String> of) {
      words.put(node, of);
      for (String word : of) {
        Map<Integer, Integer> counts = children.computeIfAbsent(word, key -> new HashMap<>());
        for (int p = 0; p < hierarchy.parentCount(node); p++) {
          counts.merge(hierarchy.parent(node, p), 1, Integer::sum);
        }
      }
    }

    /** The counts of some words; where several are shared, the largest. */
    Map<Integer, Integer> counts(List<String> of, int without) {
      Map<Integer, Integer> most = new HashMap<>();
      Set<String> own = new HashSet<>(words.getOrDefault(without, List.of()));
      for (String word : of) {
        Map<Integer, Integer> counts = new HashMap<>(children.getOrDefault(word, Map.of()));
        if (own.contains(word)) {
          for (int p = 0; p < hierarchy.parentCount(without); p++) {
            counts.merge(hierarchy.parent(without, p), -1, Integer::sum);
          }
        }
        counts.forEach((parent, count) -> most.merge(parent, count, Math::max));
      }
      return most;
    }

    boolean has(int node, List<String> of) {
      List<String> shared = new ArrayList<>(words.getOrDefault(node, List.of()));
      shared.retainAll(of);
      return !shared.isEmpty();
    }
  }

  private final class Kin implements View {
    private final int node;
    private final List<String> opening;
    private final Map<Integer, Integer> byName;
    private final Map<Integer, Integer> byOpening;

    Kin(Query query) {
      node = query.node();
      opening = opening(query.wording());
      byName = lastWords.counts(query.wording().lastWords(), node);
      byOpening = openings.counts(opening, node);
    }

    @Override
    public void propose(IntConsumer candidates) {
      // those with kin are many; the nearest of them are proposed by channels
    }

    @Override
    public void write(int candidate, float[] row, int at) {
      int children = Children.count(hierarchy, candidate, node);
      int named = byName.getOrDefault(candidate, 0);
      int opened = byOpening.getOrDefault(candidate, 0);
      row[at] = children == 0 ? 0 : (float) named / children;
      row[at + 1] = (float) Math.log1p(named);
      row[at + 2] = children == 0 ? 0 : (float) opened / children;
      row[at + 3] = (float) Math.log1p(opened);
      row[at + 4] = lastWords.has(candidate, opening) ? 1 : 0;
    }
  }
}
