package org.conceptspaces.placement.aspect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.placement.text.NameIndex;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * Whether the text says its parent's name: in its description ("a breed of retriever"), best early
 * and at the end of a phrase, or as the end of its own name ("golden retriever") or a part of it.
 */
public final class NameAspect implements Aspect {

  /** The same name may be that of very many nodes. */
  private static final int MOST_PROPOSED = 50;

  private final NameIndex names;
  private final Hierarchy hierarchy;

  /**
   * Looks for names.
   *
   * @param names of the taxonomy's nodes
   * @param hierarchy the taxonomy's
   */
  public NameAspect(NameIndex names, Hierarchy hierarchy) {
    this.names = names;
    this.hierarchy = hierarchy;
  }

  @Override
  public String name() {
    return "names";
  }

  @Override
  public List<String> features() {
    return List.of(
        "named",
        "named_early",
        "named_phrase_end",
        "named_words",
        "named_order",
        "named_first_phrase",
        "name_ending",
        "name_ending_words",
        "name_ending_childless",
        "name_part_words",
        "name_part_share",
        "name_part_rarity",
        "name_part_childless");
  }

  @Override
  public View of(Query query) {
    return new Names(query);
  }

  private final class Names implements View {
    private final Map<Integer, NameIndex.Mention> mentions;
    private final Map<Integer, Double> endings;
    private final Map<Integer, NameIndex.Part> parts;
    private final int node;
    private final int firstPhrase;

    Names(Query query) {
      mentions = names.mentions(query.wording().description(), query.node());
      endings = names.endings(query.wording().names(), query.node());
      parts = names.parts(query.wording().names(), query.node());
      node = query.node();
      firstPhrase =
          mentions.values().stream()
              .filter(NameIndex.Mention::ends)
              .mapToInt(NameIndex.Mention::place)
              .findFirst()
              .orElse(-1);
    }

    @Override
    public void propose(IntConsumer candidates) {
      mentions.keySet().stream().limit(MOST_PROPOSED).forEach(candidates::accept);
      endings.keySet().stream().limit(MOST_PROPOSED).forEach(candidates::accept);
      parts.entrySet().stream()
          .sorted(Comparator.comparingInt(entry -> -entry.getValue().words()))
          .limit(MOST_PROPOSED)
          .forEach(entry -> candidates.accept(entry.getKey()));
    }

    @Override
    public void write(int candidate, float[] row, int at) {
      NameIndex.Mention mention = mentions.get(candidate);
      if (mention != null) {
        row[at] = 1;
        row[at + 1] = 1f / (1 + mention.place());
        row[at + 2] = mention.ends() ? 1 : 0;
        row[at + 3] = mention.words();
        row[at + 4] = 1f / (1 + mention.order());
        row[at + 5] = mention.place() == firstPhrase ? 1 : 0;
      }
      // Most parents have other children: that one has none must not speak against its name.
      boolean childless = Children.count(hierarchy, candidate, node) == 0;
      Double ending = endings.get(candidate);
      if (ending != null) {
        row[at + 6] = 1;
        row[at + 7] = ending.floatValue();
        row[at + 8] = childless ? 1 : 0;
      }
      NameIndex.Part part = parts.get(candidate);
      if (part != null) {
        row[at + 9] = part.words();
        row[at + 10] = (float) part.share();
        row[at + 11] = 1f / (1 + part.others());
        row[at + 12] = childless ? (float) part.share() : 0;
      }
    }
  }
}
