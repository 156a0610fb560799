package org.conceptspaces.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conceptspaces.encoder.experiment.AttentionSamples;
import org.conceptspaces.encoder.experiment.AttentionSamples.Sample;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.measure.LevelConcepts;
import org.conceptspaces.encoder.measure.LevelConcepts.Concept;
import org.jspecify.annotations.Nullable;

/** What each level of each space looks at in a few texts, as data for the script to draw. */
final class AttentionFigure {

  /** Escapes what would end a script. */
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  /** More columns and rows than these cannot be told apart, and make a report large. */
  static final int MOST_CONCEPTS = 32;

  static final int MOST_TOKENS = 48;

  private static final int LONGEST_TEXT = 400;

  /** As choosers show it. */
  private static final int SHORT_TEXT = 28;

  private static final int DIGITS = 3;

  private AttentionFigure() {}

  /** The figure of each space's run with the first seed; empty if there is none. */
  static String of(List<RunResult> runs) {
    List<RunResult> shown =
        runs.stream()
            .filter(run -> run.outcome().attention() != null && run.seed() == runs.get(0).seed())
            .toList();
    if (shown.isEmpty()) {
      return "";
    }
    AttentionSamples first = samples(shown.get(0));
    StringBuilder spaces = new StringBuilder();
    List<Object> levels = new ArrayList<>();
    for (RunResult run : shown) {
      spaces.append("<option>").append(Html.escape(run.label())).append("</option>");
      levels.add(samples(run).texts().stream().map(AttentionFigure::levels).toList());
    }
    StringBuilder texts = new StringBuilder();
    List<Object> words = new ArrayList<>();
    for (Sample text : first.texts()) {
      int tokens = text.tokens().size();
      texts
          .append("<option>")
          .append(Html.escape(Html.shortened(text.text(), SHORT_TEXT)))
          .append(" (")
          .append(tokens)
          .append(tokens == 1 ? " token)" : " tokens)")
          .append("</option>");
      words.add(
          Map.of(
              "text",
              Html.shortened(text.text(), LONGEST_TEXT),
              "tokens",
              text.tokens().subList(0, Math.min(MOST_TOKENS, tokens)),
              "all",
              tokens));
    }
    return Resources.own("attention.html")
            .replace("ONE_SPACE", shown.size() > 1 ? "" : " hidden")
            .replace("ONE_TEXT", words.size() > 1 ? "" : " hidden")
            .replace("SAMPLES", first.heldOut() ? "held out of training" : "of training")
            .replace("SPACES", spaces)
            .replace("TEXTS", texts)
        + Html.data("attention", GSON.toJson(Map.of("texts", words, "spaces", levels)))
        + Html.script("attention.js");
  }

  private static AttentionSamples samples(RunResult run) {
    return Objects.requireNonNull(run.outcome().attention());
  }

  private static List<Map<String, Object>> levels(Sample text) {
    return text.concepts().levels().stream().map(AttentionFigure::level).toList();
  }

  private static Map<String, Object> level(LevelConcepts level) {
    List<Concept> concepts = level.concepts();
    List<Concept> drawn = concepts.subList(0, Math.min(MOST_CONCEPTS, concepts.size()));
    Map<String, @Nullable Double> parameters = new LinkedHashMap<>();
    level.parameters().forEach((name, value) -> parameters.put(name, Html.number(value, DIGITS)));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", level.spec().name());
    data.put("geometry", level.geometryName());
    data.put("dimension", level.spec().dimension());
    data.put("parameters", parameters);
    data.put("slots", level.spec().count());
    data.put("live", concepts.size());
    data.put("drawn", drawn.stream().map(Concept::slot).toList());
    data.put("weights", drawn.stream().map(concept -> rounded(concept.attention())).toList());
    data.put("sum", rounded(sum(concepts)));
    return data;
  }

  private static double[] sum(List<Concept> concepts) {
    double[] sum = new double[concepts.isEmpty() ? 0 : concepts.get(0).attention().length];
    for (Concept concept : concepts) {
      for (int at = 0; at < sum.length; at++) {
        sum[at] += concept.attention()[at];
      }
    }
    return sum;
  }

  /** In thousandths, which are short to write. */
  private static List<@Nullable Long> rounded(double[] weights) {
    List<@Nullable Long> rounded = new ArrayList<>();
    Arrays.stream(weights)
        .limit(MOST_TOKENS)
        .forEach(x -> rounded.add(Double.isFinite(x) ? Math.round(1000 * x) : null));
    return rounded;
  }
}
