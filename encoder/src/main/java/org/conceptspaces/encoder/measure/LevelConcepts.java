package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;

/**
 * The live concepts of one text at one level, copied from the device.
 *
 * @param spec the level
 * @param parameters what makes its geometry what it is, with what it has learned: {@code
 *     curvature}, say
 * @param concepts the live concepts, in the order of their slots; maybe none
 */
public record LevelConcepts(
    LevelSpec spec, Map<String, Double> parameters, List<Concept> concepts) {

  /** Copies the list. */
  public LevelConcepts {
    concepts = List.copyOf(concepts);
  }

  /**
   * A live concept.
   *
   * @param slot its slot among those of the level, from 0
   * @param weight what it counts in the pooled point, above 0; 1 unless a gate says otherwise
   * @param point its coordinates in the level's geometry, {@code [D]}
   * @param attention how much it looked at each token, mean over heads, sums to 1: {@code [tokens]}
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once, and never written to
  public record Concept(int slot, double weight, double[] point, double[] attention) {}

  /**
   * The geometry in short: its name, without the options that it began with.
   *
   * @return {@code PoincareBall}, say
   */
  public String geometryName() {
    return spec.geometry().toString().replaceFirst("\\(.*", "");
  }

  /**
   * Copies a level of a batch.
   *
   * @param level the level, of {@code B} texts
   * @param tokens how many tokens each text has, {@code [B]}
   * @return its live concepts, by text
   */
  public static List<LevelConcepts> of(Level level, int[] tokens) {
    int slots = Math.toIntExact(level.mask().getShape().get(1));
    int width = level.spec().coordinates();
    double[] mask = HostCopies.toDoubles(level.mask());
    double[] points = HostCopies.toDoubles(level.points());
    NDArray mean = level.attention().mean(new int[] {1});
    int longest = Math.toIntExact(mean.getShape().get(2));
    double[] attention = HostCopies.toDoubles(mean);
    Map<String, Double> parameters = level.bound().parameters();
    List<LevelConcepts> texts = new ArrayList<>();
    for (int text = 0; text < tokens.length; text++) {
      List<Concept> live = new ArrayList<>();
      for (int slot = 0; slot < slots; slot++) {
        int row = text * slots + slot;
        if (mask[row] > 0) {
          double[] point = Arrays.copyOfRange(points, row * width, (row + 1) * width);
          int from = row * longest;
          double[] looked = Arrays.copyOfRange(attention, from, from + tokens[text]);
          live.add(new Concept(slot, mask[row], point, looked));
        }
      }
      texts.add(new LevelConcepts(level.spec(), parameters, live));
    }
    return texts;
  }
}
