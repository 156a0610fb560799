package org.conceptspaces.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.jspecify.annotations.Nullable;

/**
 * Reads configs and checks them as a whole: sections, seeds, and the tree of spaces with the
 * options of each plugin. All problems are told at once, each by its path.
 *
 * <p>Files are YAML: plain values follow the core schema of YAML 1.2, anchors, aliases and {@code
 * <<} work within limits, tags are refused. Whole numbers are written without point or exponent; a
 * number may be written as a whole number.
 */
public final class ConfigReader {

  /**
   * The key of the seeds: a list of distinct whole numbers from 0 to 2³¹−1, {@code [1]} if none.
   */
  public static final String SEEDS = "seeds";

  /** The key of the spaces: a list, required. */
  public static final String SPACES = "spaces";

  private static final Option<List<Integer>> SEEDS_OPTION =
      Option.integers(
          SEEDS, List.of(1), Range.between(0, Integer.MAX_VALUE), "The seeds of the runs.");
  private static final Option<List<SpaceConfig>> SPACES_OPTION =
      Option.spaces(SPACES, "The spaces to train.");

  private final Plugins plugins;
  private final List<Section> sections;
  private final List<Option<?>> options;
  private final List<Option<?>> conditions;

  /**
   * A reader of configs without options at the top level.
   *
   * @param plugins the spaces that configs can name
   * @param sections what else they can hold
   * @throws IllegalArgumentException if two sections have the same name
   */
  public ConfigReader(Plugins plugins, List<Section> sections) {
    this(plugins, sections, List.of(), List.of());
  }

