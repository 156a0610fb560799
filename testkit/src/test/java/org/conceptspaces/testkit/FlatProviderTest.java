package org.conceptspaces.testkit;

import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.SpaceContext;

/** The kit's own provider and the space of its name keep all laws. */
class FlatProviderTest implements GeometryProviderContract, SpaceContract {

  @Override
  public GeometryProvider provider() {
    return new FlatProvider();
  }

  @Override
  public ConceptSpace space(SpaceContext context) {
    return context.child("child", GeometryProviderContract.config("flat", 4, 3));
  }
}
