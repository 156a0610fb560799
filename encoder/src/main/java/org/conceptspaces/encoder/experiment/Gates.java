package org.conceptspaces.encoder.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.conceptspaces.api.Option;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.Names;
import org.conceptspaces.encoder.gate.Gate;
import org.conceptspaces.encoder.gate.Judgement;
import org.conceptspaces.encoder.measure.Interval;

/** The gates of a config, and how columns stand at them. */
final class Gates {

  /** The {@code gates} of a config: a list of texts, none by default. */
  static final Option<List<String>> OPTION =
      Option.texts(
          "gates",
          "what the means over seeds must pass, effective_rank_share_per_sample > 0.8 say: metrics as"
              + " results name them, concepts, dimension, baseline.METRIC");

  private final List<Column> columns;
  private final GateNames names;
  private final Map<String, Gate> gates = new LinkedHashMap<>();

  /**
   * Reads the gates of a config.
   *
   * @param config the config
   * @param columns what it trains
   * @param names what gates may ask for
   * @param problems hears of each problem, by its path
   */
  Gates(Config config, List<Column> columns, GateNames names, Consumer<String> problems) {
    this.columns = columns;
    this.names = names;
    List<String> texts = config.conditions().get(OPTION);
    for (int i = 0; i < texts.size(); i++) {
      String path = OPTION.name() + "[" + i + "]";
      String written = path + " = " + Names.shortened(texts.get(i)) + ": ";
      try {
        Gate gate = Gate.of(texts.get(i));
        gates.put(path, gate);
        names.problems(gate).forEach(problem -> problems.accept(written + problem));
      } catch (IllegalArgumentException e) {
        problems.accept(written + e.getMessage());
      }
    }
  }

  /** What is trained, and judged. */
  List<Column> columns() {
    return columns;
  }

  /**
   * Judges columns.
   *
   * @param runs all runs of all columns
   * @return a result for each gate and column, gate by gate
   */
  List<GateResult> judge(List<RunResult> runs) {
    boolean anyRegularised = columns.stream().anyMatch(column -> !column.isPlain());
    List<GateResult> results = new ArrayList<>();
    gates.forEach(
        (path, gate) -> {
          for (Column column : columns) {
            results.add(
                new GateResult(
                    path,
                    gate,
                    column,
                    atMeans(gate, column, runs),
                    atSeeds(gate, column, runs),
                    !anyRegularised || !column.isPlain()));
          }
        });
    return results;
  }

  private List<GateResult.OfSeed> atSeeds(Gate gate, Column column, List<RunResult> runs) {
    List<GateResult.OfSeed> seeds = new ArrayList<>();
    for (RunResult run : runs) {
      if (run.column().equals(column)) {
        seeds.add(new GateResult.OfSeed(run.seed(), atSeed(gate, run, runs)));
      }
    }
    return seeds;
  }

  private Judgement atSeed(Gate gate, RunResult run, List<RunResult> runs) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : gate.names()) {
      double value = value(name, run, runs);
      if (!Double.isFinite(value)) {
        return Judgement.without(unmeasured(name, run, runs));
      }
      values.put(name, value);
    }
    return gate.judge(values);
  }

  /** Each name at its mean over seeds, which does not exist where one seed has no number. */
  private Judgement atMeans(Gate gate, Column column, List<RunResult> runs) {
    List<RunResult> own = runs.stream().filter(run -> run.column().equals(column)).toList();
    Map<String, Double> means = new LinkedHashMap<>();
    for (String name : gate.names()) {
      double[] values = own.stream().mapToDouble(run -> value(name, run, runs)).toArray();
      for (int i = 0; i < values.length; i++) {
        if (!Double.isFinite(values[i])) {
          RunResult run = own.get(i);
          return Judgement.without(unmeasured(name, run, runs) + ", with seed " + run.seed());
        }
      }
      means.put(name, Interval.of(values).mean());
    }
    return gate.judge(means);
  }

  /** What a name stands for in a run; NaN if it was not measured. */
  private double value(String name, RunResult run, List<RunResult> runs) {
    Double size = names.sizes(run.column()).get(name);
    return size != null
        ? size
        : measuredIn(name, run, runs)
            .map(measured -> measured.values().getOrDefault(metric(name), Double.NaN))
            .orElse(Double.NaN);
  }

  /** What to say of a name that has no number in a run. */
  private static String unmeasured(String name, RunResult run, List<RunResult> runs) {
    return name
        + measuredIn(name, run, runs)
            .flatMap(measured -> measured.outcome().concepts().why(metric(name)))
            .map(" was not measured: "::concat)
            .orElse(Gate.UNMEASURED);
  }

  private static String metric(String name) {
    return isOfBaseline(name) ? name.substring(GateNames.BASELINE.length()) : name;
  }

  private static boolean isOfBaseline(String name) {
    return name.startsWith(GateNames.BASELINE);
  }

  /** The run whose metric a name is. */
  private static Optional<RunResult> measuredIn(String name, RunResult run, List<RunResult> runs) {
    return isOfBaseline(name)
        ? runs.stream().filter(other -> isBaseline(other, run)).findFirst()
        : Optional.of(run);
  }

  /** The first recipe without regularisers, of the same space and seed. */
  private static boolean isBaseline(RunResult run, RunResult of) {
    return run.column().isPlain()
        && run.column().spaceLabel().equals(of.column().spaceLabel())
        && run.seed() == of.seed();
  }
}
