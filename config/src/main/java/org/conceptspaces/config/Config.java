package org.conceptspaces.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.jspecify.annotations.Nullable;

/**
 * A config as {@link ConfigReader} gives it: checked, with every default filled in.
 *
 * @param file the file it was read from, or null if it came from elsewhere
 * @param sections the values of each section, by its name, in the order of the reader's sections
 * @param options the values of the reader's options at the top level
 * @param conditions the values of options at the top level that ask something of the results
 * @param seeds the seeds, distinct, at least one
 * @param spaces the spaces to train, at least one
 */
public record Config(
    @Nullable Path file,
    Map<String, Values> sections,
    Values options,
    Values conditions,
    List<Integer> seeds,
    List<SpaceConfig> spaces) {

  /** Copies what it is given. */
  public Config {
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    seeds = List.copyOf(seeds);
    spaces = List.copyOf(spaces);
  }

  /**
   * The values of a section.
   *
   * @param name its name
   * @return its values
   * @throws IllegalArgumentException if the reader had no such section
   */
  public Values section(String name) {
    Values values = sections.get(name);
    if (values == null) {
      throw new IllegalArgumentException("no section " + name + " among " + sections.keySet());
    }
    return values;
  }

  /**
   * A hash of the values: the same for configs that mean the same, whatever their comments, the
   * order of their keys, and whether they write defaults out. {@link #conditions} are left out:
   * what is asked of results changes none of them.
   *
   * @return the first 16 hexadecimal digits of the SHA-256 of their canonical JSON
   */
  public String hash() {
    Map<String, Object> hashed = toMap();
    hashed.keySet().removeAll(conditions.asMap().keySet());
    return CanonicalJson.hash(hashed);
  }

  /**
   * The values as plain maps, lists, texts, numbers and flags, ready for JSON; {@link
   * ConfigReader#fromMap} reads them back.
   *
   * @return a new map, with the sections' names, those of options and conditions that differ from
   *     their defaults, {@code seeds} and {@code spaces} as keys
   */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    sections.forEach((name, values) -> map.put(name, Plain.of(values)));
    options.asMap().forEach((name, value) -> map.put(name, Plain.of(value)));
    conditions.asMap().forEach((name, value) -> map.put(name, Plain.of(value)));
    map.put(ConfigReader.SEEDS, seeds);
    map.put(ConfigReader.SPACES, spaces.stream().map(Plain::of).toList());
    return map;
  }

  /**
   * The options of a space as plain maps, lists, texts, numbers and flags, ready for JSON.
   *
   * @param space the space
   * @return a new map by option names
   */
  public static Map<String, Object> options(SpaceConfig space) {
    return Plain.of(space.values());
  }
}
