package org.conceptspaces.placement;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.rank.Calibration;
import org.conceptspaces.placement.rank.ConditionalLogit;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/** What a placer has learned, as JSON. The taxonomy and the channels are kept elsewhere. */
public final class PlacerFile {

  private static final int FORMAT = 1;
  private static final Gson GSON =
      new GsonBuilder()
          .serializeSpecialFloatingPointValues()
          .disableHtmlEscaping()
          .setPrettyPrinting()
          .create();

  private PlacerFile() {}

  @SuppressWarnings("ArrayRecordComponent") // for Gson alone
  private record File(
      int format,
      @Nullable String taxonomy,
      @Nullable List<String> channels,
      boolean names,
      int neighbours,
      @Nullable Map<String, Double> weights,
      double temperature,
      double missed,
      @Nullable List<double[]> nearness,
      double @Nullable [] sums) {}

  /**
   * Writes.
   *
   * @param placer the placer
   * @return JSON
   */
  public static String json(Placer placer) {
    Placer.Learned learned = placer.learned();
    return GSON.toJson(
        new File(
            FORMAT,
            placer.taxonomy().fingerprint(),
            placer.channels().stream().map(Channel::name).toList(),
            placer.withNames(),
            placer.neighbours(),
            placer.weights(),
            learned.calibration().temperature(),
            learned.calibration().missed(),
            List.of(learned.novelty().nearness()),
            learned.novelty().sums()));
  }

  /** Makes the channels that a placer wants, by name. */
  @FunctionalInterface
  public interface Channels {

    /**
     * Makes a channel over the taxonomy's texts.
     *
     * @param name its name
     * @return the channel
     * @throws DataException if there is none of that name
     */
    Channel of(String name);
  }

  /**
   * Reads.
   *
   * @param json what {@link #json} wrote
   * @param taxonomy the same taxonomy
   * @param channels makes its channels
   * @return the placer
   * @throws DataException if the JSON is none of ours, or of another taxonomy
   */
  public static Placer read(String json, TextTaxonomy taxonomy, Channels channels) {
    File file = file(json);
    if (!taxonomy.fingerprint().equals(file.taxonomy)) {
      throw new DataException(
          "placer: was fitted to another taxonomy than the one beside it; copy the whole folder of a"
              + " model");
    }
    List<Channel> made = list(file.channels).stream().map(channels::of).toList();
    CandidateFinder finder = Placer.finder(taxonomy, made, file.names, file.neighbours);
    double[] weights =
        finder.features().stream().mapToDouble(feature -> weight(file, feature)).toArray();
    return new Placer(
        taxonomy,
        finder,
        new Placer.Learned(
            new ConditionalLogit(weights),
            new Calibration(file.temperature, file.missed),
            new Novelty(list(file.nearness).toArray(double[][]::new), numbers(file.sums))));
  }

  private static File file(String json) {
    @Nullable File file;
    try {
      file = GSON.fromJson(json, File.class);
    } catch (JsonParseException e) {
      throw new DataException(
          "placer: is no JSON of a placer; copy the whole folder of a model", e);
    }
    if (file == null || file.format != FORMAT) {
      throw new DataException(
          "placer: is not of format " + FORMAT + "; train the model anew with this version");
    }
    boolean whole =
        file.neighbours > 0
            && file.temperature > 0
            && Double.isFinite(file.temperature)
            && file.missed >= 0
            && file.missed < 1
            && file.weights != null
            && isWhole(file.channels)
            && isWhole(file.nearness)
            && list(file.nearness).size() == list(file.channels).size()
            && list(file.nearness).stream().allMatch(PlacerFile::isAscending)
            && isAscending(numbers(file.sums));
    if (!whole) {
      throw new DataException(
          "placer: lacks a part, or has numbers that cannot be; copy the whole folder of a model");
    }
    return file;
  }

  private static boolean isWhole(@Nullable List<?> list) {
    return list != null && list.stream().noneMatch(Objects::isNull);
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static double[] numbers(double @Nullable [] numbers) {
    return numbers == null ? new double[0] : numbers;
  }

  /** Whether there are numbers, and a search among them will find its way. */
  private static boolean isAscending(double[] numbers) {
    return numbers.length > 0
        && !Double.isNaN(numbers[0])
        && IntStream.range(1, numbers.length).allMatch(i -> numbers[i - 1] <= numbers[i]);
  }

  private static double weight(File file, String feature) {
    Double weight = file.weights == null ? null : file.weights.get(feature);
    if (weight == null || !Double.isFinite(weight)) {
      throw new DataException(
          "placer: has no weight for " + feature + "; train the model anew with this version");
    }
    return weight;
  }
}
