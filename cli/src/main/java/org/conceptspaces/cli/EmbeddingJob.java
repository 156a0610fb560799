package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.experiment.TaxonomyMap;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.embedding.DivergedException;
import org.conceptspaces.taxonomy.embedding.EmbeddingOptions;
import org.conceptspaces.taxonomy.embedding.NodeEngine;
import org.conceptspaces.taxonomy.embedding.NodeTraining;
import org.conceptspaces.taxonomy.embedding.TensorEngine;
import org.conceptspaces.taxonomy.sampling.HoldOut;
import org.jspecify.annotations.Nullable;

/** A training of nodes, from its start or its checkpoint to its figures. */
final class EmbeddingJob {

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final int WIDEST_EXCESS = 16;

  /** Beside the engine's state. */
  private static final String LOSSES = "losses of epochs";

  private final List<Double> losses = new ArrayList<>();
  private final Plugins plugins;
  private final EmbeddingConfig config;
  private final NamedHierarchy hierarchy;
  private final int seed;
  private final int threads;
  private final DeviceChoice device;
  private final EngineChoice engines;
  private final EmbeddingOptions options;
  private final @Nullable LinkPrediction links;
  private final RelatedPairs pairs;
  private final String key;

  private EmbeddingJob(
      Plugins plugins,
      EmbeddingConfig config,
      NamedHierarchy hierarchy,
      @Nullable HoldOut holdOut,
      int seed,
      int threads,
      DeviceChoice device) {
    this.plugins = plugins;
    this.config = config;
    this.hierarchy = hierarchy;
    this.seed = seed;
    this.threads = threads;
    this.device = device;
    this.engines = new EngineChoice(plugins, config, hierarchy.hierarchy().size(), threads, device);
    this.options = engines.options();
    checkNodes();
    this.links = holdOut == null ? null : LinkPrediction.of(hierarchy, holdOut);
    this.pairs = options.pairs(links == null ? hierarchy : links.known(hierarchy));
    this.key = key(holdOut);
  }

  static EmbeddingJob open(
      Plugins plugins,
      EmbeddingConfig config,
      NamedHierarchy hierarchy,
      @Nullable HoldOut holdOut,
      int seed,
      int threads,
      DeviceChoice device) {
    return new EmbeddingJob(plugins, config, hierarchy, holdOut, seed, threads, device);
  }

  /** What would else be found out in the middle, or at the end. */
  private void checkNodes() {
    int nodes = hierarchy.hierarchy().size();
    // a geometry may have a few coordinates more than dimensions
    if ((long) nodes * (config.dimension() + WIDEST_EXCESS) > LARGEST_ARRAY) {
      throw new UserException(
          "--dimension %d: %d nodes have room for %d dimensions at most"
              .formatted(config.dimension(), nodes, LARGEST_ARRAY / nodes - WIDEST_EXCESS));
    }
    for (String id : hierarchy.hierarchy().ids()) {
      if (id.indexOf('\n') >= 0 || id.indexOf('\r') >= 0) {
        throw new UserException(
            "%s: the id %s has a line end, and points are written with an id on each line; rename the node"
                .formatted(hierarchy.name(), DataException.quote(id)));
      }
    }
  }

