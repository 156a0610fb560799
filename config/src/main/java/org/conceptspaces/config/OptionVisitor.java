package org.conceptspaces.config;

import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.Variant;

/**
 * Something to do for each type of option.
 *
 * @param <R> what comes out
 */
interface OptionVisitor<R> {

  R wholeNumber(Range range);

  R realNumber(Range range);

  R flag();

  R text();

  R choice(List<String> words);

  R space();

  R spaces();

  R geometries(List<Option<?>> beside);

  R wholeNumbers(Range range);

  R texts();

  R recipes(String key, List<Variant> variants);

  /** Does it for a type: the one place that tells types apart. */
  static <R> R visit(Option.Type<?> type, OptionVisitor<R> visitor) {
    if (type instanceof Option.WholeNumber whole) {
      return visitor.wholeNumber(whole.range());
    } else if (type instanceof Option.RealNumber real) {
      return visitor.realNumber(real.range());
    } else if (type instanceof Option.Flag) {
      return visitor.flag();
    } else if (type instanceof Option.Text) {
      return visitor.text();
    } else if (type instanceof Option.Choice choice) {
      return visitor.choice(choice.words());
    } else if (type instanceof Option.Space) {
      return visitor.space();
    } else if (type instanceof Option.Spaces) {
      return visitor.spaces();
    } else if (type instanceof Option.Geometries geometries) {
      return visitor.geometries(geometries.beside());
    } else if (type instanceof Option.WholeNumbers wholes) {
      return visitor.wholeNumbers(wholes.range());
    } else if (type instanceof Option.Texts) {
      return visitor.texts();
    } else if (type instanceof Option.Recipes named) {
      return visitor.recipes(named.key(), named.variants());
    }
    throw new IllegalStateException("unknown type of option " + type);
  }
}
