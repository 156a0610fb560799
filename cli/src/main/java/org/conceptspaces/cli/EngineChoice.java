package org.conceptspaces.cli;

import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.embedding.EmbeddingOptions;
import org.conceptspaces.taxonomy.embedding.NodeEngine;
import org.conceptspaces.taxonomy.embedding.PairEngine;
import org.conceptspaces.taxonomy.embedding.TensorEngine;
import org.conceptspaces.taxonomy.embedding.TensorOptions;

/** Which engine trains nodes in the geometry that a config names, on which device. */
final class EngineChoice {

  private final Plugins plugins;
  private final EmbeddingConfig config;
  private final int threads;
  private final DeviceChoice device;
  private final EmbeddingOptions options;
  private final boolean tensors;

  /**
   * Chooses.
   *
   * @throws UserException if the engine that the user names cannot do it, or the device is not
   *     there
   */
  EngineChoice(
      Plugins plugins, EmbeddingConfig config, int nodes, int threads, DeviceChoice device) {
    this.plugins = plugins;
    this.config = config;
    this.threads = threads;
    this.device = device;
    Parameters learned = new Parameters();
    Geometry geometry = plugins.create(config.space(), learned);
    options = config.training(nodes, geometry.sectionalCurvature() == 0);
    tensors = tensors(geometry, learned.count() > 0);
    if (tensors && device.isNamed()) {
      Threads.share(1);
      device.device();
    }
  }

  private boolean tensors(Geometry geometry, boolean learns) {
    boolean can = PairGradients.of(geometry).isPresent() && !learns && !device.mayBeGpu();
    if (options.engine() == EmbeddingOptions.Engine.PAIRS && !can) {
      throw new UserException(
          "--option engine=pairs: "
              + (learns
                  ? "learns nothing of the geometry, as " + config.space().space() + " asks for"
                  : device.mayBeGpu()
                      ? "works on the CPU, not on " + device.name()
                      : config.space().space() + " offers no gradients of pairs")
              + "; leave the engine to be chosen, or use engine=tensor");
    }
    return options.engine() == EmbeddingOptions.Engine.TENSOR || !can;
  }

  /** How to train. */
  EmbeddingOptions options() {
    return options;
  }

  /** As results have it. */
  String name() {
    return tensors ? "tensor" : "pairs";
  }

  /** As progress has it. */
  String means() {
    return tensors ? "tensors" : threads + " threads";
  }

  /** What the bits of a training depend on. */
  String key() {
    return tensors ? "tensors on " + device.name() : threads + " threads";
  }

  /** The engine with its points at their start. */
  NodeEngine engine(Hierarchy hierarchy, RelatedPairs pairs, int seed) {
    double[][] tangents = options.start().tangents(hierarchy, config.dimension(), seed);
    if (tensors) {
      Threads.share(1);
      return new TensorEngine(
          scope -> plugins.create(config.space(), scope),
          pairs,
          options.objective(),
          tangents,
          seed,
          new TensorOptions(device.device(), options.batch()));
    }
    PairGradients geometry =
        PairGradients.of(plugins.create(config.space(), new Parameters())).orElseThrow();
    return new PairEngine(
        geometry.pairs(config.dimension()), pairs, options.objective(), tangents, seed, threads);
  }
}
