package org.conceptspaces.encoder.regularize;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.conceptspaces.api.Option;

/** Which concepts a statistic is taken over: the groups that a batch falls into. */
enum Over {
  /** The concepts of each text: {@code B} groups of {@code C}. */
  CONCEPTS,

  /**
   * The texts' concepts in each slot: {@code C} groups of {@code B}. Concepts that ignore their
   * text have nothing to show here.
   */
  TEXTS,

  /** All concepts of the batch: one group. */
  ALL;

  private static final String NAME = "over";

  /** The option, with this as its default. */
  Option<String> option() {
    List<String> words =
        Stream.concat(Stream.of(this), Stream.of(values()).filter(other -> other != this))
            .map(Over::word)
            .toList();
    return Option.choice(
        NAME, words, "statistics within each text, within each slot over texts, or over all");
  }

  /**
   * How many pairs there are of concepts of one group, themselves included, in all groups; of large
   * batches more than any {@code long}.
   */
  BigInteger pairs(int texts, int concepts) {
    BigInteger t = BigInteger.valueOf(texts);
    BigInteger c = BigInteger.valueOf(concepts);
    return switch (this) {
      case CONCEPTS -> t.multiply(c).multiply(c);
      case TEXTS -> c.multiply(t).multiply(t);
      case ALL -> t.multiply(c).pow(2);
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Over of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
