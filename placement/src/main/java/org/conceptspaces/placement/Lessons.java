package org.conceptspaces.placement;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * The leaves that a placer learns from, each counted as absent in its turn.
 *
 * @param seen those that trained channels were trained on
 * @param unseen those that no channel was trained on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Lessons(int[] seen, int[] unseen) {

  /**
   * All leaves, where no channel was trained on any.
   *
   * @param hierarchy the taxonomy's
   * @return every leaf that has a parent
   */
  public static Lessons of(Hierarchy hierarchy) {
    return of(hierarchy, hierarchy.leaves());
  }

  /**
   * All leaves, of which channels were trained on some.
   *
   * @param hierarchy the taxonomy's
   * @param unseen leaves on which none was trained
   * @return every leaf that has a parent
   */
  public static Lessons of(Hierarchy hierarchy, int[] unseen) {
    int[] ascending = IntStream.of(unseen).sorted().toArray();
    return new Lessons(
        withParent(hierarchy).filter(leaf -> Arrays.binarySearch(ascending, leaf) < 0).toArray(),
        withParent(hierarchy).filter(leaf -> Arrays.binarySearch(ascending, leaf) >= 0).toArray());
  }

  private static IntStream withParent(Hierarchy hierarchy) {
    return IntStream.of(hierarchy.leaves()).filter(leaf -> hierarchy.parentCount(leaf) > 0);
  }

  /** Every one of them. */
  int[] all() {
    return IntStream.concat(IntStream.of(seen), IntStream.of(unseen)).toArray();
  }
}
