package org.conceptspaces.encoder.experiment;

import java.util.List;
import org.conceptspaces.encoder.gate.Gate;
import org.conceptspaces.encoder.gate.Judgement;

/**
 * How a column of a comparison's table stands at a gate.
 *
 * @param path where the config has the gate: {@code gates[0]}
 * @param gate the gate
 * @param column what was trained
 * @param mean the gate at the means over seeds, which decides
 * @param seeds the gate at each seed's numbers, in order
 * @param demanded whether the comparison as a whole fails if this does: so where regularisers are
 *     at work, or no column has any
 */
public record GateResult(
    String path, Gate gate, Column column, Judgement mean, List<OfSeed> seeds, boolean demanded) {

  /**
   * The gate at the numbers of one seed.
   *
   * @param seed the seed
   * @param judgement what it comes to
   */
  public record OfSeed(int seed, Judgement judgement) {}

  /** Copies the list. */
  public GateResult {
    seeds = List.copyOf(seeds);
  }

  /**
   * Whether the column passes.
   *
   * @return whether the gate holds at the means over seeds
   */
  public boolean passed() {
    return mean.passed();
  }

  /**
   * At how many seeds the gate holds.
   *
   * @return at most as many as there are
   */
  public int seedsPassed() {
    return (int) seeds.stream().filter(each -> each.judgement().passed()).count();
  }

  /**
   * Whether this alone has the comparison as a whole fail, where that is asked for.
   *
   * @return whether it is demanded and not passed
   */
  public boolean isFatal() {
    return demanded && !passed();
  }
}
