package org.conceptspaces.pretrained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.conceptspaces.encoder.pretrained.PretrainedTokens;
import org.conceptspaces.taxonomy.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The packaged encoder against a run of its network without any of our code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmTest {

  private static final List<String> TEXTS =
      List.of(
          "A small dog that barks at strangers.",
          "a little dog which yaps at people it does not know",
          "an agreement between two banks about interest rates",
          "cat");

  private final PretrainedTokens encoder = new StandardLoader().open("minilm");

  @AfterAll
  void close() {
    encoder.close();
  }

  /** States of each text's tokens, {@code [tokens · W]}. */
  private float[][] states(List<String> texts) {
    int[][] tokens =
        texts.stream().map(text -> encoder.tokenizer().encode(text)).toArray(int[][]::new);
    float[][] states = new float[tokens.length][];
    encoder.states(
        tokens,
        (text, rows) -> {
          assertEquals(tokens[text].length * encoder.width(), rows.remaining());
          states[text] = new float[rows.remaining()];
          rows.get(states[text]);
        });
    return states;
  }

  /** By ONNX Runtime alone, with the tokenizer's own special tokens. */
  private static float[][] direct(String text) throws OrtException, IOException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (HuggingFaceTokenizer tokenizer =
            HuggingFaceTokenizer.newInstance(
                new ByteArrayInputStream(Extracted.tokenizer()), Map.of("padding", "false"));
        OrtSession session = environment.createSession(Extracted.model())) {
      Encoding encoding = tokenizer.encode(text);
      long[][] ids = {encoding.getIds()};
      try (OnnxTensor given = OnnxTensor.createTensor(environment, ids);
          OnnxTensor mask =
              OnnxTensor.createTensor(environment, new long[][] {encoding.getAttentionMask()});
          OnnxTensor types =
              OnnxTensor.createTensor(environment, new long[][] {encoding.getTypeIds()});
          OrtSession.Result result =
              session.run(
                  Map.of("input_ids", given, "attention_mask", mask, "token_type_ids", types))) {
        return ((float[][][]) result.get(0).getValue())[0];
      }
    }
  }

  @Test
  void hasTheStatesOfItsNetworkBetweenSpecialTokens() throws OrtException, IOException {
    float[][] batched = states(TEXTS);
    for (int text : new int[] {0, 3}) {
      float[][] wanted = direct(TEXTS.get(text));
      int tokens = batched[text].length / encoder.width();
      assertEquals(wanted.length - 2, tokens, "without [CLS] and [SEP]");
      for (int token = 0; token < tokens; token++) {
        float[] state =
            Arrays.copyOfRange(
                batched[text], token * encoder.width(), (token + 1) * encoder.width());
        assertArrayEquals(wanted[token + 1], state, 2e-5f);
      }
      assertArrayEquals(batched[text], states(List.of(TEXTS.get(text)))[0], 2e-5f);
    }
  }

  @Test
  void paraphrasesAreNearerThanStrangers() {
    float[][] states = states(TEXTS);
    double paraphrases = cosine(mean(states[0]), mean(states[1]));
    double strangers = cosine(mean(states[0]), mean(states[2]));
    assertTrue(paraphrases > strangers + 0.3, paraphrases + " against " + strangers);
  }

  private double[] mean(float[] states) {
    double[] mean = new double[encoder.width()];
    for (int i = 0; i < states.length; i++) {
      mean[i % mean.length] += states[i];
    }
    return mean;
  }

  private static double cosine(double[] a, double[] b) {
    double dot = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      ofA += a[i] * a[i];
      ofB += b[i] * b[i];
    }
    return dot / Math.sqrt(ofA * ofB);
  }

  @Test
  void tellsWhatItIs() throws IOException {
    assertEquals("minilm", encoder.name());
    assertEquals(384, encoder.width());
    assertEquals(510, encoder.maximumTokens());
    var digest = Sha256.digest();
    digest.update(Extracted.model());
    String both = HexFormat.of().formatHex(digest.digest(Extracted.tokenizer()));
    assertEquals(both, encoder.fingerprint());
    assertEquals("PyTorch", Engine.getInstance().getEngineName(), "the engine of all else");
  }

  /** What it reads at most works, and needs no more than bounded memory. */
  @Test
  void readsItsLongestTexts() {
    int[][] texts = new int[3][510];
    Arrays.stream(texts).forEach(text -> Arrays.fill(text, 2003));
    int[] told = new int[3];
    encoder.states(texts, (text, rows) -> told[text] = rows.remaining() / encoder.width());
    assertArrayEquals(new int[] {510, 510, 510}, told);
  }
}
