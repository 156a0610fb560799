package org.conceptspaces.multiscale;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Tokens;

/**
 * Leaves fine levels out of some texts in training, so that the coarse ones learn to do without:
 * nested dropout (Rippel et al., "Learning ordered representations with nested dropout", 2014) over
 * levels. What is left out is dead before attention.
 *
 * @param share the share of texts that lose levels, 0 to 1
 * @param least how many of the coarsest levels every text keeps
 */
record LevelDropout(double share, int least) {

  /**
   * Chooses what is live, unless someone has.
   *
   * @param specs the levels, fine → coarse
   * @return the texts; in training and where all slots were live, some have fewer live levels
   */
  Tokens apply(Pass pass, Tokens tokens, List<LevelSpec> specs) {
    int levels = specs.size();
    if (!pass.training() || tokens.live() != null || share == 0 || least == levels) {
      return tokens;
    }
    int[] kept = draw(pass.random(), texts(tokens), levels);
    if (Arrays.stream(kept).allMatch(k -> k == levels)) {
      return tokens;
    }
    List<NDArray> live = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      live.add(mask(pass, kept, levels - i, specs.get(i).count()));
    }
    return tokens.withLive(live);
  }

  private static int texts(Tokens tokens) {
    return Math.toIntExact(tokens.states().getShape().get(0));
  }

  /** How many of the coarsest levels each text keeps: a uniform number below all, or all. */
  private int[] draw(RandomGenerator random, int texts, int levels) {
    int[] kept = new int[texts];
    for (int text = 0; text < texts; text++) {
      boolean loses = random.nextDouble() < share;
      kept[text] = loses ? random.nextInt(least, levels) : levels;
    }
    return kept;
  }

  /** A level's slots, live in texts that keep at least so many levels; one column if in none. */
  private static NDArray mask(Pass pass, int[] kept, int needed, int count) {
    boolean any = Arrays.stream(kept).anyMatch(k -> k >= needed);
    int columns = any ? count : 1;
    float[] mask = new float[kept.length * columns];
    for (int text = 0; text < kept.length; text++) {
      Arrays.fill(mask, text * columns, (text + 1) * columns, kept[text] >= needed ? 1 : 0);
    }
    return pass.manager().create(mask, new Shape(kept.length, columns));
  }
}
