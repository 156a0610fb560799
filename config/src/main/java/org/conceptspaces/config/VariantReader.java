package org.conceptspaces.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conceptspaces.api.Values;
import org.conceptspaces.api.Variant;

/** Reads an item that names one of some variants, and gives the options of that one. */
final class VariantReader {

  private final ValuesReader values;
  private final Problems problems;
  private final String key;
  private final List<Variant> variants;

  VariantReader(ValuesReader values, Problems problems, String key, List<Variant> variants) {
    this.values = values;
    this.problems = problems;
    this.key = key;
    this.variants = variants;
  }

  /** The variant that an item has chosen, or empty if a problem was reported for all of it. */
  Optional<Object> read(Tree item, String path, int depth) {
    if (!(item instanceof Tree.Mapping mapping)) {
      problems.add(
          item.at(), path, "wants an item such as {" + key + ": NAME}, not " + item.shown());
      return Optional.empty();
    }
    return named(mapping, path)
        .map(
            variant -> {
              Map<String, Tree> entries =
                  values.entries(
                      mapping, path, ValuesReader.names(List.of(key), variant.options()));
              Values read = values.read(entries, variant.options(), mapping.at(), path, depth);
              return new Variant.Chosen(key, variant.name(), read);
            });
  }

  private Optional<Variant> named(Tree.Mapping mapping, String path) {
    String below = ValuesReader.below(path, key);
    List<String> names = variants.stream().map(Variant::name).toList();
    String known = "wants a name (" + String.join(", ", names) + ")";
    for (Tree.Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar written && written.text().equals(key)) {
        if (!(entry.value() instanceof Scalar name) || name.kind() != Scalar.Kind.TEXT) {
          problems.add(entry.value().at(), below, known + ", not " + entry.value().shown());
          return Optional.empty();
        }
        Optional<Variant> found =
            variants.stream().filter(variant -> variant.name().equals(name.text())).findFirst();
        if (found.isEmpty()) {
          problems.addValue(name, below, "no such " + key + Names.hint(name.text(), names));
        }
        return found;
      }
    }
    problems.add(mapping.at(), below, "is required: " + known);
    return Optional.empty();
  }
}
