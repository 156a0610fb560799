package org.conceptspaces.multiscale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceChecks;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Values;
import org.conceptspaces.api.layer.Linear;
import org.jspecify.annotations.Nullable;

/** Provides {@code multiscale}. */
public final class MultiscaleProvider implements SpaceProvider {

  private static final String NAME = "multiscale";

  /** The levels. */
  public static final Option<List<SpaceConfig>> LEVELS =
      new Option<>(
          "levels",
          new Option.Spaces(),
          List.of(flat(256, 64), flat(64, 128), flat(16, 256)),
          "The spaces, fine to coarse, of one level each; each reads the text and the one before.");

  /** How often training leaves fine levels out. */
  public static final Option<Double> LEVEL_DROPOUT =
      Option.number(
          "levelDropout",
          0.5,
          Range.between(0, 1),
          "The share of training texts that keep their coarsest levels only, of a random number.");

  /** The level that stands for a text. */
  public static final Option<String> SUMMARY =
      Option.text(
          "summary",
          LevelNames.COARSE,
          "The level whose pooled concepts stand for a text: fine, level1, level2, ... or coarse.");

  /** For {@link java.util.ServiceLoader}. */
  public MultiscaleProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Levels from fine to coarse, a space each; the coarse ones decode without the fine.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(LEVELS, LEVEL_DROPOUT, SUMMARY);
  }

  private static SpaceConfig flat(int concepts, int dimension) {
    return new SpaceConfig(
        "euclidean", Values.of(Map.of("concepts", concepts, "dimension", dimension)));
  }

  @Override
  public void check(Values values, SpaceChecks checks) {
    List<SpaceConfig> levels = values.get(LEVELS);
    for (int i = 0; i < levels.size(); i++) {
      String path = "levels[" + i + "]";
      levels
          .get(i)
          .find(NAME)
          .ifPresent(
              below ->
                  checks.problem(
                      path + below,
                      "a level cannot have levels of its own: list these among the levels around"));
    }
    String summary = values.get(SUMMARY);
    List<String> names = LevelNames.of(levels.size());
    int index = names.indexOf(summary);
    if (index < 0) {
      checks.problem(
          SUMMARY.name(), "wants one of " + String.join(", ", names) + ", not " + summary);
    } else if (index == 0 && levels.size() > 1 && values.get(LEVEL_DROPOUT) > 0) {
      checks.problem(
          SUMMARY.name(),
          "is fine, which training leaves out at times, and then nothing would stand for a text:"
              + " add levelDropout: 0, or name a coarser level");
    }
  }

  @Override
  public ConceptSpace create(Values values, SpaceContext context) {
    check(
        values,
        (path, message) -> {
          throw new IllegalArgumentException(NAME + ": " + path + ": " + message);
        });
    List<SpaceConfig> levels = values.get(LEVELS);
    List<String> names = LevelNames.of(levels.size());
    List<Scale> scales = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      ConceptSpace child = context.child("level" + i, levels.get(i));
      @Nullable Linear link =
          i == 0 ? null : new Linear(context.in("link" + i), context.hidden(), context.hidden());
      scales.add(new Scale(child, only(child, i, levels.get(i)).withName(names.get(i)), link));
    }
    int summary = names.indexOf(values.get(SUMMARY));
    // Every text keeps the level that stands for it.
    LevelDropout dropout = new LevelDropout(values.get(LEVEL_DROPOUT), levels.size() - summary);
    return new MultiscaleSpace(List.copyOf(scales), summary, dropout);
  }

  private static LevelSpec only(ConceptSpace child, int index, SpaceConfig config) {
    List<LevelSpec> specs = child.levels();
    if (specs.size() != 1) {
      throw new IllegalArgumentException(
          "%s: levels[%d]: %s has %d levels (%s); a level wants a space of one"
              .formatted(
                  NAME,
                  index,
                  config.space(),
                  specs.size(),
                  String.join(", ", specs.stream().map(LevelSpec::name).toList())));
    }
    return specs.get(0);
  }
}
