package org.conceptspaces.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conceptspaces.placement.NodeLabels;
import org.conceptspaces.placement.Place;
import org.conceptspaces.placement.complete.MissingNodes.Missing;
import org.conceptspaces.placement.complete.Orphans.Orphan;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/** What a taxonomy lacks, for people and for programs. */
final class CompleteAnswer {

  private static final int PLACES = 3;
  private static final int SHOWN_CHILDREN = 6;
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();

  private final NodeLabels labels;
  private final List<Orphan> orphans;
  private final List<Missing> missing;

  /**
   * Tells findings.
   *
   * @param taxonomy where they were made
   */
  CompleteAnswer(TextTaxonomy taxonomy, List<Orphan> orphans, List<Missing> missing) {
    labels = new NodeLabels(taxonomy);
    this.orphans = orphans;
    this.missing = missing;
  }

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        orphans.isEmpty()
            ? "No node lacks a parent."
            : "Nodes without a parent: " + orphans.size());
    for (Orphan orphan : orphans) {
      lines.add(
          "  "
              + labels.full(orphan.node())
              + (orphan.belongs() ? "" : ": belongs nowhere here, it seems"));
      for (Place place : first(orphan)) {
        lines.add(
            String.format(
                Locale.ROOT,
                "    %3.0f%%  %s",
                100 * place.probability(),
                labels.full(place.node())));
      }
    }
    lines.add(
        missing.isEmpty()
            ? "No node is missing that words of names tell of."
            : "Nodes that may be missing, by words that children share:");
    missing.forEach(each -> lines.add("  " + line(each)));
    return lines;
  }

  private String line(Missing each) {
    String children =
        IntStream.of(each.children())
            .limit(SHOWN_CHILDREN)
            .mapToObj(labels::brief)
            .collect(Collectors.joining(", "));
    int more = each.children().length - SHOWN_CHILDREN;
    String parent = labels.brief(each.parent());
    return (each.existing() < 0
            ? "\"" + each.word() + "\" below " + parent + ", above "
            : labels.brief(each.existing()) + ", which is below " + parent + ", may be above ")
        + children
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** For programs. */
  String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("orphans", orphans.stream().map(this::orphan).toList());
    root.put("missing", missing.stream().map(this::missing).toList());
    return GSON.toJson(root);
  }

  private Map<String, Object> orphan(Orphan orphan) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", labels.id(orphan.node()));
    row.put("belongs", orphan.belongs());
    row.put("places", first(orphan).stream().map(this::place).toList());
    return row;
  }

  private Map<String, Object> place(Place place) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", labels.id(place.node()));
    row.put("probability", place.probability());
    return row;
  }

  private Map<String, @Nullable Object> missing(Missing each) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("word", each.word());
    row.put("parent", labels.id(each.parent()));
    row.put("existing", each.existing() < 0 ? null : labels.id(each.existing()));
    row.put("children", IntStream.of(each.children()).mapToObj(labels::id).toList());
    row.put("surprise", each.surprise());
    return row;
  }

  private static List<Place> first(Orphan orphan) {
    return orphan.places().subList(0, Math.min(PLACES, orphan.places().size()));
  }
}
