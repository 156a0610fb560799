package org.conceptspaces.taxonomy.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/**
 * Trains on plain arrays: stochastic gradient descent, Riemannian unless tangents are moved, visit
 * by visit, by several threads that take no locks (Hogwild; Recht and others 2011). With one thread
 * a seed fixes every bit. With more, threads now and then overwrite each other's step.
 */
public final class PairEngine implements NodeEngine {

  private static final String POINTS = "points";

  private final PairKernel kernel;
  private final long seed;
  private final Visits visits;
  private final long pairs;
  private final Negatives negatives;
  private final double[] points;
  private final List<VisitStep> steps = new ArrayList<>();
  private final ExecutorService pool;

  /**
   * An engine with its points at their start.
   *
   * @param kernel the geometry's pairs
   * @param pairs what to train on
   * @param objective to which end
   * @param tangents where points start, {@code [nodes][dimension]}
   * @param seed fixes order and negatives
   * @param threads how many threads work, at least 1
   */
  public PairEngine(
      PairKernel kernel,
      RelatedPairs pairs,
      Objective objective,
      double[][] tangents,
      long seed,
      int threads) {
    this.kernel = kernel;
    this.seed = seed;
    visits = new Visits(pairs, objective.together());
    this.pairs = pairs.pairs();
    negatives = new Negatives(pairs, objective.dampening());
    points = new double[pairs.nodes() * kernel.width()];
    for (int node = 0; node < pairs.nodes(); node++) {
      kernel.embed(tangents[node], points, node * kernel.width());
    }
    for (int i = 0; i < threads; i++) {
      steps.add(new VisitStep(kernel, objective, points));
    }
    pool =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "pairs");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public double epoch(int epoch, Step how) {
    int[] order = visits.order(seed, epoch);
    AtomicInteger next = new AtomicInteger();
    List<Future<Double>> losses = new ArrayList<>();
    for (VisitStep step : steps) {
      losses.add(pool.submit(() -> work(step, order, next, epoch, how)));
    }
    double loss = 0;
    for (Future<Double> part : losses) {
      loss += value(part);
    }
    return loss / pairs;
  }

  private double work(VisitStep step, int[] order, AtomicInteger next, int epoch, Step how) {
    double loss = 0;
    int chunk = next.getAndIncrement();
    while ((long) chunk * Visits.CHUNK < order.length) {
      SeededRandom random = Visits.draws(seed, epoch, chunk);
      int end = Math.min(order.length, (chunk + 1) * Visits.CHUNK);
      for (int i = chunk * Visits.CHUNK; i < end; i++) {
        loss += step.visit(visits, order[i], negatives, random, how);
      }
      chunk = next.getAndIncrement();
    }
    return loss;
  }

  private static double value(Future<Double> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while training", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a training thread failed: " + e.getCause(), e);
    }
  }

  @Override
  public double[] coordinates() {
    int nodes = points.length / kernel.width();
    double[] coordinates = new double[nodes * kernel.coordinates()];
    for (int node = 0; node < nodes; node++) {
      kernel.coordinates(points, node * kernel.width(), coordinates, node * kernel.coordinates());
    }
    return coordinates;
  }

  @Override
  public Map<String, double[]> state() {
    return Map.of(POINTS, points.clone());
  }

  @Override
  public void restore(Map<String, double[]> state) {
    double[] saved = state.get(POINTS);
    if (saved == null || saved.length != points.length) {
      throw new IllegalArgumentException("a state of other points, or of another engine");
    }
    System.arraycopy(saved, 0, points, 0, points.length);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
