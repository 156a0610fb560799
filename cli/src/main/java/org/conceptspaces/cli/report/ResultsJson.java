package org.conceptspaces.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.config.Config;
import org.conceptspaces.encoder.experiment.Comparison.Findings;
import org.conceptspaces.encoder.experiment.GateResult;
import org.conceptspaces.encoder.experiment.Metrics;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.gate.Judgement;
import org.conceptspaces.encoder.measure.ConceptAnalysis;
import org.conceptspaces.encoder.measure.Interval;
import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.placement.PlacementTask;
import org.conceptspaces.encoder.regularize.RegularizerReport;
import org.conceptspaces.encoder.train.LossCurve;
import org.jspecify.annotations.Nullable;

/**
 * {@code results.json}: everything found, with what it takes to find it again. What was not
 * measured or is no finite number is {@code null}.
 */
public final class ResultsJson {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  /** Every run has these, whatever was measured. */
  private static final List<String> ALWAYS =
      List.of(
          Metrics.MLM_LOSS,
          Metrics.UNIGRAM_ENTROPY,
          Metrics.PARENT_MRR,
          Metrics.PARENT_MRR_NEAREST,
          Metrics.PARENT_HITS_AT_1,
          Metrics.PARENT_HITS_AT_10,
          Metrics.PARENT_WU_PALMER,
          Metrics.RECONSTRUCTION_MAP);

  private ResultsJson() {}

  /**
   * The document.
   *
   * @param study what was found
   * @return JSON text
   */
  public static String of(Study study) {
    Findings findings = study.findings();
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("verdict", study.summary().conclusion());
    root.put("config_hash", study.config().hash());
    root.put("versions", study.versions());
    root.put("data", data(findings));
    root.put("config", study.config().toMap());
    root.put("runs", findings.runs().stream().map(ResultsJson::run).toList());
    root.put("baselines", baselines(findings));
    root.put("summary", study.summary().rows().stream().map(ResultsJson::row).toList());
    root.put("gates", findings.gates().stream().map(ResultsJson::gate).toList());
    root.put("verdicts", study.summary().verdicts().stream().map(Verdict::text).toList());
    return GSON.toJson(root);
  }

