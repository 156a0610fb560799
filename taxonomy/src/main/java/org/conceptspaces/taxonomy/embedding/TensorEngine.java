package org.conceptspaces.taxonomy.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.pairs.PairStar;
import org.conceptspaces.optim.Autograd;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/**
 * Trains by mini-batches of visits, on any device, in any geometry; what the geometry itself
 * declares and learns is trained beside. Visits, their order and their negatives are those of the
 * {@link PairEngine}, and so are rates: batches of one visit make the same steps (but for negatives
 * that one visit draws twice, which here count twice). The steps of one batch add up, and none goes
 * farther than {@link PairStar#LONGEST_STEP}: what holds back a root that all visits of a batch
 * pull at once. With that, on the mammals batches of 64 to 1,200 visits were as good as single ones
 * from {@link Start#HIERARCHY}; from {@link Start#RANDOM} all visits at once fell short. A seed
 * fixes every bit on one device, whatever the threads. For one thread.
 */
public final class TensorEngine implements NodeEngine {

  /** Rows of nodes by what of them is moved. */
  private static final Map<Parametrisation, String> ROWS =
      Map.of(Parametrisation.POINTS, "points", Parametrisation.TANGENTS, "tangents");

  private static final String PARAMETER = "geometry.";

  private final NDManager manager;
  private final NDManager reading;
  private final Geometry geometry;
  private final LearnedParameters learned;
  private final Objective objective;
  private final long seed;
  private final int batch;
  private final Visits visits;
  private final VisitBatch nodesOfBatch;
  private final Nodes nodes;

  /**
   * An engine with its points at their start.
   *
   * @param geometry makes the geometry, which declares there what it learns; {@code scope ->
   *     geometry} for one that learns nothing
   * @param pairs what to train on
   * @param objective to which end
   * @param tangents where points start, {@code [nodes][dimension]}
   * @param seed fixes order and negatives
   * @param options how to work
   */
  public TensorEngine(
      Function<Scope, Geometry> geometry,
      RelatedPairs pairs,
      Objective objective,
      double[][] tangents,
      long seed,
      TensorOptions options) {
    this.objective = objective;
    this.seed = seed;
    visits = new Visits(pairs, objective.together());
    batch = Math.min(options.batch(), Math.max(1, visits.size()));
    Negatives negatives = new Negatives(pairs, objective.dampening());
    nodesOfBatch = new VisitBatch(visits, negatives, pairs.nodes(), objective, batch);
    manager = NDManager.newBaseManager(options.device());
    reading = manager.newSubManager();
    learned = new LearnedParameters(manager, seed);
    this.geometry = geometry.apply(learned);
    nodes = new Nodes(manager, this.geometry.type(), !learned.isEmpty(), tangents);
  }

  @Override
  public double epoch(int epoch, Step how) {
    int[] order = visits.order(seed, epoch);
    try (NDManager ofEpoch = manager.newSubManager();
        Autograd autograd = Autograd.open()) {
      nodes.become(how.parametrisation(), geometry.bind(new EnginePass(ofEpoch, false)));
      BatchStep step = new BatchStep(ofEpoch, geometry, learned, nodes, objective, how.rate());
      NDArray losses = ofEpoch.create(new double[] {0}, new Shape());
      SeededRandom random = Visits.draws(seed, epoch, 0);
      long pairs = 0;
      for (int i = 0; i < order.length; i++) {
        if (i % Visits.CHUNK == 0) {
          random = Visits.draws(seed, epoch, i / Visits.CHUNK);
        }
        nodesOfBatch.add(order[i], random);
        if (nodesOfBatch.size() == batch || i == order.length - 1) {
          try (NDManager ofBatch = ofEpoch.newSubManager()) {
            losses.addi(step.step(autograd, ofBatch, nodesOfBatch));
          }
          pairs += nodesOfBatch.pairs();
          nodesOfBatch.clear();
        }
      }
      return HostReads.doubles(losses)[0] / pairs;
    }
  }

  /**
   * The geometry with what it has learned so far.
   *
   * @return to compute with until training goes on or the engine is closed
   */
  public Geometry geometry() {
    return geometry.bind(new EnginePass(reading, false));
  }

  /**
   * What the geometry itself has learned so far.
   *
   * @return copies by path; empty if it learns nothing
   */
  public Map<String, List<Double>> learned() {
    Map<String, List<Double>> values = new TreeMap<>();
    learned
        .values()
        .forEach((path, array) -> values.put(path, DoubleStream.of(array).boxed().toList()));
    return values;
  }

  @Override
  public double[] coordinates() {
    try (NDManager scratch = manager.newSubManager()) {
      return nodes.coordinates(scratch, geometry.bind(new EnginePass(scratch, false)));
    }
  }

  @Override
  public Map<String, double[]> state() {
    Map<String, double[]> state = new TreeMap<>();
    try (NDManager scratch = manager.newSubManager()) {
      state.put(rows(nodes.parametrisation()), nodes.rows(scratch));
    }
    learned.values().forEach((path, values) -> state.put(PARAMETER + path, values));
    return state;
  }

  private static String rows(Parametrisation moved) {
    return Objects.requireNonNull(ROWS.get(moved));
  }

  @Override
  public void restore(Map<String, double[]> state) {
    Parametrisation moved =
        state.containsKey(rows(Parametrisation.TANGENTS))
            ? Parametrisation.TANGENTS
            : Parametrisation.POINTS;
    Map<String, double[]> own = learned.values();
    if (state.size() != own.size() + 1) {
      throw foreign();
    }
    own.forEach((path, values) -> part(state, PARAMETER + path, values.length));
    try (NDManager scratch = manager.newSubManager()) {
      nodes.become(moved, geometry.bind(new EnginePass(scratch, false)));
      nodes.restore(scratch, part(state, rows(moved), nodes.size()));
    }
    own.forEach(
        (path, values) -> learned.restore(path, part(state, PARAMETER + path, values.length)));
  }

  private static double[] part(Map<String, double[]> state, String name, int length) {
    double[] part = state.get(name);
    if (part == null || part.length != length) {
      throw foreign();
    }
    return part;
  }

  private static IllegalArgumentException foreign() {
    return new IllegalArgumentException("a state of other points, or of another engine");
  }

  @Override
  public void close() {
    manager.close();
  }
}
