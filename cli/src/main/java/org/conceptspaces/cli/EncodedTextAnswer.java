package org.conceptspaces.cli;

import ai.djl.ndarray.types.DataType;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.measure.LevelConcepts;
import org.conceptspaces.encoder.measure.LevelConcepts.Concept;
import org.conceptspaces.encoder.model.EncodedText;
import org.conceptspaces.taxonomy.DataException;
import org.jspecify.annotations.Nullable;

/** A text's concepts, for people and for programs. */
final class EncodedTextAnswer {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  /** How many tokens of a concept programs are told, those it looked at most. */
  private static final int MOST_TOKENS = 5;

  /** And people. */
  private static final int FIRST_TOKENS = 3;

  /** How many concepts of a level people are told. */
  private static final int FIRST_CONCEPTS = 16;

  private EncodedTextAnswer() {}

  /** One JSON object in one line. */
  static String json(EncodedText text, boolean attention) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(text.id() == null ? "text" : "id", text.id() == null ? text.text() : text.id());
    values.put("tokens", text.tokens().size());
    values.put("unknown", text.unknown());
    LevelConcepts summary = text.concepts().summary();
    values.put("pooled", numbers(text.concepts().pooled(), summary));
    values.put("pooled_level", summary.spec().name());
    values.put(
        "levels", text.concepts().levels().stream().map(l -> level(l, text, attention)).toList());
    return GSON.toJson(values);
  }

  private static Map<String, @Nullable Object> level(
      LevelConcepts level, EncodedText text, boolean attention) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", level.spec().name());
    values.put("geometry", level.spec().geometry().toString());
    values.put("parameters", level.parameters());
    values.put("dimension", level.spec().dimension());
    values.put("slots", level.spec().count());
    List<Map<String, @Nullable Object>> concepts = new ArrayList<>();
    for (Concept concept : level.concepts()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("slot", concept.slot());
      one.put("weight", (float) concept.weight());
      one.put("point", numbers(concept.point(), level));
      if (attention) {
        one.put(
            "attention",
            most(concept, MOST_TOKENS).stream()
                .map(at -> looked(text.tokens().get(at), at, concept))
                .toList());
      }
      concepts.add(one);
    }
    values.put("concepts", concepts);
    return values;
  }

  private static Map<String, @Nullable Object> looked(String token, int at, Concept concept) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("token", token);
    values.put("at", at);
    values.put("weight", finite((float) concept.attention()[at]));
    return values;
  }

  /** With the digits that the geometry's type has, and none that are made up. */
  private static List<@Nullable Number> numbers(double[] point, LevelConcepts level) {
    boolean narrow = level.spec().geometry().type() == DataType.FLOAT32;
    List<@Nullable Number> numbers = new ArrayList<>();
    for (double x : point) {
      numbers.add(narrow ? finite((float) x) : finite(x));
    }
    return numbers;
  }

  private static @Nullable Number finite(float x) {
    return Float.isFinite(x) ? x : null;
  }

  private static @Nullable Number finite(double x) {
    return Double.isFinite(x) ? x : null;
  }

  /** Where a concept looked most, the earliest of equals first. */
  private static List<Integer> most(Concept concept, int count) {
    double[] weights = concept.attention();
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble(at -> -weights[at]))
        .limit(count)
        .toList();
  }

  /** A paragraph. */
  static List<String> lines(EncodedText text) {
    List<String> lines = new ArrayList<>();
    String words = DataException.quote(text.text());
    lines.add(
        (text.id() == null ? words : text.id() + " " + words)
            + ": "
            + count(text.tokens().size(), "token")
            + (text.unknown() == 0 ? "" : ", " + text.unknown() + " of them unknown"));
    for (LevelConcepts level : text.concepts().levels()) {
      lines.add("  " + heading(level));
      int live = level.concepts().size();
      for (Concept concept : level.concepts().subList(0, Math.min(FIRST_CONCEPTS, live))) {
        lines.add("    " + concept.slot() + " " + told(concept, text.tokens()));
      }
      if (live > FIRST_CONCEPTS) {
        lines.add("    and " + (live - FIRST_CONCEPTS) + " more");
      }
    }
    return lines;
  }

  private static String heading(LevelConcepts level) {
    String parameters =
        level.parameters().entrySet().stream()
            .map(p -> String.format(Locale.ROOT, ", %s %.4g", p.getKey(), p.getValue()))
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "%s: %d of %d live, %s of dimension %d%s",
        level.spec().name(),
        level.concepts().size(),
        level.spec().count(),
        level.geometryName(),
        level.spec().dimension(),
        parameters);
  }

  private static String told(Concept concept, List<String> tokens) {
    return most(concept, FIRST_TOKENS).stream()
        .map(
            at ->
                String.format(
                    Locale.ROOT,
                    "%s %.2f",
                    DataException.quote(Objects.requireNonNull(tokens.get(at)).strip()),
                    concept.attention()[at]))
        .collect(Collectors.joining(", "));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