  private static Map<String, @Nullable Object> data(Findings findings) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", findings.taxonomy());
    data.put("nodes", findings.nodes());
    data.put("fingerprint", findings.dataFingerprint());
    return data;
  }

  private static Map<String, @Nullable Object> run(RunResult run) {
    Map<String, @Nullable Object> metrics = new LinkedHashMap<>();
    ALWAYS.forEach(name -> metrics.put(name, null));
    Metrics.ofConcepts().forEach(name -> metrics.put(name, null));
    metrics.putAll(metrics(run.outcome().metrics()));
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("label", run.label());
    map.put("space", run.space().space());
    map.put("options", Config.options(run.space()));
    map.put("recipe", named(run.column().recipe().name()));
    map.put("seed", run.seed());
    map.put("parameters", run.outcome().parameters());
    map.put("feed_forward", run.feedForward());
    map.put("seconds", finite(run.outcome().seconds()));
    map.put("metrics", metrics);
    map.put("concepts", concepts(run.outcome().concepts().analysis()));
    String problem = run.outcome().concepts().problem();
    map.put("concepts_problem", problem.isEmpty() ? null : problem);
    map.put("placement", placement(run.outcome().placement()));
    map.put("curve", run.outcome().curve().points().stream().map(ResultsJson::point).toList());
    map.put(
        "measurements",
        run.outcome().measured().points().stream().map(ResultsJson::measurement).toList());
    return map;
  }

  /** What the metrics of concepts rest on, and what they mean. */
  private static @Nullable Map<String, Object> concepts(@Nullable ConceptAnalysis analysis) {
    if (analysis == null) {
      return null;
    }
    Map<String, Object> plain = analysis.plain();
    plain.keySet().removeAll(Metrics.ofConcepts());
    return plain;
  }

  /** What the metrics of placing rest on. */
  private static @Nullable Map<String, Object> placement(PlacementTask.@Nullable Fitted placement) {
    if (placement == null || placement.findings().metrics().isEmpty()) {
      return null;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("reliability", placement.findings().reliability());
    map.put("samples", placement.findings().samples());
    return map;
  }

  private static Map<String, @Nullable Object> point(LossCurve.Point point) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("step", point.step());
    map.put("seconds", finite(point.seconds()));
    map.put("masked_tokens", finite(point.maskedTokens()));
    map.put("reconstruction", finite(point.reconstruction()));
    map.put("hierarchy", finite(point.hierarchy()));
    if (!point.regularizers().isEmpty()) {
      Map<String, Object> regularizers = new LinkedHashMap<>();
      point.regularizers().forEach((name, each) -> regularizers.put(name, regularizer(each)));
      map.put("regularizers", regularizers);
    }
    return map;
  }

  private static Map<String, @Nullable Object> regularizer(RegularizerReport report) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("loss", finite(report.loss()));
    map.put("weight", finite(report.weight()));
    map.put(report.quantity(), finite(report.watched()));
    return map;
  }

  private static Map<String, @Nullable Object> measurement(MetricCurve.Point point) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("step", point.step());
    map.put("metrics", metrics(point.metrics()));
    return map;
  }

  private static List<Object> baselines(Findings findings) {
    List<Object> baselines = new ArrayList<>();
    findings
        .baselines()
        .forEach(
            (seed, ofSeed) ->
                ofSeed.forEach((name, metrics) -> baselines.add(baseline(seed, name, metrics))));
    return baselines;
  }

  private static Map<String, @Nullable Object> baseline(
      int seed, String name, Map<String, Double> metrics) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("baseline", name);
    map.put("seed", seed);
    map.put("metrics", metrics(metrics));
    return map;
  }

  private static Map<String, @Nullable Object> row(Summary.Row row) {
    Map<String, @Nullable Object> metrics = new LinkedHashMap<>();
    row.values().forEach((name, interval) -> metrics.put(name, interval(interval)));
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("label", row.label());
    map.put("baseline", row.baseline());
    map.put("metrics", metrics);
    return map;
  }

  private static Map<String, @Nullable Object> gate(GateResult result) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("gate", result.path());
    map.put("expression", result.gate().text());
    map.put("label", result.column().label());
    map.put("space", result.column().space().space());
    map.put("recipe", named(result.column().recipe().name()));
    map.put("enforced", result.demanded());
    map.putAll(judgement(result.mean()));
    map.put("seeds_passed", result.seedsPassed());
    List<Object> seeds = new ArrayList<>();
    for (GateResult.OfSeed each : result.seeds()) {
      Map<String, @Nullable Object> seed = new LinkedHashMap<>();
      seed.put("seed", each.seed());
      seed.putAll(judgement(each.judgement()));
      seeds.add(seed);
    }
    map.put("seeds", seeds);
    return map;
  }

  private static Map<String, @Nullable Object> judgement(Judgement judgement) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("passed", judgement.passed());
    map.put("left", finite(judgement.left()));
    map.put("right", finite(judgement.right()));
    map.put("reason", judgement.reason().isEmpty() ? null : judgement.reason());
    return map;
  }

  private static Map<String, @Nullable Object> interval(Interval interval) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("mean", finite(interval.mean()));
    map.put("low", finite(interval.low()));
    map.put("high", finite(interval.high()));
    map.put("seeds", interval.count());
    return map;
  }

  private static Map<String, @Nullable Object> metrics(Map<String, Double> metrics) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    metrics.forEach((name, value) -> map.put(name, finite(value)));
    return map;
  }

  /** What a config names none of is null. */
  private static @Nullable String named(String recipe) {
    return recipe.isEmpty() ? null : recipe;
  }

  /** JSON has no NaN. */
  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
