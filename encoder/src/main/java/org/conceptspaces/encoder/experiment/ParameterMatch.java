package org.conceptspaces.encoder.experiment;

import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.network.Parameters;
import org.conceptspaces.encoder.network.TokenInput;

/**
 * Makes models of different spaces equally large, so that a comparison compares spaces: the
 * feed-forward layers of all but the largest are widened until the numbers of parameters agree to
 * within {@link #TOLERANCE}. Models are declared for this, not allocated.
 */
public final class ParameterMatch {

  /** The greatest difference between the largest model and the smallest, as a share. */
  public static final double TOLERANCE = 0.02;

  /** The length of the longest Java array; parameters are drawn into one. */
  private static final long LARGEST = Integer.MAX_VALUE - 8;

  private ParameterMatch() {}

  /**
   * Sizes for each space.
   *
   * @param shape the sizes that the config names
   * @param input what the models read of tokens
   * @param spaces the spaces
   * @param plugins what the spaces' names mean
   * @return a shape for each space, in order; only {@code feedForward} differs
   * @throws IllegalArgumentException if no width brings the models within the tolerance
   */
  public static List<EncoderShape> match(
      EncoderShape shape, TokenInput input, List<SpaceConfig> spaces, Plugins plugins) {
    long largest = 0;
    for (SpaceConfig space : spaces) {
      largest = Math.max(largest, count(shape, input, space, plugins));
    }
    List<EncoderShape> matched = new ArrayList<>();
    for (SpaceConfig space : spaces) {
      long present = count(shape, input, space, plugins);
      int width = shape.feedForward();
      long step = count(shape.withFeedForward(width + 1), input, space, plugins) - present;
      EncoderShape wider =
          shape.withFeedForward(width + (int) Math.round((double) (largest - present) / step));
      long reached = count(wider, input, space, plugins);
      if (Math.abs(reached - largest) > TOLERANCE * largest) {
        throw new IllegalArgumentException(
            ("space %s: cannot match %,d parameters to within %.0f%% (nearest: %,d); use a wider"
                    + " encoder, whose feed-forward layers match in finer steps")
                .formatted(space.space(), largest, 100 * TOLERANCE, reached));
      }
      matched.add(wider);
    }
    return matched;
  }

  private static long count(
      EncoderShape shape, TokenInput input, SpaceConfig space, Plugins plugins) {
    Parameters parameters = new ConceptModel(shape, input, space, plugins).parameters();
    for (Parameters.Entry entry : parameters.entries()) {
      if (entry.shape().size() > LARGEST || entry.tangents().size() > LARGEST) {
        throw new IllegalArgumentException(
            ("space %s: parameter %s of shape %s would have more than %,d numbers, the most that an"
                    + " array holds; lower the sizes of the encoder or of the space")
                .formatted(space.space(), entry.path(), entry.shape(), LARGEST));
      }
    }
    return parameters.count();
  }
}
