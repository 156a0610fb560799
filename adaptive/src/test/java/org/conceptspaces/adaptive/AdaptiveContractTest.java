package org.conceptspaces.adaptive;

import java.util.HashMap;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.SpaceProvider;
import org.conceptspaces.api.Values;
import org.conceptspaces.testkit.GeometryProviderContract;
import org.conceptspaces.testkit.SpaceProviderContract;
import org.junit.jupiter.api.Nested;

/** Both methods keep every law of a space; more spaces below it are tested with the encoder. */
class AdaptiveContractTest {

  /** Values for an adaptive space over flat concepts. */
  static Values over(int concepts, Map<String, Object> options) {
    SpaceConfig flat = GeometryProviderContract.config("flat", concepts, 2);
    Map<String, Object> all = new HashMap<>(Map.of("child", flat));
    all.putAll(options);
    return Values.of(all);
  }

  @Nested
  class OfPrefixes implements SpaceProviderContract {
    @Override
    public SpaceProvider provider() {
      return new AdaptiveProvider();
    }

    @Override
    public Values values() {
      return over(6, Map.of("minimum", 2));
    }
  }

  @Nested
  class OfPrefixesOnABudget implements SpaceProviderContract {
    @Override
    public SpaceProvider provider() {
      return new AdaptiveProvider();
    }

    @Override
    public Values values() {
      return over(3, Map.of("maximum", 6, "budget", 4.5));
    }
  }

  @Nested
  class OfGates implements SpaceProviderContract {
    @Override
    public SpaceProvider provider() {
      return new AdaptiveProvider();
    }

    @Override
    public Values values() {
      return over(6, Map.of("budget", 4.0, "method", "gates"));
    }
  }
}
