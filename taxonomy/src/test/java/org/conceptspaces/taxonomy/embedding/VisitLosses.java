package org.conceptspaces.taxonomy.embedding;

import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.pairs.PairKernel;
import org.conceptspaces.api.pairs.PairTable;
import org.conceptspaces.taxonomy.RelatedPairs;

/** The loss of a visit as the definition has it, from distances alone. */
final class VisitLosses {

  private VisitLosses() {}

  /** Of points in the kernel's form: the visited node, its related nodes, its negatives. */
  static double of(PairKernel kernel, double[] points, int related, Objective objective) {
    PairTable table = kernel.table(points);
    double[] measures = new double[table.size()];
    table.measure(0, 0, table.size(), measures);
    double[] weights = new double[table.size()];
    for (int i = 1; i < weights.length; i++) {
      double d = table.distance(measures[i]);
      double energy = objective.energy() == Energy.DISTANCE ? d : d * d;
      weights[i] = Math.exp(-objective.sharpness() * energy);
    }
    double others = 0;
    for (int i = 1 + related; i < weights.length; i++) {
      others += weights[i];
    }
    double loss = 0;
    for (int i = 1; i <= related; i++) {
      loss -= Math.log(weights[i] / (weights[i] + others));
    }
    return loss;
  }

  /** The same of tangents. */
  static double of(PairKernel kernel, double[][] tangents, int related, Objective objective) {
    double[] points = new double[tangents.length * kernel.width()];
    for (int i = 0; i < tangents.length; i++) {
      kernel.embed(tangents[i], points, i * kernel.width());
    }
    return of(kernel, points, related, objective);
  }

  /** The nodes of the first visit of epoch 0, in the order that {@link #of} wants. */
  static int[] first(RelatedPairs pairs, Objective objective, long seed) {
    Visits visits = new Visits(pairs, objective.together());
    int visit = visits.order(seed, 0)[0];
    List<Integer> nodes = new ArrayList<>(List.of(visits.node(visit)));
    for (int i = 0; i < visits.count(visit); i++) {
      nodes.add(visits.related(visit, i));
    }
    int[] drawn = new int[objective.negatives()];
    new Negatives(pairs, objective.dampening())
        .draw(visits.node(visit), Visits.draws(seed, 0, 0), drawn, 0, drawn.length);
    for (int negative : drawn) {
      nodes.add(negative);
    }
    return nodes.stream().mapToInt(Integer::intValue).toArray();
  }
}
