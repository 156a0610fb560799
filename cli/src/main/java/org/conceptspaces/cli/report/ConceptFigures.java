package org.conceptspaces.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.conceptspaces.analysis.Analysis;
import org.conceptspaces.analysis.metric.Rows;
import org.conceptspaces.analysis.metric.Spectrum;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.measure.ConceptAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * Spectra, correlations of slots, and radii of each run's concepts, as data for the script to draw.
 */
final class ConceptFigures {

  /** Escapes what would end a script. */
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  /** More points of a line than these are not told apart. */
  private static final int MOST_VALUES = 128;

  private static final int DIGITS = 3;

  private final Map<String, Spectrum> gaussians = new HashMap<>();

  private ConceptFigures() {}

  /** The figures of runs that were analysed. */
  static String of(List<RunResult> runs) {
    ConceptFigures figures = new ConceptFigures();
    StringBuilder choices = new StringBuilder();
    List<Object> data = new ArrayList<>();
    for (RunResult run : runs) {
      ConceptAnalysis concepts = run.outcome().concepts().analysis();
      if (concepts != null) {
        choices
            .append("<option>")
            .append(Html.escape(run.label() + ", seed " + run.seed()))
            .append("</option>");
        data.add(figures.run(concepts));
      }
    }
    return Resources.own("concepts.html")
            .replace("ONE_RUN", data.size() > 1 ? "" : " hidden")
            .replace("RUNS", choices)
        + Html.data("concepts", GSON.toJson(data))
        + Html.script("concepts.js");
  }

  private Map<String, @Nullable Object> run(ConceptAnalysis concepts) {
    Analysis.Pictures pictures = concepts.vectors().pictures();
    Analysis.Shape shape = concepts.vectors().shape();
    double[] centred = pictures.centred().values();
    double[] gaussian = gaussian((int) shape.ranked(), shape.dimension()).values();
    double scale = norm(gaussian) == 0 ? 0 : norm(centred) / norm(gaussian);
    double unit = 1 / Math.sqrt((double) shape.ranked());
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("ranks", ranks(centred.length));
    data.put("raw", values(pictures.raw().values(), unit));
    data.put("centred", values(centred, unit));
    data.put("gaussian", values(gaussian, unit * scale));
    double[][] slots = pictures.slotCorrelations();
    data.put("slots", shape.slots());
    data.put("correlations", correlations(slots));
    data.put("radii", concepts.flat() ? List.of() : concepts.points().radiusHistogram());
    data.put("largest", Html.number(concepts.points().largestRadius(), DIGITS));
    return data;
  }

  /** Of independent standard normal vectors; runs of the same shape have the same. */
  private Spectrum gaussian(int count, int dimension) {
    return gaussians.computeIfAbsent(
        count + "×" + dimension,
        shape -> Spectrum.ofRows(Rows.gaussian(count, dimension, new Random(1))));
  }

  private static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
  }

  /** Which of many values are drawn, from 0. */
  private static int[] chosen(int count) {
    int some = Math.min(MOST_VALUES, count);
    int[] chosen = new int[some];
    Arrays.setAll(chosen, i -> some < 2 ? 0 : (int) ((long) i * (count - 1) / (some - 1)));
    return chosen;
  }

  private static List<Integer> ranks(int count) {
    return Arrays.stream(chosen(count)).mapToObj(i -> i + 1).toList();
  }

  private static List<@Nullable Double> values(double[] values, double unit) {
    List<@Nullable Double> shown = new ArrayList<>();
    for (int i : chosen(values.length)) {
      shown.add(Html.number(values[i] * unit, DIGITS));
    }
    return shown;
  }

  /** In hundredths, which are short to write. */
  private static List<List<@Nullable Long>> correlations(double[][] slots) {
    List<List<@Nullable Long>> rows = new ArrayList<>();
    for (int i = 0; i < slots.length; i++) {
      List<@Nullable Long> row = new ArrayList<>();
      for (int j = 0; j < slots.length; j++) {
        row.add(Double.isNaN(slots[i][j]) ? null : Math.round(100 * slots[i][j]));
      }
      rows.add(row);
    }
    return rows;
  }
}
