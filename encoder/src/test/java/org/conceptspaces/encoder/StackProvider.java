package org.conceptspaces.encoder;

import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.api.Values;

/** Two spaces of one level each, side by side: what no space of ours ships yet. */
public final class StackProvider implements SpaceProvider {

  private static final Option<SpaceConfig> FINE = Option.space("fine", "the fine level");
  private static final Option<SpaceConfig> COARSE = Option.space("coarse", "the coarse level");

  @Override
  public String name() {
    return "stack";
  }

  @Override
  public String description() {
    return "Two spaces side by side.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FINE, COARSE);
  }

  @Override
  public ConceptSpace create(Values values, SpaceContext context) {
    return new Stack(
        List.of("fine", "coarse"),
        List.of(
            context.child("fine", values.get(FINE)), context.child("coarse", values.get(COARSE))));
  }

  private record Stack(List<String> names, List<ConceptSpace> children) implements ConceptSpace {

    @Override
    public List<LevelSpec> levels() {
      List<LevelSpec> specs = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        specs.add(children.get(i).levels().get(0).withName(names.get(i)));
      }
      return specs;
    }

    @Override
    public ConceptSet encode(Pass pass, Tokens tokens) {
      List<Level> levels = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        Level level = children.get(i).encode(pass, tokens.only(i)).summary();
        levels.add(level.withSpec(level.spec().withName(names.get(i))));
      }
      return new ConceptSet(levels);
    }
  }
}
