package org.conceptspaces.encoder.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;

/**
 * The concepts of one text, copied from the device.
 *
 * @param pooled the point that stands for the text, in the geometry of the summary level: {@code
 *     [D]}
 * @param summaryLevel the index of the level that it was pooled from
 * @param levels its live concepts by level, fine → coarse
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, and never written to
public record TextConcepts(double[] pooled, int summaryLevel, List<LevelConcepts> levels) {

  /** Copies the list. */
  public TextConcepts {
    levels = List.copyOf(levels);
  }

  /**
   * The level that the pooled point is of.
   *
   * @return the level
   */
  public LevelConcepts summary() {
    return levels.get(summaryLevel);
  }

  /**
   * Copies the concepts of a batch.
   *
   * @param set the concepts of {@code B} texts
   * @param tokens how many tokens each text has, {@code [B]}
   * @return the concepts of each text
   */
  public static List<TextConcepts> of(ConceptSet set, int[] tokens) {
    List<List<LevelConcepts>> levels = new ArrayList<>();
    for (Level level : set.levels()) {
      levels.add(LevelConcepts.of(level, tokens));
    }
    double[] pooled = HostCopies.toDoubles(set.summary().pooled());
    int width = pooled.length / tokens.length;
    return IntStream.range(0, tokens.length)
        .mapToObj(
            text ->
                new TextConcepts(
                    Arrays.copyOfRange(pooled, text * width, (text + 1) * width),
                    set.summaryLevel(),
                    levels.stream().map(of -> of.get(text)).toList()))
        .toList();
  }
}
