package org.conceptspaces.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.placement.channel.Neighbours;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.placement.text.Wording;
import org.junit.jupiter.api.Test;

class NoveltyTest {

  private static List<Neighbours> near(double... nearness) {
    return Arrays.stream(nearness)
        .mapToObj(each -> new Neighbours(new int[] {0}, new double[] {1}, each))
        .toList();
  }

  private static Query query(double... nearness) {
    return new Query("a", Wording.of("a"), 1, near(nearness));
  }

  @Test
  void typicalityIsTheShareOfTextsThatAreAsStrange() {
    Novelty novelty = Novelty.of(Stream.of(3.0, 1.0, 4.0, 2.0).map(NoveltyTest::query).toList());
    assertEquals(4, novelty.count());
    assertEquals(3 / 5.0, novelty.typicality(near(2.5)));
    assertEquals(3 / 5.0, novelty.typicality(near(2)));
    assertEquals(1, novelty.typicality(near(9)));
    assertEquals(1 / 5.0, novelty.typicality(List.of(Neighbours.NONE)));
  }

  @Test
  void channelsAreSummedByTheLogarithmsOfTheirShares() {
    Novelty novelty = Novelty.of(List.of(query(1, 30), query(2, 10), query(3, 20)));
    // shares with itself counted: 2/4 and 1, 3/4 and 2/4, 1 and 3/4
    double[] sums = {Math.log(2 / 4.0), Math.log(3 / 4.0 * 2 / 4), Math.log(3 / 4.0)};
    Arrays.sort(sums);
    assertEquals(sums[0], novelty.sums()[0], 1e-15);
    assertEquals(sums[2], novelty.sums()[2], 1e-15);
    // 3/4 and 2/4: as strange as the strangest; 2/4 and 3/4 too; 1 and 1: less than all
    assertEquals(2 / 4.0, novelty.typicality(near(2, 15)));
    assertEquals(2 / 4.0, novelty.typicality(near(1, 25)));
    assertEquals(1, novelty.typicality(near(3, 31)));
    assertEquals(1 / 4.0, novelty.typicality(near(0, 0)));
  }

  @Test
  void textsOfTheSameKindAreUniformlyTypical() {
    Random random = new Random(5);
    Novelty novelty =
        Novelty.of(IntStream.range(0, 1000).mapToObj(i -> query(pair(random))).toList());
    double[] typicalities =
        IntStream.range(0, 1000)
            .mapToDouble(i -> novelty.typicality(near(pair(random))))
            .sorted()
            .toArray();
    double farthest = 0; // the Kolmogorov distance; below 0.073 in 99% of such samples
    for (int i = 0; i < 1000; i++) {
      farthest = Math.max(farthest, Math.abs(typicalities[i] - (i + 0.5) / 1000));
    }
    assertTrue(farthest < 0.073, "" + farthest);
  }

  private static double[] pair(Random random) {
    double both = random.nextGaussian();
    return new double[] {both + random.nextGaussian(), both + random.nextGaussian()};
  }

  @Test
  void aTextBelongsUnlessItIsStrangerThanNearlyAll() {
    List<Place> places = List.of(new Place(0, 1, List.of(), List.of()));
    assertTrue(new Placement(query(1), places, 0.011).belongs());
    assertEquals(false, new Placement(query(1), places, 0.01).belongs());
    assertEquals(false, new Placement(query(1), List.of(), 1).belongs());
  }
}
