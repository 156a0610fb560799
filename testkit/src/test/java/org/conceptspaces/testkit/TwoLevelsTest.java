package org.conceptspaces.testkit;

import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.SpaceContext;

/** Two levels of different count, dimension and geometry keep the laws of spaces. */
class TwoLevelsTest implements SpaceContract {

  @Override
  public ConceptSpace space(SpaceContext context) {
    return new TwoLevels(
        context,
        new LevelSpec("fine", 5, 4, new FlatGeometry()),
        new LevelSpec("coarse", 2, 3, new Sphere()));
  }
}
