package org.conceptspaces.multiscale;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Range;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.Values;
import org.conceptspaces.testkit.FlatGeometry;

/** Spaces that attend by a rule which a test can foretell, have a term, and tell what they saw. */
final class Ruled implements SpaceProvider {

  static final int HEADS = 2;

  private static final Option<Integer> CONCEPTS =
      Option.integer("concepts", 1, Range.atLeast(1), "how many");

  private float[] mask = {};
  private float[] information = {};

  /** The token mask that was seen last, of whichever space of this provider. */
  float[] mask() {
    return mask;
  }

  /** The information that came with it. */
  float[] information() {
    return information;
  }

  /** Where a concept looks: positive, of sum 1, other for each. */
  static double[] row(int text, int head, int concept, int columns) {
    double[] row = new double[columns];
    Arrays.setAll(row, t -> 1 + (7 * text + 5 * head + 3 * concept + t * t) % 11);
    double sum = DoubleStream.of(row).sum();
    return DoubleStream.of(row).map(x -> x / sum).toArray();
  }

  @Override
  public String name() {
    return "ruled";
  }

  @Override
  public String description() {
    return "Attention by rule.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(CONCEPTS);
  }

  @Override
  public ConceptSpace create(Values values, SpaceContext context) {
    return new Space(
        new LevelSpec("ruled", values.get(CONCEPTS), 2, new FlatGeometry()), context.hidden());
  }

  private final class Space implements ConceptSpace {

    private final LevelSpec spec;
    private final int hidden;

    Space(LevelSpec spec, int hidden) {
      this.spec = spec;
      this.hidden = hidden;
    }

    @Override
    public List<LevelSpec> levels() {
      return List.of(spec);
    }

    @Override
    public ConceptSet encode(Pass pass, Tokens tokens) {
      mask = tokens.mask().toFloatArray();
      information = tokens.information().toFloatArray();
      int count = spec.count();
      Shape shape = tokens.mask().getShape();
      Shape slots = new Shape(shape.get(0), count);
      NDArray live = tokens.live() == null ? pass.manager().ones(slots) : tokens.live().get(0);
      Level level =
          new Level(
              spec,
              spec.geometry().bind(pass),
              pass.manager().zeros(slots.add(2), spec.geometry().type()),
              live,
              attention(pass, shape),
              pass.manager().ones(slots.add(hidden)));
      return new ConceptSet(List.of(level), 0, List.of(new Term("ruled", NDArray::sum)));
    }

    private NDArray attention(Pass pass, Shape shape) {
      int columns = Math.toIntExact(shape.get(1));
      Shape all = new Shape(shape.get(0), HEADS, spec.count(), columns);
      float[] attention = new float[Math.toIntExact(all.size())];
      for (int i = 0; i < attention.length; i++) {
        int row = i / columns;
        int head = row / spec.count() % HEADS;
        int text = row / spec.count() / HEADS;
        attention[i] = (float) row(text, head, row % spec.count(), columns)[i % columns];
      }
      return pass.manager().create(attention, all);
    }
  }
}
