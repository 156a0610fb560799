package org.conceptspaces.encoder.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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

  private final String name;
  private final IntPredicate wanted;
  private final BitSet live = new BitSet();
  private final List<double[]> points = new ArrayList<>();
  private int slots;
  private int dimension;
  private int texts;
  private int kept;
  private String broken = "";

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
    int size = (int) level.mask().getShape().get(0);
    int there = (int) level.mask().getShape().get(1);
    int[] chosen = IntStream.range(0, size).filter(i -> wanted.test(texts + i)).toArray();
    int first = texts;
    texts += size;
    if (chosen.length == 0) {
      return;
    }
    double[] mask = HostCopies.rows(level.mask(), chosen);
    double[] all = HostCopies.rows(level.points(), chosen);
    for (int text = 0; text < chosen.length; text++) {
      for (int slot = 0; slot < there; slot++) {
        int at = text * there + slot;
        if (mask[at] > 0) {
          live.set(kept * slots + slot);
          points.add(
              checked(
                  Arrays.copyOfRange(all, at * width, (at + 1) * width),
                  first + chosen[text],
                  slot));
        }
      }
      kept++;
    }
    if ((long) kept * slots * width > LiveVectors.MOST_NUMBERS) {
      throw new InputException(
          name
              + ": makes more than "
              + LiveVectors.MOST_NUMBERS
              + " coordinates of these texts, which are analysed in memory; give fewer texts");
    }
  }

  /** Remembers the first point that is nowhere: a model's other outputs may be sound. */
  private double[] checked(double[] point, int text, int slot) {
    for (int i = 0; i < point.length; i++) {
      if (!Double.isFinite(point[i]) && broken.isEmpty()) {
        broken =
            ": coordinate %d of concept %d of text %d is %s: the model has broken down"
                .formatted(i + 1, slot + 1, text + 1, point[i]);
      }
    }
    return point;
  }

  /** The dimension of the space that the points live in. */
  int dimension() {
    return dimension;
  }

  /**
   * The live points' coordinates, as concepts of texts.
   *
   * @throws InputException if there is none, or one is not finite
   */
  LiveVectors points() {
    if (!broken.isEmpty()) {
      throw new InputException(name + broken);
    }
    if (points.isEmpty()) {
      throw new InputException(name + ": no concept of these texts is live");
    }
    Rows rows = Rows.of(points.toArray(double[][]::new));
    return new LiveVectors(name, rows, (long) kept * slots, slots, live);
  }
}
