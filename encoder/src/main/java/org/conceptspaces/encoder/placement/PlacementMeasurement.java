package org.conceptspaces.encoder.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.placement.PlacementFindings.Answer;
import org.conceptspaces.encoder.placement.PlacementFindings.Sample;
import org.conceptspaces.placement.NodeLabels;
import org.conceptspaces.placement.Place;
import org.conceptspaces.placement.Placement;
import org.conceptspaces.placement.PlacementScore;
import org.conceptspaces.placement.Placer;
import org.conceptspaces.placement.Separation;
import org.conceptspaces.taxonomy.ranking.ParentMetrics;
import org.conceptspaces.taxonomy.sampling.Split;

/** Places what is held out, and texts from elsewhere, and says how well. */
final class PlacementMeasurement {

  /** Metrics of held-out texts, by name. */
  static final List<String> METRICS =
      List.of(
          "place_mrr",
          "place_hits_at_1",
          "place_hits_at_10",
          "place_wu_palmer",
          "place_calibration_error",
          "place_belonging_share");

  /** How well those are told from texts of elsewhere. */
  static final String OUTSIDE = "place_outside_auroc";

  private static final int SAMPLES = 20;
  private static final int ANSWERS = 3;

  private final Placer placer;
  private final Split split;
  private final PlacementScore score;
  private final List<Sample> samples = new ArrayList<>();
  private final List<Double> typicalities = new ArrayList<>();

  private PlacementMeasurement(Placer placer, Split split) {
    this.placer = placer;
    this.split = split;
    score = new PlacementScore(split.training().hierarchy());
  }

  /**
   * Measures.
   *
   * @param placer where to place texts: in the training part
   * @param split what is held out
   * @param outside texts from elsewhere, maybe none
   */
  static PlacementFindings of(Placer placer, Split split, List<String> outside) {
    return split.heldOut().length == 0
        ? PlacementFindings.NONE
        : new PlacementMeasurement(placer, split).findings(outside);
  }

  private PlacementFindings findings(List<String> outside) {
    placer.place(split.heldOutTexts(), this::take);
    ParentMetrics ranks = score.ranks();
    List<Double> values =
        List.of(
            ranks.mrr(),
            ranks.hitsAt1(),
            ranks.hitsAt10(),
            ranks.wuPalmer(),
            score.reliability().expectedCalibrationError(),
            score.belonging());
    Map<String, Double> metrics = new LinkedHashMap<>();
    IntStream.range(0, values.size()).forEach(i -> metrics.put(METRICS.get(i), values.get(i)));
    List<Separation.Point> curve = List.of();
    if (!outside.isEmpty()) {
      List<Double> others = new ArrayList<>();
      placer.place(outside, placement -> others.add(placement.typicality()));
      Separation separation = Separation.of(numbers(typicalities), numbers(others));
      metrics.put(OUTSIDE, separation.area());
      curve = separation.curve();
    }
    return new PlacementFindings(metrics, score.reliability().bins(), curve, samples);
  }

  private void take(Placement placement) {
    int[] held = split.heldOut();
    int index = typicalities.size();
    int[] parents = split.trueParents(held[index]);
    score.accept(placement, parents);
    typicalities.add(placement.typicality());
    int every = Math.max(1, held.length / SAMPLES);
    if (index % every == 0 && samples.size() < SAMPLES) {
      samples.add(sample(placement, parents));
    }
  }

  private Sample sample(Placement placement, int[] parents) {
    NodeLabels labels = new NodeLabels(split.training());
    return new Sample(
        placement.query().text(),
        IntStream.of(parents).mapToObj(labels::full).toList(),
        placement.belongs(),
        placement.places().stream()
            .limit(ANSWERS)
            .map(place -> answer(place, labels, parents))
            .toList());
  }

  private static Answer answer(Place place, NodeLabels labels, int[] parents) {
    return new Answer(
        labels.full(place.node()),
        place.probability(),
        IntStream.of(parents).anyMatch(parent -> parent == place.node()),
        place.aspects());
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
