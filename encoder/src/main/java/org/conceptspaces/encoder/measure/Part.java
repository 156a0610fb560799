package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.encoder.network.ModelPass;
import org.jspecify.annotations.Nullable;

/** What is read of the concepts of a space: all, or a part that was trained to tell texts alone. */
public sealed interface Part {

  /**
   * The parts that a space has besides the whole, small ones first.
   *
   * @param space the space
   * @return its coarsest levels, then its first dimensions
   */
  static List<Part> of(ConceptSpace space) {
    Stream<Part> levels = IntStream.range(1, space.levels().size()).mapToObj(Levels::new);
    Stream<Part> dimensions = space.nestedDimensions().stream().map(Dimensions::new);
    return Stream.concat(levels, dimensions).toList();
  }

  /**
   * What a metric of this part has behind its name.
   *
   * @return {@code _levels_1}, say
   */
  String suffix();

  /** The slots that may be used, as an encoder takes them; null for all. */
  default @Nullable List<NDArray> live(ModelPass pass, List<LevelSpec> levels, int texts) {
    return null;
  }

  /** What is read of concepts. */
  default ConceptSet read(ConceptSet concepts) {
    return concepts;
  }

  /** All concepts. */
  record All() implements Part {

    @Override
    public String suffix() {
      return "";
    }
  }

  /**
   * Levels, without the finer ones.
   *
   * @param count how many, the coarsest
   */
  record Levels(int count) implements Part {

    @Override
    public String suffix() {
      return "_levels_" + count;
    }

    /** Fine levels cut to one dead slot, coarse ones whole. */
    @Override
    public List<NDArray> live(ModelPass pass, List<LevelSpec> levels, int texts) {
      List<NDArray> live = new ArrayList<>();
      for (int i = 0; i < levels.size(); i++) {
        live.add(
            i < levels.size() - count
                ? pass.manager().zeros(new Shape(texts, 1), DataType.FLOAT32)
                : pass.manager().ones(new Shape(texts, levels.get(i).count()), DataType.FLOAT32));
      }
      return live;
    }
  }

  /**
   * Dimensions of all levels, without the later ones.
   *
   * @param count how many, the first
   */
  record Dimensions(int count) implements Part {

    @Override
    public String suffix() {
      return "_dimensions_" + count;
    }

    @Override
    public ConceptSet read(ConceptSet concepts) {
      return concepts.truncated(count);
    }
  }
}
