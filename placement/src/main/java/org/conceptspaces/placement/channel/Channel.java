package org.conceptspaces.placement.channel;

import java.util.List;

/**
 * One way to tell whose texts are near to a text: by words, by concepts. A channel knows the texts
 * of all nodes of one taxonomy, and learns nothing of the taxonomy's edges from them that a text to
 * place would not profit from as well.
 */
public interface Channel {

  /**
   * What the channel is called in configs, features and answers.
   *
   * @return a short name in lower case
   */
  String name();

  /**
   * Whether the channel was trained on the taxonomy. Then the texts it was trained on are nearer to
   * their kin than new ones would be, and nothing can be learned from how near these are.
   *
   * @return whether it was; false unless overridden
   */
  default boolean isTrained() {
    return false;
  }

  /**
   * Finds the nearest nodes of some texts.
   *
   * @param texts any texts
   * @param excluded for each text a node to leave out (its own, if it is that of a node), or −1
   * @param count how many nodes to find for each text, at most
   * @return neighbours in the order of the texts
   */
  List<Neighbours> nearest(List<String> texts, int[] excluded, int count);
}
