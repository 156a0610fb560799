package org.conceptspaces.encoder.placement;

import java.util.List;
import java.util.function.Function;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.measure.StateBank;
import org.conceptspaces.placement.PlacerFile;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.WordChannel;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/** The channels over a taxonomy's texts, and what they hold open. */
final class TaxonomyChannels implements PlacerFile.Channels, AutoCloseable {

  private final List<Wording> wordings;
  private final Reader reader;
  private final @Nullable PointBank points;
  private final @Nullable StateBank states;

  /**
   * Takes what is known of the taxonomy's texts.
   *
   * @param taxonomy the taxonomy
   * @param reader reads new texts
   * @param points of its texts, closed with the channels; null if there are none
   * @param states of its texts, closed with the channels; null if there are none
   */
  TaxonomyChannels(
      TextTaxonomy taxonomy,
      Reader reader,
      @Nullable PointBank points,
      @Nullable StateBank states) {
    wordings = taxonomy.texts().stream().map(Wording::of).toList();
    this.reader = reader;
    this.points = points;
    this.states = states;
  }

  /**
   * Reads texts by a model.
   *
   * @param points gives their pooled points
   * @param states gives the means of a pretrained encoder's states
   */
  record Reader(
      Function<List<String>, PointBank> points, Function<List<String>, StateBank> states) {}

  /** Reads the taxonomy's texts as far as the channels named want it. */
  static TaxonomyChannels read(TextTaxonomy taxonomy, Reader reader, List<String> names) {
    PointBank points =
        names.contains(ConceptChannel.NAME) ? reader.points.apply(taxonomy.texts()) : null;
    try {
      StateBank states =
          names.contains(StateChannel.NAME) ? reader.states.apply(taxonomy.texts()) : null;
      return new TaxonomyChannels(taxonomy, reader, points, states);
    } catch (RuntimeException e) {
      close(points);
      throw e;
    }
  }

  @Override
  public Channel of(String name) {
    return switch (name) {
      case "words" -> WordChannel.words(wordings);
      case "openings" -> WordChannel.openings(wordings);
      case ConceptChannel.NAME -> new ConceptChannel(reader.points, there(name, points));
      case StateChannel.NAME -> new StateChannel(reader.states, there(name, states));
      default -> throw missing(name);
    };
  }

  private static <T> T there(String name, @Nullable T bank) {
    if (bank == null) {
      throw missing(name);
    }
    return bank;
  }

  private static DataException missing(String name) {
    return new DataException(
        "placement: has no channel " + name + "; copy the whole folder of a model");
  }

  /** The points of the taxonomy's texts; null if there are none. */
  double @Nullable [][] points() {
    return points == null ? null : points.coordinates();
  }

  /** The means of states of the taxonomy's texts; null if there are none. */
  double @Nullable [][] states() {
    return states == null ? null : states.vectors();
  }

  @Override
  public void close() {
    close(points);
    if (states != null) {
      states.close();
    }
  }

  private static void close(@Nullable PointBank points) {
    if (points != null) {
      points.close();
    }
  }
}
