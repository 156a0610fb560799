package org.conceptspaces.benchmarks.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.conceptspaces.placement.Lessons;
import org.conceptspaces.placement.PlacementOptions;
import org.conceptspaces.placement.PlacementScore;
import org.conceptspaces.placement.Placer;
import org.conceptspaces.placement.PlacerTraining;
import org.conceptspaces.placement.channel.WordChannel;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.baseline.MostFrequentParent;
import org.conceptspaces.taxonomy.baseline.TfIdf;
import org.conceptspaces.taxonomy.ranking.ParentMetrics;
import org.conceptspaces.taxonomy.sampling.Split;
import org.conceptspaces.taxonomy.source.FileTaxonomyReader;
import org.conceptspaces.taxonomy.source.Sources;

/**
 * How well held-out leaves are placed by their texts without any encoder: by what one would try
 * first, and by the ranking of module {@code placement} over words and names, fitted to all
 * training leaves or 2,000 of them.
 */
public final class PlacingBaselines {

  private PlacingBaselines() {}

  /**
   * Prints a line for each seed and baseline.
   *
   * @param arguments the name of a source or the path of a table; how many leaves are held out, or
   *     below 1 which share of them; seeds
   */
  public static void main(String[] arguments) {
    TextTaxonomy taxonomy =
        Files.exists(Path.of(arguments[0]))
            ? FileTaxonomyReader.readTable(Path.of(arguments[0]))
            : Sources.open(arguments[0]);
    Hierarchy hierarchy = taxonomy.hierarchy();
    long leaves =
        IntStream.of(hierarchy.leaves()).filter(leaf -> hierarchy.parentCount(leaf) > 0).count();
    double wanted = Double.parseDouble(arguments[1]);
    double share = wanted < 1 ? wanted : wanted / leaves;
    System.out.printf(
        "%s: %,d nodes, %,d edges, %,d leaves below another node, %d roots, deepest %d%n",
        taxonomy.name(),
        taxonomy.size(),
        hierarchy.edgeCount(),
        leaves,
        hierarchy.roots().length,
        IntStream.range(0, taxonomy.size()).map(hierarchy::depth).max().orElse(0));
    System.out.println(
        "seed  held out  baseline              mrr    hits@1  hits@10  wu_palmer  seconds");
    for (String seed : Arrays.asList(arguments).subList(2, arguments.length)) {
      Split split = Split.of(taxonomy, share, Long.parseLong(seed));
      long start = System.nanoTime();
      print(seed, "TF-IDF + vote", TfIdf.evaluate(split), start);
      start = System.nanoTime();
      print(seed, "most frequent parent", MostFrequentParent.evaluate(split), start);
      start = System.nanoTime();
      PlacementScore ranked = ranked(split);
      print(seed, "words, names, ranked", ranked.ranks(), start);
      System.out.printf(
          Locale.ROOT,
          "      expected calibration error of these %.3f%n",
          ranked.reliability().expectedCalibrationError());
    }
  }

  private static PlacementScore ranked(Split split) {
    TextTaxonomy training = split.training();
    List<Wording> wordings = training.texts().stream().map(Wording::of).toList();
    Placer placer =
        new PlacerTraining(training, true, PlacementOptions.DEFAULT)
            .fit(
                List.of(WordChannel.words(wordings), WordChannel.openings(wordings)),
                Lessons.of(training.hierarchy()));
    PlacementScore score = new PlacementScore(training.hierarchy());
    int[] leaves = split.heldOut();
    int[] next = new int[1];
    placer.place(
        split.heldOutTexts(),
        placement -> score.accept(placement, split.trueParents(leaves[next[0]++])));
    return score;
  }

  private static void print(String seed, String baseline, ParentMetrics metrics, long start) {
    System.out.printf(
        Locale.ROOT,
        "%4s  %8d  %-20s  %.3f  %6.3f  %7.3f  %9.3f  %7.1f%n",
        seed,
        metrics.count(),
        baseline,
        metrics.mrr(),
        metrics.hitsAt1(),
        metrics.hitsAt10(),
        metrics.wuPalmer(),
        (System.nanoTime() - start) / 1e9);
  }
}
