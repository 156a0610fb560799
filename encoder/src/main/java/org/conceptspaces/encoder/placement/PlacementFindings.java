package org.conceptspaces.encoder.placement;

import java.util.List;
import java.util.Map;
import org.conceptspaces.placement.Reliability;
import org.conceptspaces.placement.Separation;

/**
 * How well texts are placed that were held out.
 *
 * @param metrics by name, in the order of reports; empty if nothing is held out
 * @param reliability of the first answers, by probability
 * @param separation of the held-out texts from texts of elsewhere, by typicality; empty if there
 *     are none of these
 * @param samples some of the texts as they were placed, evenly spread
 */
public record PlacementFindings(
    Map<String, Double> metrics,
    List<Reliability.Bin> reliability,
    List<Separation.Point> separation,
    List<Sample> samples) {

  /** Of texts that were held out when none was. */
  static final PlacementFindings NONE =
      new PlacementFindings(Map.of(), List.of(), List.of(), List.of());

  /**
   * A text that was held out.
   *
   * @param text the text
   * @param parents what its true parents are called
   * @param belongs whether it was taken to belong to the taxonomy
   * @param answers the first places, the likeliest first
   */
  public record Sample(String text, List<String> parents, boolean belongs, List<Answer> answers) {}

  /**
   * A place.
   *
   * @param node what the parent is called
   * @param probability from 0 to 1
   * @param right whether it is a true parent
   * @param aspects what speaks for it, in nats beside the average candidate, by aspect
   */
  public record Answer(
      String node, double probability, boolean right, Map<String, Double> aspects) {}
}
