package org.conceptspaces.testkit;

import ai.djl.Device;
import java.util.List;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.Plugin;
import org.conceptspaces.api.SpaceContext;

/** What the laws of concept spaces need to know about the space under test. */
public interface SpaceFixture {

  /**
   * Builds the space under test.
   *
   * @param context what to build it from
   * @return the space
   */
  ConceptSpace space(SpaceContext context);

  /**
   * The providers that the space's children may come from, beside {@code flat}, which needs no
   * options and takes {@code concepts} and {@code dimension}.
   *
   * @return none unless overridden
   */
  default List<Plugin> plugins() {
    return List.of();
  }

  /**
   * What the space is built with. Override it to run the laws with an encoder's own context.
   *
   * @param seed what parameters are drawn from
   * @return a harness, closed by the caller
   */
  default SpaceHarness harness(long seed) {
    return new StandaloneContext(device(), seed, 8, plugins());
  }

  /**
   * Where to compute.
   *
   * @return the device that the system property {@code concepts.device} names, the CPU by default
   */
  default Device device() {
    return Devices.fromProperty();
  }

  /**
   * How far coordinates may differ between ways to compute the same concepts, relative to their
   * size or to 1 if that is less.
   *
   * @return 1e-5 unless overridden
   */
  default double spaceTolerance() {
    return 1e-5;
  }

  /**
   * Whether the concepts of a level see each other, as those of {@link SpaceContext#level} do. Then
   * the ones that are live must come out otherwise when others are dead: that tells liveness that
   * is known before attention from a mask put over the result.
   *
   * @return true unless overridden
   */
  default boolean conceptsSeeEachOther() {
    return true;
  }
}
