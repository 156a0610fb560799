package org.conceptspaces.encoder.placement;

import java.util.List;
import java.util.function.Function;
import org.conceptspaces.encoder.measure.ConceptBank;
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

  private final TextTaxonomy taxonomy;
  private final List<Wording> wordings;
  private final Reader reader;
  private final Banks banks;

  /**
   * Takes what is known of the taxonomy's texts.
   *
   * @param taxonomy the taxonomy
   * @param reader reads new texts
   * @param banks of its texts, closed with the channels
   */
  TaxonomyChannels(TextTaxonomy taxonomy, Reader reader, Banks banks) {
    this.taxonomy = taxonomy;
    wordings = taxonomy.texts().stream().map(Wording::of).toList();
    this.reader = reader;
    this.banks = banks;
  }

  /**
   * Reads texts by a model.
   *
   * @param points gives their pooled points
   * @param concepts gives their concepts
   * @param states gives the means of a pretrained encoder's states
   */
  record Reader(
      Function<List<String>, PointBank> points,
      Function<List<String>, ConceptBank> concepts,
      Function<List<String>, StateBank> states) {}

  /**
   * What is known of texts; null for what is not.
   *
   * @param points their pooled points
   * @param concepts their concepts
   * @param states the means of a pretrained encoder's states
   */
  record Banks(
      @Nullable PointBank points, @Nullable ConceptBank concepts, @Nullable StateBank states)
      implements AutoCloseable {

    static final Banks NONE = new Banks(null, null, null);

    Banks with(PointBank others) {
      return new Banks(others, concepts, states);
    }

    Banks with(ConceptBank others) {
      return new Banks(points, others, states);
    }

    Banks with(StateBank others) {
      return new Banks(points, concepts, others);
    }

    @Override
    public void close() {
      if (points != null) {
        points.close();
      }
      if (concepts != null) {
        concepts.close();
      }
      if (states != null) {
        states.close();
      }
    }
  }

  /** Reads the taxonomy's texts as far as the channels named want it. */
  static TaxonomyChannels read(TextTaxonomy taxonomy, Reader reader, List<String> names) {
    List<String> texts = taxonomy.texts();
    boolean sets = names.contains(ConceptSetChannel.NAME);
    Banks banks = Banks.NONE;
    try {
      if (sets || names.contains(DistanceChannel.CONCEPTS)) {
        banks = banks.with(reader.points.apply(texts));
      }
      if (sets) {
        banks = banks.with(reader.concepts.apply(texts));
      }
      if (names.contains(DistanceChannel.STATES)) {
        banks = banks.with(reader.states.apply(texts));
      }
      return new TaxonomyChannels(taxonomy, reader, banks);
    } catch (RuntimeException e) {
      banks.close();
      throw e;
    }
  }

  @Override
  public Channel of(String name) {
    return switch (name) {
      case "words" -> WordChannel.words(wordings);
      case "openings" -> WordChannel.openings(wordings);
      case DistanceChannel.CONCEPTS -> concepts(name);
      case ConceptSetChannel.NAME ->
          new ConceptSetChannel(
              concepts(name), reader.concepts, there(name, banks.concepts), taxonomy.size());
      case DistanceChannel.STATES ->
          DistanceChannel.states(reader.states, there(name, banks.states));
      default -> throw missing(name);
    };
  }

  private DistanceChannel<PointBank> concepts(String name) {
    return DistanceChannel.concepts(reader.points, there(name, banks.points));
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
    return banks.points == null ? null : banks.points.coordinates();
  }

  /** The concepts of the taxonomy's texts, see {@link ConceptBank#rows}; null if there are none. */
  double @Nullable [][] concepts() {
    return banks.concepts == null ? null : banks.concepts.rows();
  }

  /** The means of states of the taxonomy's texts; null if there are none. */
  double @Nullable [][] states() {
    return banks.states == null ? null : banks.states.vectors();
  }

  @Override
  public void close() {
    banks.close();
  }
}
