package org.conceptspaces.benchmarks.study;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.measure.HostCopies;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.objective.TokenTelling;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.text.MaskedTexts;

/**
 * What a trained adaptive model does with texts: whether counts go with complexity, what they do as
 * a text grows or is repeated, and whether simple texts are encoded faster.
 */
public final class AdaptiveStudy {

  private static final int BATCH = 64;
  private static final int TURNS = 15;
  private static final int WARM_UP = 3;
  private static final Option<Integer> MINIMUM =
      Option.integer("minimum", 1, Range.atLeast(1), "the space's own");
  private static final Option<Double> BUDGET =
      Option.number("budget", 0.0, Range.atLeast(0), "the space's own");

  private final Plugins plugins;
  private final TrainedModel model;
  private final List<String> texts;
  private final PrintStream out;

  private AdaptiveStudy(Plugins plugins, TrainedModel model, List<String> texts, PrintStream out) {
    this.plugins = plugins;
    this.model = model;
    this.texts = texts;
    this.out = out;
  }

  /**
   * Prints the study.
   *
   * @param arguments the folder of a trained model, and a file of id and text, as {@link Passages}
   *     writes it
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    List<String> texts =
        Files.readAllLines(Path.of(arguments[1])).stream()
            .map(line -> line.substring(line.indexOf('\t') + 1))
            .toList();
    try (NDManager manager = NDManager.newBaseManager()) {
      Plugins plugins = Plugins.load(AdaptiveStudy.class.getClassLoader());
      TrainedModel model = ModelDirectory.load(Path.of(arguments[0]), plugins, manager);
      AdaptiveStudy study =
          new AdaptiveStudy(
              plugins, model, texts, new PrintStream(System.out, true, StandardCharsets.UTF_8));
      study.fixedCounts();
      study.complexity();
      study.growth();
      study.repetition();
      study.speed();
    }
  }

  /** The live concepts of each text, of all levels. */
  private double[] counts(List<String> some) {
    double[] counts = new double[some.size()];
    for (int start = 0; start < some.size(); start += BATCH) {
      List<String> batch = some.subList(start, Math.min(some.size(), start + BATCH));
      try (ModelPass pass = model.pass()) {
        for (Level level : model.concepts(pass, batch).levels()) {
          NDArray live = level.mask().gt(level.mask().zerosLike());
          long[] perText = live.sum(new int[] {1}).toLongArray();
          for (int i = 0; i < perText.length; i++) {
            counts[start + i] += perText[i];
          }
        }
      }
    }
    return counts;
  }

  private void complexity() {
    double[] counts = counts(texts);
    double[] bits = new double[texts.size()];
    double[] deflated = new double[texts.size()];
    double[] tokens = new double[texts.size()];
    Unigram unigram = new Unigram(texts);
    for (int i = 0; i < bits.length; i++) {
      bits[i] = unigram.bits(texts.get(i));
      deflated[i] = deflate(texts.get(i));
      tokens[i] = unigram.tokens(texts.get(i));
    }
    SpearmansCorrelation spearman = new SpearmansCorrelation();
    out.printf(
        "%d texts: %.2f concepts on average, from %.0f to %.0f%n",
        counts.length,
        Arrays.stream(counts).average().orElse(0),
        Arrays.stream(counts).min().orElse(0),
        Arrays.stream(counts).max().orElse(0));
    out.printf(
        "Spearman of counts with unigram bits %.3f, deflate length %.3f, tokens %.3f%n",
        spearman.correlation(counts, bits),
        spearman.correlation(counts, deflated),
        spearman.correlation(counts, tokens));
  }

