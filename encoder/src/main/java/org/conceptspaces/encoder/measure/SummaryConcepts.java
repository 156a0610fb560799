package org.conceptspaces.encoder.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.source.LiveVectors;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.InputException;
import org.conceptspaces.api.Level;

/**
 * Gathers, batch by batch, the live concepts that texts have at the level that they are pooled
 * from, copied from the device.
 */
public final class SummaryConcepts implements PointBank.Observer {

  /** All points are in memory, and computed with at once: 256 MB of coordinates. */
  private static final long MOST_NUMBERS = 1L << 25;

  private final String name;
  private final IntPredicate wanted;
  private final BitSet live = new BitSet();
  private final List<double[]> points = new ArrayList<>();
  private int slots;
  private int dimension;
  private int texts;
  private int kept;

  /**
   * Starts with nothing gathered.
   *
   * @param name what messages call the concepts
   * @param wanted which texts to look at, by their number in the order of encoding, from 0
   */
  public SummaryConcepts(String name, IntPredicate wanted) {
    this.name = name;
    this.wanted = wanted;
  }

  @Override
  public void encoded(ConceptSet concepts) {
    Level level = concepts.summary();
    slots = level.spec().count();
    dimension = level.spec().dimension();
    int width = level.spec().coordinates();
    double[] mask = HostCopies.toDoubles(level.mask());
    double[] all = HostCopies.toDoubles(level.points());
    int there = (int) level.mask().getShape().get(1);
    for (int text = 0; text < mask.length / there; text++) {
      if (!wanted.test(texts++)) {
        continue;
      }
      for (int slot = 0; slot < there; slot++) {
        int at = text * there + slot;
        if (mask[at] > 0) {
          live.set(kept * slots + slot);
          points.add(Arrays.copyOfRange(all, at * width, (at + 1) * width));
        }
      }
      kept++;
    }
    if ((long) kept * slots * width > MOST_NUMBERS) {
      throw new InputException(
          name
              + ": makes more than "
              + MOST_NUMBERS
              + " coordinates of these texts, which are analysed in memory; give fewer texts");
    }
  }

  /** The dimension of the space that the points live in. */
  int dimension() {
    return dimension;
  }

  /** The live points' coordinates, at least one. */
  Rows points() {
    if (points.isEmpty()) {
      throw new InputException(name + ": no concept of these texts is live");
    }
    return Rows.of(points.toArray(double[][]::new));
  }

  /** Vectors of the live points, as concepts of texts. */
  LiveVectors vectors(Rows ofPoints) {
    return new LiveVectors(name, ofPoints, (long) kept * slots, slots, live);
  }
}
