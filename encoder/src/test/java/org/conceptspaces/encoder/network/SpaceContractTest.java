package org.conceptspaces.encoder.network;

import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.SpaceContext;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.testkit.SpaceContract;
import org.conceptspaces.testkit.SpaceHarness;
import org.junit.jupiter.api.Nested;

/** The laws of every concept space, with the encoder's own context. */
class SpaceContractTest {

  private static final Plugins PLUGINS = Spaces.plugins();

  /** One of the small models' spaces. */
  private interface InTheEncoder extends SpaceContract {

    Spaces spaces();

    @Override
    default ConceptSpace space(SpaceContext context) {
      return EncoderHarness.build(context, spaces().config(PLUGINS));
    }

    @Override
    default SpaceHarness harness(long seed) {
      return new EncoderHarness(device(), seed, spaces().shape(), PLUGINS);
    }
  }

  @Nested
  class Euclidean implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.EUCLIDEAN;
    }
  }

  @Nested
  class Poincare implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.POINCARE;
    }
  }

  @Nested
  class LearnedCurvature implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.LEARNED_CURVATURE;
    }
  }

  @Nested
  class ScoredByDotProducts implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.DOT;
    }
  }

  @Nested
  class Adaptive implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.ADAPTIVE;
    }
  }

  @Nested
  class Gates implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.GATES;
    }
  }

  @Nested
  class Multiscale implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.MULTISCALE;
    }
  }

  @Nested
  class Matryoshka implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.MATRYOSHKA;
    }
  }

  /** One budget for all levels, the coarse ones first. */
  @Nested
  class AdaptiveOverLevels implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.ADAPTIVE_OVER_LEVELS;
    }
  }

  /** Levels that each decide on their own counts. */
  @Nested
  class AdaptiveAsLevels implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.ADAPTIVE_AS_LEVELS;
    }
  }

  @Nested
  class AdaptiveOverDimensions implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.ADAPTIVE_OVER_DIMENSIONS;
    }
  }

  @Nested
  class DimensionsOfAdaptive implements InTheEncoder {
    @Override
    public Spaces spaces() {
      return Spaces.DIMENSIONS_OF_ADAPTIVE;
    }
  }
}
