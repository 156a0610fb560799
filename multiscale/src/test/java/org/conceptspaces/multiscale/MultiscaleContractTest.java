package org.conceptspaces.multiscale;

import static org.conceptspaces.multiscale.Fixture.child;
import static org.conceptspaces.multiscale.Fixture.levels;
import static org.conceptspaces.multiscale.Fixture.nested;

import java.util.List;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Plugin;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Values;
import org.conceptspaces.testkit.SpaceContract;
import org.conceptspaces.testkit.SpaceProviderContract;
import org.junit.jupiter.api.Nested;

/** Both spaces keep the laws of all, alone and inside each other. */
class MultiscaleContractTest {

  /** Three levels, each smaller than the one before. */
  @Nested
  class Levels implements SpaceProviderContract {
    @Override
    public SpaceProvider provider() {
      return new MultiscaleProvider();
    }

    @Override
    public Values values() {
      return levels(child("flat", 5, 4), child("flat", 3, 3), child("flat", 2, 2)).values();
    }
  }

  /** A curved level over a flat one. */
  @Nested
  class MixedLevels implements Composition {
    @Override
    public SpaceConfig config() {
      return levels(child("euclidean", 5, 4), child("poincare", 2, 3));
    }
  }

  /** Nothing to drop. */
  @Nested
  class OneLevel implements Composition {
    @Override
    public SpaceConfig config() {
      return levels(child("poincare", 4, 3));
    }
  }

  /** Dimensions within dimensions. */
  @Nested
  class Dimensions implements SpaceProviderContract {
    @Override
    public SpaceProvider provider() {
      return new MatryoshkaProvider();
    }

    @Override
    public Values values() {
      return nested(child("flat", 4, 4), 1, 2).values();
    }
  }

  /** Dimensions within dimensions of a curved space. */
  @Nested
  class DimensionsOfABall implements Composition {
    @Override
    public SpaceConfig config() {
      return nested(child("poincare", 4, 4), 1, 3);
    }
  }

  /** Dimensions of all levels, some of which have fewer. */
  @Nested
  class DimensionsOfLevels implements Composition {
    @Override
    public SpaceConfig config() {
      return nested(levels(child("flat", 5, 2), child("poincare", 3, 4)), 1, 3);
    }
  }

  /** A level whose dimensions are nested. */
  @Nested
  class LevelOfDimensions implements Composition {
    @Override
    public SpaceConfig config() {
      return levels(nested(child("flat", 5, 4), 2), child("poincare", 2, 3));
    }
  }

  /** A space from a config, among others that are installed. */
  interface Composition extends SpaceContract {
    SpaceConfig config();

    @Override
    default List<Plugin> plugins() {
      return Fixture.plugins();
    }

    @Override
    default ConceptSpace space(SpaceContext context) {
      return context.child("space", config());
    }
  }
}