  /**
   * Trains, writing checkpoints, and measures.
   *
   * @param folder where checkpoints are, claimed
   * @param pause how many seconds to train between checkpoints, at least
   * @param err for progress
   * @param stop asked between epochs
   */
  EmbeddingOutcome run(Path folder, double pause, PrintWriter err, StopRequest stop) {
    EmbeddingCheckpoint from = EmbeddingCheckpoint.read(folder);
    if (from != null && !from.key().equals(key)) {
      throw new UserException(
          "--resume "
              + folder
              + ": its training had other settings, data, seed or threads ("
              + from.key()
              + "), not "
              + key
              + "; give those, or name another folder");
    }
    err.printf(
        "%s: %d nodes, %d pairs; %s of dimension %d, %s, into %s%s%n",
        hierarchy.name(),
        hierarchy.hierarchy().size(),
        pairs.pairs(),
        config.space().space(),
        config.dimension(),
        "by " + engines.means(),
        folder,
        from == null ? "" : ", from epoch " + from.epochs());
    try (NodeEngine engine = engines.engine(hierarchy.hierarchy(), pairs, seed)) {
      if (from != null) {
        Map<String, double[]> state = new TreeMap<>(from.state());
        double[] before = state.remove(LOSSES);
        Arrays.stream(before == null ? new double[0] : before).forEach(losses::add);
        engine.restore(state);
      }
      double seconds = train(engine, from, folder, pause, err, stop);
      return outcome(engine, seconds, err);
    } catch (DivergedException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  private double train(
      NodeEngine engine,
      @Nullable EmbeddingCheckpoint from,
      Path folder,
      double pause,
      PrintWriter err,
      StopRequest stop) {
    int done = from == null ? 0 : from.epochs();
    double before = from == null ? 0 : from.seconds();
    int epochs = options.schedule().epochs();
    long start = System.nanoTime();
    double[] saved = {before};
    try (ProgressMeter progress = new ProgressMeter(err, done, epochs, "epoch")) {
      NodeTraining.run(
          engine,
          options.schedule(),
          done,
          (epoch, loss) -> {
            progress.stepped(loss, "");
            losses.add(loss);
            double seconds = before + (System.nanoTime() - start) / 1e9;
            boolean stopping = stop.wanted() && epoch < epochs;
            if (stopping || seconds - saved[0] >= pause) {
              new EmbeddingCheckpoint(key, epoch, seconds, state(engine)).write(folder);
              saved[0] = seconds;
            }
            if (stopping) {
              throw new CancellationException("stopped after epoch " + epoch);
            }
          });
    }
    return before + (System.nanoTime() - start) / 1e9;
  }

  /** The engine's state, and the losses so far for the report. */
  private Map<String, double[]> state(NodeEngine engine) {
    Map<String, double[]> state = new TreeMap<>(engine.state());
    state.put(LOSSES, losses.stream().mapToDouble(Double::doubleValue).toArray());
    return state;
  }

  private EmbeddingOutcome outcome(NodeEngine engine, double seconds, PrintWriter err) {
    err.println("ranking all nodes");
    Geometry geometry =
        engine instanceof TensorEngine tensor
            ? tensor.geometry()
            : plugins.create(config.space(), new Parameters());
    Map<String, List<Double>> learned =
        engine instanceof TensorEngine tensor ? tensor.learned() : Map.of();
    double triples =
        (double) pairs.pairs() * options.objective().negatives() * options.schedule().epochs();
    try (NodePoints points =
        new NodePoints(geometry, config.dimension(), engine.coordinates(), device)) {
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("seconds", seconds);
      figures.put("triples_per_second", triples / seconds);
      figures.putAll(
          EmbeddingFigures.of(
              points, hierarchy, EmbeddingFigures.Protocol.closure.pairs(hierarchy), threads));
      if (links != null) {
        figures.putAll(links.figures(points, threads));
      }
      Map<String, Object> how = new LinkedHashMap<>();
      how.put("protocol", EmbeddingFigures.Protocol.closure.name());
      how.put("engine", engines.name());
      how.put("threads", threads);
      return new EmbeddingOutcome(
          hierarchy,
          config,
          seed,
          links == null ? null : links.holdOut(),
          how,
          pairs.pairs(),
          points,
          figures,
          learned,
          List.of(),
          List.copyOf(losses),
          TaxonomyMap.of(hierarchy, points.tangents(), points.curvature()));
    }
  }

  /** What must be the same for bits to be the same. */
  private String key(@Nullable HoldOut holdOut) {
    return "config "
        + config.config().hash()
        + ", data "
        + hierarchy.fingerprint().substring(0, 16)
        + ", seed "
        + seed
        + (holdOut == null ? "" : ", hold-out " + holdOut.share() + " by seed " + holdOut.seed())
        + ", "
        + engines.key();
  }
}
