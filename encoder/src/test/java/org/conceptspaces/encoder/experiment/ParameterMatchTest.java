package org.conceptspaces.encoder.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.network.TokenInput;
import org.junit.jupiter.api.Test;

class ParameterMatchTest {

  private static final int VOCABULARY = 3000;
  private final Plugins plugins = Spaces.plugins();

  private SpaceConfig space(String name, int concepts, int dimension) {
    return Small.space(plugins, name, Map.of("concepts", concepts, "dimension", dimension));
  }

  private long count(EncoderShape shape, SpaceConfig space) {
    return new ConceptModel(shape, VOCABULARY, space, plugins).parameters().count();
  }

  @Test
  void spacesOfAnySizeComeWithinTwoPerCent() {
    EncoderShape shape = EncoderShape.of(Values.of(Map.of("hidden", 64, "heads", 4)));
    List<SpaceConfig> spaces =
        List.of(
            space("euclidean", 16, 2),
            space("euclidean", 16, 16),
            space("poincare", 16, 2),
            space("poincare", 16, 16),
            space("poincare", 64, 1),
            Spaces.MULTISCALE.config(plugins));
    List<EncoderShape> matched =
        ParameterMatch.match(shape, TokenInput.learned(VOCABULARY), spaces, plugins);
    LongSummaryStatistics before = new LongSummaryStatistics();
    LongSummaryStatistics after = new LongSummaryStatistics();
    for (int i = 0; i < spaces.size(); i++) {
      before.accept(count(shape, spaces.get(i)));
      after.accept(count(matched.get(i), spaces.get(i)));
      assertEquals(shape.withFeedForward(matched.get(i).feedForward()), matched.get(i));
      assertTrue(matched.get(i).feedForward() >= shape.feedForward());
    }
    assertTrue(ratio(before) > 1.02, "there was something to match");
    assertTrue(ratio(after) <= 1.02, after.toString());
    assertEquals(1, (double) after.getMax() / (double) before.getMax(), 0.02);
  }

  private static double ratio(LongSummaryStatistics counts) {
    return (double) counts.getMax() / (double) counts.getMin();
  }

  @Test
  void equalSpacesStayAsTheyAre() {
    List<SpaceConfig> spaces = List.of(space("euclidean", 4, 3), space("poincare", 4, 3));
    for (EncoderShape shape :
        ParameterMatch.match(Small.shape(), TokenInput.learned(VOCABULARY), spaces, plugins)) {
      assertEquals(Small.shape(), shape);
    }
  }

  @Test
  void namesTheSpaceThatCannotBeMatched() {
    // With a trunk of many layers, each step in width is too coarse for so small a model.
    EncoderShape coarse =
        Small.shape(
            Map.of("tokenDimension", 1, "hidden", 4, "heads", 1, "layers", 40, "feedForward", 1));
    List<SpaceConfig> spaces = new ArrayList<>();
    for (int dimension = 1; dimension <= 40; dimension += 3) {
      spaces.add(space("euclidean", 1, dimension));
    }
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ParameterMatch.match(coarse, TokenInput.learned(5), spaces, plugins));
    assertTrue(String.valueOf(e.getMessage()).contains("space euclidean"), e.getMessage());
  }
}
