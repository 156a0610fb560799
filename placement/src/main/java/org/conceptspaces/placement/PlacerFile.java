package org.conceptspaces.placement;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Map;
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
     * @throws IllegalArgumentException if there is none of that name
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
    File file;
    try {
      file = GSON.fromJson(json, File.class);
    } catch (JsonParseException e) {
      throw new DataException("placer: is no JSON that can be read: " + e.getMessage(), e);
    }
    if (file == null
        || file.format != FORMAT
        || file.channels == null
        || file.weights == null
        || file.nearness == null
        || file.sums == null) {
      throw new DataException(
          "placer: is not of format " + FORMAT + "; train the model anew with this version");
    }
    if (!taxonomy.fingerprint().equals(file.taxonomy)) {
      throw new DataException(
          "placer: was fitted to another taxonomy than the one beside it; train the model anew");
    }
    List<Channel> made = file.channels.stream().map(channels::of).toList();
    CandidateFinder finder =
        Placer.finder(
            taxonomy,
            made,
            file.names,
            new PlacementOptions(
                file.neighbours,
                PlacementOptions.DEFAULT.texts(),
                PlacementOptions.DEFAULT.penalty(),
                PlacementOptions.DEFAULT.seed()));
    Map<String, Double> weights = file.weights;
    double[] ordered =
        finder.features().stream().mapToDouble(feature -> weight(weights, feature)).toArray();
    return new Placer(
        taxonomy,
        finder,
        new Placer.Learned(
            new ConditionalLogit(ordered),
            new Calibration(file.temperature, file.missed),
            new Novelty(file.nearness.toArray(double[][]::new), file.sums)));
  }

  private static double weight(Map<String, Double> weights, String feature) {
    Double weight = weights.get(feature);
    if (weight == null) {
      throw new DataException(
          "placer: has no weight for " + feature + "; train the model anew with this version");
    }
    return weight;
  }
}
