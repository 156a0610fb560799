package org.conceptspaces.taxonomy.shape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.Hierarchy;

/**
 * How many children the nodes of a hierarchy have that have any.
 *
 * @param inner nodes with children
 * @param mean number of their children
 * @param median likewise, the lower of two
 * @param ninetieth percentile likewise: nine in ten have at most so many
 * @param maximum likewise
 * @param powers how many of them have 1 child, 2 to 3, 4 to 7, and so on by powers of two
 */
public record Branching(
    int inner, double mean, int median, int ninetieth, int maximum, List<Integer> powers) {

  static Branching of(Hierarchy hierarchy) {
    int[] counts =
        IntStream.range(0, hierarchy.size())
            .map(hierarchy::childCount)
            .filter(count -> count > 0)
            .sorted()
            .toArray();
    int maximum = counts[counts.length - 1];
    int[] powers = new int[Integer.SIZE - Integer.numberOfLeadingZeros(maximum)];
    for (int count : counts) {
      powers[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(count)]++;
    }
    return new Branching(
        counts.length,
        Arrays.stream(counts).average().orElseThrow(),
        counts[(counts.length - 1) / 2],
        counts[(int) Math.ceil(0.9 * counts.length) - 1],
        maximum,
        IntStream.of(powers).boxed().toList());
  }
}
