package org.conceptspaces.placement.aspect;

import java.util.List;
import java.util.function.IntConsumer;
import org.conceptspaces.placement.channel.Query;

/** One thing that may speak for a node as the parent of a text. */
public interface Aspect {

  /**
   * What the aspect is called in answers.
   *
   * @return a short name in lower case
   */
  String name();

  /**
   * The names of its features.
   *
   * @return at least one, in the order of the numbers, which are all at least 0
   */
  List<String> features();

  /**
   * Looks at a text.
   *
   * @param query the text and its neighbours
   * @return what the aspect sees
   */
  View of(Query query);

  /** What an aspect sees in one text. */
  interface View {

    /**
     * Names nodes that may be the parent.
     *
     * @param candidates takes them, in any order, repeated or not
     */
    void propose(IntConsumer candidates);

    /**
     * Writes a candidate's features.
     *
     * @param candidate a node
     * @param row where to write, as many numbers as the aspect has features
     * @param at where to start
     */
    void write(int candidate, float[] row, int at);
  }
}
