package org.conceptspaces.encoder.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Small;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vocabulary costs one narrow table, used at both ends. */
class TokenTableTest {

  private static final int HIDDEN = 16;
  private static final int POSITIONS = 12;

  @ParameterizedTest
  @ValueSource(ints = {50, 5000})
  void tinyTokensReallyMakeASmallModel(int vocabulary) {
    // Every number of token dimension costs a column of tokens and positions, a row of the map into
    // the trunk, and one of the map out of it with its bias; no more, so nothing is V × H.
    long perDimension = (long) vocabulary + POSITIONS + HIDDEN + HIDDEN + 1;
    assertEquals(perDimension, count(2, vocabulary) - count(1, vocabulary));
    assertEquals(30 * perDimension, count(32, vocabulary) - count(2, vocabulary));
  }

  @Test
  void vocabularyCostsOneRowAndOneBiasAWord() {
    assertEquals(1000 * (4 + 1), count(4, 2000) - count(4, 1000));
  }

  @Test
  void noParameterIsAsWideAsTrunkAndVocabulary() {
    Parameters parameters = declare(4, 5000, "linear");
    for (Parameters.Entry entry : parameters.entries()) {
      Shape shape = entry.shape();
      assertTrue(shape.get(0) != 5000 || shape.size() <= 5000 * 4, entry.path());
    }
  }

  @Test
  void anMlpAddsOneMapOfTheTrunksWidth() {
    assertEquals(
        HIDDEN * HIDDEN + HIDDEN, declare(4, 50, "mlp").count() - declare(4, 50, "linear").count());
  }

  /** Surprisals are those of the bias's softmax: −ln of 1/2, 1/4 and 1/8. */
  @Test
  void tokensTellWhatTheirFrequencySays() {
    try (NDManager manager = Small.manager();
        ModelPass pass = ModelPass.inference(manager)) {
      Parameters parameters = new Parameters();
      Unigrams unigrams = new Unigrams(parameters, 4);
      parameters.initialize(manager, 1);
      float[] bias = {8, 4, 2, 2};
      for (int i = 0; i < bias.length; i++) {
        bias[i] = 3 + (float) Math.log(bias[i]);
      }
      parameters.overwrite(unigrams.bias(), bias);
      NDArray ids = manager.create(new long[] {0, 1, 3, 0}, new Shape(2, 2));
      NDArray nats = unigrams.surprisal(pass, ids);
      double two = Math.log(2);
      assertEquals(ids.getShape(), nats.getShape());
      assertArrayEquals(new double[] {two, 2 * two, 3 * two, two}, Small.numbers(nats), 1e-6);
    }
  }

  private static long count(int tokenDimension, int vocabulary) {
    return declare(tokenDimension, vocabulary, "linear").count();
  }

  private static Parameters declare(int tokenDimension, int vocabulary, String projection) {
    Plugins plugins = Small.plugins();
    EncoderShape shape =
        Small.shape(Map.of("tokenDimension", tokenDimension, "projection", projection));
    return new ConceptModel(shape, vocabulary, Small.space(plugins, "euclidean", Map.of()), plugins)
        .parameters();
  }
}
