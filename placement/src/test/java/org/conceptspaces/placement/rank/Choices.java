package org.conceptspaces.placement.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up texts with candidates. */
final class Choices {

  private Choices() {}

  /** Candidates 0, 1, … by their features, and which of them are parents. */
  static Example example(float[][] rows, int... parents) {
    float[] features = new float[rows.length * rows[0].length];
    for (int c = 0; c < rows.length; c++) {
      System.arraycopy(rows[c], 0, features, c * rows[0].length, rows[0].length);
    }
    int[] nodes = IntStream.range(0, rows.length).toArray();
    return new Example(new Candidates(nodes, features, rows[0].length), parents);
  }

  /** Texts whose parent is drawn by the softmax of weighed features; every third has a second. */
  static List<Example> drawn(int texts, int candidates, double[] weights, long seed) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    for (int text = 0; text < texts; text++) {
      float[][] rows = new float[candidates][weights.length];
      double[] scores = new double[candidates];
      for (int c = 0; c < candidates; c++) {
        for (int f = 0; f < weights.length; f++) {
          rows[c][f] = (float) random.nextGaussian();
          scores[c] += weights[f] * rows[c][f];
        }
      }
      int first = drawn(ConditionalLogit.softmax(scores), random);
      int second = text % 3 == 0 ? (first + 1) % candidates : first;
      examples.add(example(rows, Arrays.stream(new int[] {first, second}).distinct().toArray()));
    }
    return examples;
  }

  static int drawn(double[] probabilities, Random random) {
    double left = random.nextDouble();
    int at = 0;
    while (at < probabilities.length - 1 && left >= probabilities[at]) {
      left -= probabilities[at++];
    }
    return at;
  }
}
