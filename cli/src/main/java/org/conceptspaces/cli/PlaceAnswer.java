package org.conceptspaces.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.conceptspaces.placement.Evidence;
import org.conceptspaces.placement.NodeLabels;
import org.conceptspaces.placement.Place;
import org.conceptspaces.placement.Placement;
import org.conceptspaces.placement.Placer;
import org.jspecify.annotations.Nullable;

/** Where a text belongs, for people and for programs. */
final class PlaceAnswer {

  /** A text is shown up to here; JSON has all of it. */
  private static final int SHOWN_CHARACTERS = 160;

  private static final int SHOWN_WORDS = 5;

  /** Words that count less, function words mostly, are for JSON alone. */
  private static final double LEAST_SHARE = 0.05;

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

  private final Placer placer;
  private final NodeLabels labels;
  private final int count;

  /**
   * Tells placements.
   *
   * @param placer placed them
   * @param count how many places to tell of each
   */
  PlaceAnswer(Placer placer, int count) {
    this.placer = placer;
    this.count = count;
    labels = new NodeLabels(placer.taxonomy());
  }

  /** What speaks for the places that are told. */
  List<Evidence> evidence(Placement placement) {
    return first(placement).stream().map(place -> Evidence.of(placer, placement, place)).toList();
  }

  /**
   * For people.
   *
   * @param evidence as {@link #evidence} tells it
   * @param lookedAt the tokens that concepts looked at most; none if not asked for
   */
  List<String> lines(
      @Nullable String id,
      Placement placement,
      List<Evidence> evidence,
      Map<String, Double> lookedAt) {
    List<String> lines = new ArrayList<>();
    lines.add((id == null ? "" : id + ": ") + shortened(placement.query().text()));
    if (placement.places().isEmpty()) {
      lines.add("  belongs nowhere here: no word of it, and no point, is near to any node");
      return lines;
    }
    if (!placement.belongs()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  belongs nowhere here, it seems: only %.1f%% of the taxonomy's own texts are as"
                  + " strange to it; if it does, then:",
              100 * placement.typicality()));
    }
    if (!lookedAt.isEmpty()) {
      lines.add("  concepts looked at: " + String.join(", ", lookedAt.keySet()));
    }
    for (int rank = 0; rank < evidence.size(); rank++) {
      Place place = placement.places().get(rank);
      Evidence own = evidence.get(rank);
      lines.add(
          String.format(
              Locale.ROOT,
              "  %d. %3.0f%%  %s",
              rank + 1,
              100 * place.probability(),
              labels.full(place.node())));
      lines.add(
          "           "
              + labels.path(place.node()).stream()
                  .map(labels::brief)
                  .collect(Collectors.joining(" > ")));
      lines.add("           for it: " + aspects(place) + near(own) + words(own));
    }
    return lines;
  }

  /**
   * For programs, on one line.
   *
   * @param evidence as {@link #evidence} tells it
   * @param lookedAt the tokens that concepts looked at most, with shares; null if not asked for
   */
  String json(
      @Nullable String id,
      Placement placement,
      List<Evidence> evidence,
      @Nullable Map<String, Double> lookedAt) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("text", placement.query().text());
    values.put("belongs", placement.belongs());
    values.put("typicality", placement.typicality());
    List<Map<String, Object>> places = new ArrayList<>();
    for (int rank = 0; rank < evidence.size(); rank++) {
      Place place = placement.places().get(rank);
      Evidence own = evidence.get(rank);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", labels.id(place.node()));
      row.put("probability", place.probability());
      row.put("path", labels.path(place.node()).stream().map(labels::id).toList());
      row.put("aspects", place.aspects());
      row.put("nearest", own.nearest().stream().map(this::support).toList());
      row.put("words", own.words());
      places.add(row);
    }
    if (lookedAt != null) {
      values.put("looked_at", lookedAt);
    }
    values.put("places", places);
    return GSON.toJson(values);
  }

  private Map<String, Object> support(Evidence.Support support) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", labels.id(support.node()));
    row.put("channel", support.channel());
    row.put("rank", support.rank());
    return row;
  }

  private List<Place> first(Placement placement) {
    return placement.places().subList(0, Math.min(count, placement.places().size()));
  }

  private static String aspects(Place place) {
    return place.aspects().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(e -> String.format(Locale.ROOT, "%s %+.1f", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String near(Evidence evidence) {
    String nodes =
        evidence.nearest().stream()
            .map(Evidence.Support::node)
            .distinct()
            .limit(SHOWN_WORDS)
            .map(labels::brief)
            .collect(Collectors.joining(", "));
    return nodes.isEmpty() ? "" : "; near: " + nodes;
  }

  private static String words(Evidence evidence) {
    String words =
        evidence.words().entrySet().stream()
            .filter(word -> word.getValue() >= LEAST_SHARE)
            .limit(SHOWN_WORDS)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : "; shared words: " + words;
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.codePointCount(0, line.length()) <= SHOWN_CHARACTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHOWN_CHARACTERS)) + " …";
  }
}
