package org.conceptspaces.placement.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The parts of a name: some of its words in their order, "dog" and "old dog" of "old sea dog". */
final class NameParts {

  /** Of names of more words, only runs of words are parts: choices would be too many. */
  private static final int MOST_CHOSEN_FROM = 8;

  private NameParts() {}

  /**
   * All parts of a name but the whole.
   *
   * @param name its words
   * @return each part's words, with a space between two
   */
  static Set<String> of(List<String> name) {
    Set<String> parts = name.size() > MOST_CHOSEN_FROM ? runs(name) : choices(name);
    parts.remove(String.join(" ", name));
    return parts;
  }

  private static Set<String> runs(List<String> name) {
    Set<String> runs = new TreeSet<>();
    for (int from = 0; from < name.size(); from++) {
      for (int to = from + 1; to <= Math.min(name.size(), from + MOST_CHOSEN_FROM); to++) {
        runs.add(String.join(" ", name.subList(from, to)));
      }
    }
    return runs;
  }

  private static Set<String> choices(List<String> name) {
    Set<String> choices = new TreeSet<>();
    for (int chosen = 1; chosen < 1 << name.size(); chosen++) {
      List<String> words = new ArrayList<>();
      for (int word = 0; word < name.size(); word++) {
        if ((chosen >> word & 1) == 1) {
          words.add(name.get(word));
        }
      }
      choices.add(String.join(" ", words));
    }
    return choices;
  }
}
