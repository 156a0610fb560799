package org.conceptspaces.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.AttentionSamples;
import org.conceptspaces.encoder.experiment.Column;
import org.conceptspaces.encoder.experiment.Comparison.Findings;
import org.conceptspaces.encoder.experiment.ConceptFindings;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.experiment.ExperimentSections;
import org.conceptspaces.encoder.experiment.GateResult;
import org.conceptspaces.encoder.experiment.Metrics;
import org.conceptspaces.encoder.experiment.RunResult;
import org.conceptspaces.encoder.experiment.TaxonomyMap;
import org.conceptspaces.encoder.gate.Gate;
import org.conceptspaces.encoder.gate.Judgement;
import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.regularize.RegularizerRecipe;
import org.conceptspaces.encoder.regularize.RegularizerReport;
import org.conceptspaces.encoder.train.LossCurve;
import org.conceptspaces.encoder.train.StepReport;
import org.jspecify.annotations.Nullable;

/** Findings made by hand. */
final class Studies {

  private final List<RunResult> runs = new ArrayList<>();
  private final Map<Integer, Map<String, Map<String, Double>>> baselines = new LinkedHashMap<>();
  private final List<GateResult> gates = new ArrayList<>();
  private String name = "study";
  private @Nullable AttentionSamples attention;
  private boolean regularized;
  private String problem = "";
  private String recipe = "";

  Studies named(String words) {
    name = words;
    return this;
  }

  /** What concepts look at in the runs to come. */
  Studies lookingAt(AttentionSamples samples) {
    attention = samples;
    return this;
  }

  /** The runs to come have a regulariser, whose loss falls by 1 at each step. */
  Studies regularized() {
    regularized = true;
    return this;
  }

  private Map<String, RegularizerReport> regularizers(int step) {
    return regularized
        ? Map.of("variance", new RegularizerReport(4 - step, 0.1, "dimension_variance_min", step))
        : Map.of();
  }

  /** A space with a value of parent_mrr for each seed. */
  Studies space(String label, double... parentMrr) {
    return space(label, null, parentMrr);
  }

  Studies space(String label, @Nullable TaxonomyMap map, double... parentMrr) {
    for (int i = 0; i < parentMrr.length; i++) {
      run(label, i + 1, Map.of(Metrics.PARENT_MRR, parentMrr[i]), map);
    }
    return this;
  }

  Studies baseline(String label, double... parentMrr) {
    for (int i = 0; i < parentMrr.length; i++) {
      baselines
          .computeIfAbsent(i + 1, s -> new LinkedHashMap<>())
          .put(label, Map.of(Metrics.PARENT_MRR, parentMrr[i]));
    }
    return this;
  }

  Studies run(String label, int seed, Map<String, Double> metrics) {
    return run(label, seed, metrics, null);
  }

  /** The recipe of the runs that follow. */
  Studies recipe(String of) {
    recipe = of;
    return this;
  }

  /** Why the concepts of the runs that follow were not analysed. */
  Studies problem(String why) {
    problem = why;
    return this;
  }

  private Studies run(
      String label, int seed, Map<String, Double> metrics, @Nullable TaxonomyMap map) {
    LossCurve curve = new LossCurve(3);
    for (int step = 1; step <= 3; step++) {
      double loss = step == 2 ? Double.NaN : 6.0 / step;
      curve.add(new StepReport(step, loss, loss, 0, 0, 1, 10, regularizers(step)), step);
    }
    MetricCurve measured = new MetricCurve();
    Double mrr = metrics.get(Metrics.PARENT_MRR);
    if (mrr != null) {
      measured.add(0, Map.of(Metrics.PARENT_MRR, 0.01));
      measured.add(3, Map.of(Metrics.PARENT_MRR, mrr));
    }
    SpaceConfig space = new SpaceConfig("euclidean", Values.of(Map.of("dimension", 2)));
    runs.add(
        new RunResult(
            new Column(label, space, new RegularizerRecipe(recipe, List.of())),
            seed,
            32,
            new Experiment.Outcome(
                1000,
                1.5,
                metrics,
                curve,
                measured,
                new ConceptFindings(null, problem),
                map,
                attention,
                null)));
    return this;
  }

  /** How a space stands at gates[0] with the seeds 1, 2 and so on, of which all or none pass. */
  Studies gate(String text, String label, Judgement mean, int seeds) {
    Column column =
        runs.stream()
            .map(RunResult::column)
            .filter(each -> each.label().equals(label))
            .findFirst()
            .orElseThrow();
    List<GateResult.OfSeed> ofSeeds =
        IntStream.rangeClosed(1, seeds).mapToObj(s -> new GateResult.OfSeed(s, mean)).toList();
    gates.add(new GateResult("gates[0]", Gate.of(text), column, mean, ofSeeds, true));
    return this;
  }

  Study study() {
    Plugins plugins = Plugins.load(Studies.class.getClassLoader());
    Config config =
        ExperimentSections.reader(plugins)
            .read("{data: {source: 'wordnet:x'}, spaces: [{space: euclidean}]}", "test");
    Findings findings = new Findings("animals", "f00d", 12, runs, baselines, gates);
    return new Study(name, config, Map.of("java", "17"), findings);
  }
}
