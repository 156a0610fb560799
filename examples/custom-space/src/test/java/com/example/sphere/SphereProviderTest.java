package com.example.sphere;

import java.util.List;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.GeometryProvider;
import org.conceptspaces.api.Plugin;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.testkit.GeometryProviderContract;
import org.conceptspaces.testkit.SpaceContract;

/** Configs find the sphere, and the space of its name keeps every law of a space. */
class SphereProviderTest implements GeometryProviderContract, SpaceContract {

  @Override
  public GeometryProvider provider() {
    return new SphereProvider();
  }

  @Override
  public ConceptSpace space(SpaceContext context) {
    return context.child("sphere", GeometryProviderContract.config("sphere", 4, 3));
  }

  @Override
  public List<Plugin> plugins() {
    return List.of(provider());
  }
}
