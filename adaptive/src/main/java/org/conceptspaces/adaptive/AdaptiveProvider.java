package org.conceptspaces.adaptive;

import java.util.List;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.SpaceChecks;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Values;

/** Provides {@code adaptive}. */
public final class AdaptiveProvider implements SpaceProvider {

  private static final String NAME = "adaptive";
  private static final String GATES = "gates";

  /** What the encoder calls the number of concepts of a geometry's space. */
  private static final String CONCEPTS = "concepts";

  private static final int MOST = 65536;

  /** The space whose slots are used. */
  public static final Option<SpaceConfig> CHILD =
      Option.space("child", "The space whose concepts a text uses as many of as it needs.");

  /** The fewest concepts of a text. */
  public static final Option<Integer> MINIMUM =
      Option.integer("minimum", 1, Range.between(1, MOST), "The fewest concepts of a text.");

  /** The most concepts of a text. */
  public static final Option<Integer> MAXIMUM =
      Option.integer(
          "maximum",
          0,
          Range.between(0, MOST),
          "The most concepts of a text: a child's concepts are set to it; 0 for all the child has.");

  /** The mean number of concepts. */
  public static final Option<Double> BUDGET =
      Option.number(
          "budget",
          0.0,
          Range.between(0, MOST),
          "How many concepts texts shall have on average; 0 to leave it to the tolerance.");

  /** What a concept must be worth. */
  public static final Option<Double> TOLERANCE =
      Option.number(
          "tolerance",
          1.0,
          Range.above(0),
          "How many nats one more concept must save a text to be worth having; gates have none.");

  /** How often training draws a count. */
  public static final Option<Double> NESTED_DROPOUT =
      Option.number(
          "nestedDropout",
          0.05,
          Range.between(0, 1),
          "How often training gives a text a random count, so that any prefix works; more of it"
              + " makes arbitrary prefixes better, and the chosen ones worse. Gates have none.");

  /** How counts are decided on. */
  public static final Option<String> METHOD =
      Option.choice(
          "method",
          List.of("prefix", GATES),
          "How counts come about: any prefix works and a head learns what each gains, or gates.");

  /** For {@link java.util.ServiceLoader}. */
  public AdaptiveProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "As many concepts as a text needs, in any other space.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(CHILD, MINIMUM, MAXIMUM, BUDGET, TOLERANCE, NESTED_DROPOUT, METHOD);
  }

  @Override
  public void check(Values values, SpaceChecks checks) {
    values
        .get(CHILD)
        .find(NAME)
        .ifPresent(
            below ->
                checks.problem(
                    CHILD.name() + below,
                    "concepts are as many as texts need already; one adaptive space is enough"));
    int minimum = values.get(MINIMUM);
    int maximum = values.get(MAXIMUM);
    if (maximum > 0 && minimum > maximum) {
      checks.problem("minimum", "is %d, above the maximum of %d".formatted(minimum, maximum));
    }
    double budget = values.get(BUDGET);
    if (budget > 0 && (budget < minimum || (maximum > 0 && budget > maximum))) {
      checks.problem(
          "budget",
          "is %s: wants a number from the minimum, %d, to the maximum%s"
              .formatted(budget, minimum, maximum > 0 ? ", " + maximum : ""));
    }
    if (values.get(METHOD).equals(GATES)
        && !values.get(NESTED_DROPOUT).equals(NESTED_DROPOUT.defaultValue())) {
      checks.problem(
          NESTED_DROPOUT.name(), "gates draw no counts; leave it out, or take the method prefix");
    }
    if (values.get(METHOD).equals(GATES) && budget == 0) {
      checks.problem(
          "budget", "is 0, and gates know no tolerance: say how many concepts texts shall have");
    }
  }

  @Override
  public ConceptSpace create(Values values, SpaceContext context) {
    SpaceConfig config = values.get(CHILD);
    int most = values.get(MAXIMUM);
    boolean counts = config.values().asMap().containsKey(CONCEPTS);
    ConceptSpace child =
        context.child("child", most > 0 && counts ? config.with(concepts(), most) : config);
    SlotOrder slots = new SlotOrder(child.levels(), most);
    Budget budget = budget(values, slots.size());
    checkSummary(child, slots, budget);
    Scope scope = context.in("count");
    CountMethod method =
        values.get(METHOD).equals(GATES)
            ? new HardConcreteGates(scope, context.hidden(), budget)
            : new PrefixCounts(scope, context.hidden(), budget, values.get(NESTED_DROPOUT));
    return new AdaptiveSpace(child, slots, method);
  }

  private static Option<Integer> concepts() {
    return Option.integer(CONCEPTS, null, Range.between(1, MOST), "the child's own");
  }

  private static Budget budget(Values values, int slots) {
    int minimum = values.get(MINIMUM);
    double wanted = values.get(BUDGET);
    if (values.get(MAXIMUM) > slots || minimum > slots || wanted > slots) {
      throw new IllegalArgumentException(
          ("adaptive: the child has %d concepts in all; minimum = %d, maximum = %d and budget = %s"
                  + " want no more")
              .formatted(slots, minimum, values.get(MAXIMUM), wanted));
    }
    return new Budget(minimum, slots, wanted, values.get(TOLERANCE));
  }

  /** A text must not be left without the concepts that are pooled. */
  private static void checkSummary(ConceptSpace child, SlotOrder slots, Budget budget) {
    int before = slots.before(child.summaryLevel());
    if (budget.minimum() <= before) {
      throw new IllegalArgumentException(
          ("adaptive: minimum = %d: the child pools its level %s, before which come %d concepts of"
                  + " coarser levels; raise minimum to %d, or let the child pool its coarsest level")
              .formatted(
                  budget.minimum(),
                  slots.levels().get(child.summaryLevel()).name(),
                  before,
                  before + 1));
    }
  }
}
