package org.conceptspaces.encoder.placement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Spelling;
import org.conceptspaces.api.Values;
import org.conceptspaces.placement.PlacementOptions;

/**
 * The {@code placement} section of a config: whether, and by what, texts are to be placed.
 *
 * @param channels what is looked at, of {@link #CHANNELS}; none if texts are not to be placed
 * @param neighbours how many nodes each channel names
 * @param leaves the share of leaves that the encoder does not see, so that the ranking can be
 *     fitted to them
 * @param texts how many of these it is fitted to, at most
 * @param outside where texts come from that belong nowhere, see {@link OutsideTexts}, or {@link
 *     #NONE}
 */
public record PlacementSettings(
    List<String> channels, int neighbours, double leaves, int texts, String outside) {

  /** What stands for an option that is not given. */
  static final String NONE = "none";

  /** The names in texts: those of parents in definitions, and what names end in. */
  public static final String NAMES = "names";

  /** All that can be looked at. */
  public static final List<String> CHANNELS =
      List.of(
          "words",
          "openings",
          NAMES,
          DistanceChannel.STATES,
          DistanceChannel.CONCEPTS,
          ConceptSetChannel.NAME);

  private static final Option<List<String>> LOOKED_AT =
      Option.texts(
          "channels",
          "what a text is placed by, of " + String.join(", ", CHANNELS) + "; none unless given");

  private static final Option<Integer> NEIGHBOURS =
      Option.integer(
          "neighbours",
          PlacementOptions.DEFAULT.neighbours(),
          Range.between(1, 10_000),
          "how many nodes each channel names");

  private static final Option<Double> LEAVES =
      Option.number(
          "leaves",
          0.2,
          Range.between(0.001, 0.9),
          "share of the training leaves that the encoder does not see, so that the ranking can be"
              + " fitted to them");

  private static final Option<Integer> TEXTS =
      Option.integer(
          "texts",
          PlacementOptions.DEFAULT.texts(),
          Range.between(1, 100_000),
          "how many of these leaves the ranking is fitted to, at most");

  private static final Option<String> OUTSIDE =
      Option.text(
          "outside",
          NONE,
          "texts that belong nowhere, to measure whether that is told: a source by name,"
              + " jdk:java.base for instance, or a file, a text on each line; its path starts at the"
              + " config's folder");

  /** The options of the section. */
  public static final List<Option<?>> OPTIONS =
      List.of(LOOKED_AT, NEIGHBOURS, LEAVES, TEXTS, OUTSIDE);

  /**
   * Checks the channels.
   *
   * @throws IllegalArgumentException if one is unknown or given twice
   */
  public PlacementSettings {
    channels = List.copyOf(channels);
    Set<String> seen = new LinkedHashSet<>();
    for (String channel : channels) {
      if (!CHANNELS.contains(channel)) {
        throw new IllegalArgumentException(
            "placement.channels: unknown '"
                + channel
                + "'"
                + Spelling.nearest(channel, CHANNELS)
                    .map(near -> ", did you mean '" + near + "'?")
                    .orElse("")
                + "; known are "
                + String.join(", ", CHANNELS));
      }
      if (!seen.add(channel)) {
        throw new IllegalArgumentException("placement.channels: '" + channel + "' is there twice");
      }
    }
    if (!channels.isEmpty() && List.of(NAMES).equals(channels)) {
      throw new IllegalArgumentException(
          "placement.channels: names alone do not tell strange texts; add words, states or concepts");
    }
  }

  /**
   * Reads the section.
   *
   * @param values its checked values
   * @return the settings
   */
  public static PlacementSettings of(Values values) {
    return new PlacementSettings(
        values.get(LOOKED_AT),
        values.get(NEIGHBOURS),
        values.get(LEAVES),
        values.get(TEXTS),
        values.get(OUTSIDE));
  }

  /**
   * Whether texts are to be placed.
   *
   * @return whether there is a channel
   */
  public boolean wanted() {
    return !channels.isEmpty();
  }

  /**
   * Whether names are looked at.
   *
   * @return whether they are among the channels
   */
  public boolean names() {
    return channels.contains(NAMES);
  }

  /**
   * Whether a trained channel is looked at, which must not see the leaves to fit to.
   *
   * @return whether concepts are among the channels, pooled or one by one
   */
  boolean trained() {
    return channels.contains(DistanceChannel.CONCEPTS) || channels.contains(ConceptSetChannel.NAME);
  }

  /**
   * How to fit.
   *
   * @param seed chooses the texts
   * @return the options
   */
  PlacementOptions options(long seed) {
    return new PlacementOptions(neighbours, texts, seed);
  }
}
