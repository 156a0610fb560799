package org.conceptspaces.testkit;

import java.util.List;
import java.util.ServiceLoader;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;

/**
 * All laws of a {@link SpaceProvider} and of the space it makes. Give {@link #values()} if options
 * are required, a child say, and {@link #plugins()} if children shall come from other providers.
 */
public interface SpaceProviderContract extends ProviderContract, SpaceContract {

  @Override
  SpaceProvider provider();

  @Override
  default List<Class<?>> registered() {
    return ServiceLoader.load(SpaceProvider.class).stream()
        .<Class<?>>map(ServiceLoader.Provider::type)
        .toList();
  }

  @Override
  default ConceptSpace space(SpaceContext context) {
    return provider().create(values(), context);
  }
}
