package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Constants;

/** The regularisers of a training: the weighted sum of their losses, and how their weights go. */
public final class Regularization {

  private final List<RegularizerSpec> specs;
  private final int steps;
  private final Map<String, WeightState> states;

  /**
   * Prepares a training.
   *
   * @param specs the regularisers
   * @param steps the number of steps of the training
   * @param made how many steps were made already
   * @param states what these have left, as {@link #states()} gave it
   * @throws IllegalArgumentException if that is not of these regularisers
   */
  public Regularization(
      List<RegularizerSpec> specs, int steps, int made, Map<String, WeightState> states) {
    this.specs = List.copyOf(specs);
    this.steps = steps;
    this.states = new LinkedHashMap<>(states);
    Set<String> wanted =
        made == 0
            ? Set.of()
            : specs.stream()
                .filter(spec -> spec.rule().hasState())
                .map(RegularizerSpec::name)
                .collect(Collectors.toSet());
    if (!states.keySet().equals(wanted)) {
      throw new IllegalArgumentException(
          "after %d steps weights of %s are wanted, not of %s"
              .formatted(made, wanted, states.keySet()));
    }
  }

  /**
   * The losses of a step.
   *
   * @param pass the step
   * @param concepts what the model made of its batch
   * @param tokens which tokens its texts have, 0 for padding, {@code [B, T]}
   * @param step the number of the step, from 1
   * @return one term for each regulariser
   */
  public List<RegularizerTerm> terms(Pass pass, ConceptSet concepts, NDArray tokens, int step) {
    if (specs.isEmpty()) {
      return List.of();
    }
    List<LevelView> views =
        concepts.levels().stream().map(level -> new LevelView(level, tokens)).toList();
    List<RegularizerTerm> terms = new ArrayList<>();
    for (RegularizerSpec spec : specs) {
      List<Regularizer.Reading> readings = new ArrayList<>();
      for (LevelView view : views) {
        Level level = view.level();
        if (spec.isOf(level.spec().name())) {
          readings.add(spec.regularizer().read(view));
        }
      }
      NDArray loss = mean(readings.stream().map(Regularizer.Reading::loss).toList());
      NDArray watched = mean(readings.stream().map(Regularizer.Reading::watched).toList());
      double weight = spec.rule().weight(step, steps, states.get(spec.name()));
      // Open until the step's backward pass is over; weights may differ from step to step.
      NDArray factor = pass.manager().create(weight);
      terms.add(
          new RegularizerTerm(
              spec.name(),
              loss,
              loss.mul(factor),
              spec.rule().watch().quantity(),
              watched.stopGradient(),
              weight));
    }
    return terms;
  }

  /** Float64, without axes. */
  private static NDArray mean(List<NDArray> ofLevels) {
    if (ofLevels.isEmpty()) {
      throw new IllegalStateException("no level of the name that a regulariser asks for");
    }
    NDArray sum = Casts.to(ofLevels.get(0), DataType.FLOAT64);
    for (NDArray other : ofLevels.subList(1, ofLevels.size())) {
      sum = sum.add(Casts.to(other, DataType.FLOAT64));
    }
    return sum.div(Constants.of(sum, ofLevels.size()));
  }

  /**
   * Hears what a step has found, once it is sure to be made.
   *
   * @param reports by the regularisers' names
   */
  public void made(Map<String, RegularizerReport> reports) {
    for (RegularizerSpec spec : specs) {
      RegularizerReport report = reports.get(spec.name());
      if (spec.rule().hasState() && report != null) {
        WeightState before = states.get(spec.name());
        states.put(spec.name(), spec.rule().next(before, report.loss(), report.watched()));
      }
    }
  }

  /**
   * Where the weights stand.
   *
   * @return a copy by regularisers' names, of those whose weights follow what training finds
   */
  public Map<String, WeightState> states() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }
}
