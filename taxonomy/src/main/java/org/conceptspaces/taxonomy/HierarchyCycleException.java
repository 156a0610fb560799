package org.conceptspaces.taxonomy;

import java.util.List;
import java.util.stream.Collectors;

/** Edges that lead from a node back to itself, so that they describe no hierarchy. */
public final class HierarchyCycleException extends DataException {

  private static final int SHOWN = 8;

  private final transient List<String> path;
  private final int edge;

  HierarchyCycleException(List<String> path, int edge) {
    super("the edges form a cycle of " + path.size() + " nodes: " + shown(path));
    this.path = List.copyOf(path);
    this.edge = edge;
  }

  /**
   * The nodes of one cycle, each followed by one of its parents; the last one's parent is the
   * first.
   *
   * @return ids, two at least
   */
  public List<String> path() {
    return path;
  }

  /**
   * One edge of the cycle, from the first node of {@link #path()} to the second.
   *
   * @return how many edges were given to the builder before it, repeated ones counted
   */
  public int edge() {
    return edge;
  }

  private static String shown(List<String> path) {
    String arrow = " → ";
    String first =
        path.stream().limit(SHOWN).map(DataException::quote).collect(Collectors.joining(arrow));
    return first + arrow + (path.size() > SHOWN ? "…" + arrow : "") + quote(path.get(0));
  }
}
