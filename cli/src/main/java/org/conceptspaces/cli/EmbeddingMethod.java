package org.conceptspaces.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.conceptspaces.api.Option;
import org.conceptspaces.config.Section;
import org.conceptspaces.taxonomy.embedding.EmbeddingOptions;

/** How points are found, and which options that has. */
enum EmbeddingMethod {
  /** By training, in any geometry. */
  train,
  /** Sarkar's construction of a tree, in the ball. */
  sarkar,
  /** Hyperbolic multidimensional scaling, in the ball. */
  hmds;

  private static final Section TRAINING = new Section("training", EmbeddingOptions.ALL);
  private static final Section TREE = new Section("sarkar", ConstructionOptions.SARKAR);
  private static final Section SCALING = new Section("hmds", ConstructionOptions.SCALING);

  /** Its options, as a part of a config. */
  Section section() {
    return switch (this) {
      case train -> TRAINING;
      case sarkar -> TREE;
      case hmds -> SCALING;
    };
  }

  /** Whether points are computed, not learned. */
  boolean constructs() {
    return this != train;
  }

  /** One of its own options. */
  Optional<Option<?>> option(String name) {
    return section().options().stream()
        .<Option<?>>map(option -> option)
        .filter(option -> option.name().equals(name))
        .findFirst();
  }

  /** The names of its own options. */
  List<String> options() {
    return section().options().stream().<String>map(Option::name).toList();
  }

  /** The method that has an option, if any has. */
  static Optional<EmbeddingMethod> having(String option) {
    return Arrays.stream(values()).filter(method -> method.option(option).isPresent()).findFirst();
  }
}