  private static double deflate(String text) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    deflater.setInput(bytes);
    deflater.finish();
    int length = deflater.deflate(new byte[2 * bytes.length + 100]);
    deflater.end();
    return length;
  }

  /** The longest texts, cut to a share of their words. */
  private void growth() {
    List<String> longest =
        texts.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .limit(BATCH)
            .toList();
    for (double share : new double[] {0.1, 0.25, 0.5, 0.75, 1}) {
      out.printf(
          "the first %3.0f%% of the %d longest texts: %.2f concepts%n",
          100 * share,
          longest.size(),
          mean(counts(longest.stream().map(t -> cut(t, share)).toList())));
    }
  }

  private static String cut(String text, double share) {
    String[] words = text.split(" ");
    int kept = Math.max(1, (int) Math.round(share * words.length));
    return String.join(" ", Arrays.copyOf(words, kept));
  }

  /** Short texts, again and again. */
  private void repetition() {
    List<String> shortest =
        texts.stream().sorted(Comparator.comparingInt(String::length)).limit(BATCH).toList();
    for (int times = 1; times <= 4; times++) {
      int n = times;
      List<String> repeated =
          shortest.stream().map(t -> String.join(" ", Collections.nCopies(n, t))).toList();
      out.printf("the shortest texts, %d times: %.2f concepts%n", times, mean(counts(repeated)));
    }
  }

  /**
   * The texts of fewest concepts, as adaptive and with all slots forced: what the cut saves. The
   * texts and the parameters are the same.
   */
  private void speed() {
    double[] counts = counts(texts);
    List<String> simple =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> counts[i]))
            .limit(BATCH)
            .map(texts::get)
            .toList();
    int slots = model.network().space().levels().stream().mapToInt(LevelSpec::count).sum();
    ConceptModel full = forced(slots);
    int[][] tokens = tokens(simple);
    double[] cut = new double[TURNS];
    double[] whole = new double[TURNS];
    for (int turn = -WARM_UP; turn < TURNS; turn++) {
      double adaptive = seconds(model.network(), tokens);
      double forced = seconds(full, tokens);
      if (turn >= 0) {
        cut[turn] = adaptive;
        whole[turn] = forced;
      }
    }
    out.printf(
        "%d texts of %.1f concepts: %.1f ms adaptive, %.1f ms with all %d slots (medians of %d)%n",
        BATCH, mean(counts(simple)), 1e3 * median(cut), 1e3 * median(whole), slots, TURNS);
  }

  private double seconds(ConceptModel network, int[][] tokens) {
    long start = System.nanoTime();
    try (ModelPass pass = model.pass()) {
      ConceptSet concepts = network.encode(pass, Batches.of(pass.manager(), tokens));
      HostCopies.toDoubles(concepts.summary().pooled());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** The loss of the same parameters with one count for all texts, and as adaptive. */
  private void fixedCounts() {
    int[][] tokens = tokens(texts);
    out.printf(
        "adaptive: %.2f concepts, reconstruction %.4f nats per token%n",
        mean(counts(texts)), loss(model.network(), tokens, 0));
    int slots = model.network().space().levels().get(0).count();
    for (int count = 1; count <= slots; count = count < 4 ? count + 1 : count * 5 / 4) {
      out.printf("fixed: %d concepts, %.4f%n", count, loss(forced(count), tokens, count));
    }
  }

  private double loss(ConceptModel network, int[][] tokens, int slots) {
    double sum = 0;
    long told = 0;
    for (int start = 0; start < tokens.length; start += BATCH) {
      int[][] batch = Arrays.copyOfRange(tokens, start, Math.min(tokens.length, start + BATCH));
      MaskedTexts whole = MaskedTexts.of(batch, 0, 0);
      try (ModelPass pass = model.pass()) {
        Shape shape = new Shape(batch.length, slots);
        List<NDArray> live = slots == 0 ? null : List.of(pass.manager().ones(shape));
        ConceptSet concepts = network.encode(pass, Batches.of(pass.manager(), whole), live);
        double[] losses =
            HostCopies.toDoubles(
                TokenTelling.of(pass, network, concepts, whole, TokenTelling.Weights.VISIBLE)
                    .perText());
        for (int i = 0; i < losses.length; i++) {
          sum += losses[i] * batch[i].length;
          told += batch[i].length;
        }
      }
    }
    return sum / told;
  }

  /** The same parameters in a space whose texts have no fewer concepts than so many. */
  private ConceptModel forced(int minimum) {
    ModelDescription d = model.description();
    SpaceConfig space = d.space().with(MINIMUM, minimum).with(BUDGET, 0.0);
    ConceptModel forced = new ConceptModel(d.shape(), d.vocabulary().size(), space, plugins);
    Map<String, NDArray> arrays = new HashMap<>();
    model
        .network()
        .parameters()
        .entries()
        .forEach(e -> arrays.put(e.path(), e.parameter().getArray().duplicate()));
    arrays.keySet().retainAll(forced.parameters().entries().stream().map(e -> e.path()).toList());
    forced.parameters().initialize(arrays);
    return forced;
  }

  private int[][] tokens(List<String> some) {
    int longest = model.description().shape().maximumTokens();
    return some.stream()
        .map(text -> model.description().vocabulary().encode(text, longest))
        .toArray(int[][]::new);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
