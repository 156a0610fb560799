package org.conceptspaces.encoder.regularize;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Recipe;
import org.conceptspaces.api.Values;
import org.conceptspaces.api.Variant;
import org.conceptspaces.config.Names;

/** One regulariser of a config: what it asks of which level, at what weight. */
public final class RegularizerSpec {

  private static final List<Kind> KINDS =
      List.of(
          Orthogonality.KIND,
          Orthogonality.SOFT,
          Variance.KIND,
          Covariance.KIND,
          Uniformity.KIND,
          SpanningTree.KIND,
          AttentionEntropy.KIND,
          VonNeumannEntropy.KIND);

  /** A table of so many numbers takes 256 MB, and a regulariser makes several. */
  private static final long MOST_PAIRS = 1L << 25;

  private static final String ALL_LEVELS = "all";
  private static final String REGULARIZERS = "regularizers";

  static final Option<String> LEVEL =
      Option.text("level", ALL_LEVELS, "a level's name, or all for the mean over levels");

  /** The {@code regularizers} of a config: a list, none by default, or lists by name. */
  public static final Option<List<Recipe>> OPTION =
      Option.recipes(
          REGULARIZERS,
          "regularizer",
          KINDS.stream().map(Kind::variant).toList(),
          "what keeps concepts from falling together");

  private final String name;
  private final String path;
  private final String level;
  private final WeightRule rule;
  private final Regularizer regularizer;

  private RegularizerSpec(String name, String path, Kind kind, Values values) {
    this.name = name;
    this.path = path;
    this.level = values.get(LEVEL);
    this.rule = WeightRule.of(values, kind);
    this.regularizer = kind.factory().apply(values);
  }

  /**
   * The regularisers of a recipe.
   *
   * @param recipe one of the checked value of {@link #OPTION}
   * @param problems hears of each problem that shows only when options meet each other, by its path
   * @return the regularisers, named by their kinds; a second one of a kind is {@code variance-2}
   */
  public static List<RegularizerSpec> of(Recipe recipe, Consumer<String> problems) {
    String list = recipe.isNamed() ? REGULARIZERS + "." + recipe.name() : REGULARIZERS;
    List<Variant.Chosen> chosen = recipe.items();
    List<RegularizerSpec> specs = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      Variant.Chosen one = chosen.get(i);
      Kind kind = KINDS.stream().filter(k -> k.name().equals(one.name())).findFirst().orElseThrow();
      long before = chosen.subList(0, i).stream().filter(c -> c.name().equals(one.name())).count();
      RegularizerSpec spec =
          new RegularizerSpec(
              before == 0 ? one.name() : one.name() + "-" + (before + 1),
              list + "[" + i + "]",
              kind,
              one.values());
      spec.problems(kind).forEach(problem -> problems.accept(spec.path + "." + problem));
      specs.add(spec);
    }
    return List.copyOf(specs);
  }

  private Stream<String> problems(Kind kind) {
    List<String> problems = new ArrayList<>(rule.ignored(kind));
    boolean uncertainty = rule.schedule().equals(WeightRule.UNCERTAINTY);
    if (uncertainty && kind.negative()) {
      problems.add(
          ("schedule = uncertainty: the loss of %s can be negative, and ½e^{−s}L + ½s then has no"
                  + " lower bound; use fixed, linear, cosine or increase")
              .formatted(kind.name()));
    }
    if (uncertainty && rule.weight() == 0) {
      problems.add("weight = 0.0: schedule uncertainty wants a weight above 0 to begin with");
    }
    if (rule.end() < rule.begin()) {
      problems.add("end = %s: wants at least begin, %s".formatted(rule.end(), rule.begin()));
    }
    return problems.stream();
  }

  /**
   * Makes sure that a space has the level that is asked for.
   *
   * @param space names the space in the message
   * @param levels the names of its levels
   * @throws IllegalArgumentException if there is none of this name
   */
  public void checkLevel(String space, List<String> levels) {
    if (!isOfAll() && !levels.contains(level)) {
      List<String> known = Stream.concat(Stream.of(ALL_LEVELS), levels.stream()).toList();
      throw new IllegalArgumentException(
          "%s.level = %s: no such level of space %s%s"
              .formatted(path, level, space, Names.hint(level, known)));
    }
  }

  /**
   * Makes sure that a batch has no more pairs of concepts than memory and indices can hold.
   *
   * @param space names the space in the message
   * @param levels its levels
   * @param texts how many texts a step reads
   * @throws IllegalArgumentException if it has
   */
  public void checkPairs(String space, List<LevelSpec> levels, int texts) {
    Over over = regularizer.pairs();
    if (over == null) {
      return;
    }
    for (LevelSpec each : levels) {
      BigInteger pairs = over.pairs(texts, each.count());
      if (isOf(each.name()) && pairs.compareTo(BigInteger.valueOf(MOST_PAIRS)) > 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s.over = %s: compares %,d pairs of the concepts of %,d texts in space %s, but at"
                    + " most %,d can be; lower training.pairs, or compare over %s",
                path,
                over.word(),
                pairs,
                texts,
                space,
                MOST_PAIRS,
                over == Over.CONCEPTS ? "fewer concepts" : "concepts"));
      }
    }
  }

  /**
   * What reports call it.
   *
   * @return a name that no other regulariser of the config has
   */
  public String name() {
    return name;
  }

  boolean isOfAll() {
    return level.equals(ALL_LEVELS);
  }

  boolean isOf(String levelName) {
    return isOfAll() || level.equals(levelName);
  }

  WeightRule rule() {
    return rule;
  }

  Regularizer regularizer() {
    return regularizer;
  }
}