  /**
   * A reader of configs.
   *
   * @param plugins the spaces that configs can name
   * @param sections what else they can hold
   * @param options options at the top level, beside sections
   * @param conditions options there that ask something of the results: no part of a config's hash
   * @throws IllegalArgumentException if two sections or options have the same name
   */
  public ConfigReader(
      Plugins plugins,
      List<Section> sections,
      List<Option<?>> options,
      List<Option<?>> conditions) {
    this.plugins = plugins;
    this.sections = List.copyOf(sections);
    this.options = List.copyOf(options);
    this.conditions = List.copyOf(conditions);
    if (known().stream().distinct().count() < known().size()) {
      throw new IllegalArgumentException("two sections or options have the same name: " + known());
    }
    List<String> problems = new ArrayList<>(OptionChecks.problems(options, List.of()));
    problems.addAll(OptionChecks.problems(conditions, List.of()));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  /**
   * Reads a file of at most 256 KiB.
   *
   * @param file a YAML file in UTF-8
   * @return the config
   * @throws ConfigException with all that is wrong with it
   */
  public Config read(Path file) {
    return read(YamlTree.read(text(file), file.toString()), file, file.toString());
  }

  /**
   * Reads a text.
   *
   * @param yaml the text
   * @param source what it is, for messages
   * @return the config, without a file
   * @throws ConfigException with all that is wrong with it
   */
  public Config read(String yaml, String source) {
    return read(YamlTree.read(yaml, source), null, source);
  }

  /**
   * Reads what {@link Config#toMap} gave, stored as JSON in between perhaps. A number that is whole
   * counts as a whole number of either kind, as JSON does not tell them apart.
   *
   * @param map the map
   * @param source what it is, for messages
   * @return the config, without a file
   * @throws ConfigException with all that is wrong with it
   */
  public Config fromMap(Map<String, ?> map, String source) {
    return read(tree(map, source), null, source);
  }

  /**
   * Checks a space that a program made, and fills in its defaults.
   *
   * @param space the space
   * @return the same, with the values of all its options
   * @throws ConfigException with all that is wrong with it
   */
  public SpaceConfig complete(SpaceConfig space) {
    Problems problems = new Problems();
    SpaceConfig read =
        new SpaceReader(plugins, problems)
            .space((Tree.Mapping) tree(Plain.of(space), "space"), "space", 1);
    List<String> wrong = problems.sorted();
    if (read == null || !wrong.isEmpty()) {
      throw new ConfigException("", wrong, null);
    }
    return read;
  }

  private Config read(@Nullable Tree root, @Nullable Path file, String source) {
    if (root == null) {
      throw new ConfigException(
          source, List.of("is empty: wants at least spaces: [{space: NAME}]"), null);
    }
    if (!(root instanceof Tree.Mapping mapping)) {
      throw new ConfigException(
          source,
          List.of("wants a mapping such as spaces: [{space: NAME}], not " + root.shown()),
          null);
    }
    Problems problems = new Problems();
    SpaceReader reader = new SpaceReader(plugins, problems);
    Map<String, Tree> entries = reader.values().entries(mapping, "", known());
    Map<String, Values> read = new LinkedHashMap<>();
    for (Section section : sections) {
      read.put(section.name(), section(section, entries.get(section.name()), root, reader));
    }
    Values own = reader.values().read(entries, options, root.at(), "", 0);
    Values asked = reader.values().read(entries, conditions, root.at(), "", 0);
    Values top =
        reader.values().read(entries, List.of(SEEDS_OPTION, SPACES_OPTION), root.at(), "", 0);
    checkDistinct(entries.get(SEEDS), top, problems);
    List<String> wrong = problems.sorted();
    if (!wrong.isEmpty()) {
      throw new ConfigException(source, wrong, null);
    }
    return new Config(
        file,
        read,
        changed(own, options),
        changed(asked, conditions),
        top.get(SEEDS_OPTION),
        top.get(SPACES_OPTION));
  }

  /** Without defaults, so that a config that says nothing of an option keeps its hash. */
  private static Values changed(Values own, List<Option<?>> options) {
    Map<String, Object> changed = new LinkedHashMap<>(own.asMap());
    options.forEach(option -> changed.remove(option.name(), option.defaultValue()));
    return Values.of(changed);
  }

  private List<String> known() {
    return Stream.of(
            sections.stream().map(Section::name),
            options.stream().map(Option::name),
            conditions.stream().map(Option::name),
            Stream.of(SEEDS, SPACES))
        .flatMap(names -> names)
        .toList();
  }

  private static Values section(
      Section section, @Nullable Tree written, Tree root, SpaceReader reader) {
    String name = section.name();
    if (written == null) {
      return reader.values().read(Map.of(), section.options(), root.at(), name, 0);
    }
    if (!(written instanceof Tree.Mapping mapping)) {
      String names = String.join(", ", ValuesReader.names(List.of(), section.options()));
      reader
          .problems()
          .add(written.at(), name, "wants a mapping with " + names + ", not " + written.shown());
      return Plain.NONE;
    }
    Map<String, Tree> entries =
        reader.values().entries(mapping, name, ValuesReader.names(List.of(), section.options()));
    return reader.values().read(entries, section.options(), mapping.at(), name, 0);
  }

  private static void checkDistinct(@Nullable Tree written, Values top, Problems problems) {
    if (written instanceof Tree.Sequence list && top.asMap().containsKey(SEEDS)) {
      List<Integer> seeds = top.get(SEEDS_OPTION);
      for (int i = 0; i < seeds.size(); i++) {
        int first = seeds.indexOf(seeds.get(i));
        if (first < i) {
          problems.add(
              list.items().get(i).at(),
              SEEDS + "[" + i + "]",
              "is " + seeds.get(i) + " again, as " + SEEDS + "[" + first + "]");
        }
      }
    }
  }

  private static Tree tree(Map<String, ?> map, String source) {
    try {
      return MapTree.of(map);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(source, List.of(String.valueOf(e.getMessage())), e);
    }
  }

  private static String text(Path file) {
    String name = file.toString();
    if (name.isEmpty()) {
      throw new ConfigException("the config", List.of("its name is empty; name a file"), null);
    }
    if (!Files.exists(file)) {
      throw new ConfigException(name, List.of("no such file"), null);
    }
    if (Files.isDirectory(file)) {
      throw new ConfigException(name, List.of("is a directory, not a file"), null);
    }
    // What is no file on disk, a pipe say, does not tell its size; it may have no end.
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(YamlTree.LONGEST + 1);
      if (bytes.length > YamlTree.LONGEST) {
        throw new ConfigException(name, List.of("is larger than 256 KiB: no config"), null);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ConfigException(name, List.of("is not a text in UTF-8"), e);
    } catch (IOException e) {
      throw new ConfigException(name, List.of("cannot be read: " + Discovery.reason(e)), e);
    }
  }
}
