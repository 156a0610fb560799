package org.conceptspaces.encoder.pretrained;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.FloatBuffer;
import java.util.Random;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Tokenizer;
import org.conceptspaces.taxonomy.Sha256;

/** States that follow from a token and the length of its text alone, and from the name. */
public final class HashedEncoder implements PretrainedTokens {

  public static final String NAME = "hashed";

  static final int WIDTH = 6;
  static final int MOST_TOKENS = 40;

  private final String name;

  /** How many texts were encoded. */
  private int encoded;

  private boolean closed;

  HashedEncoder(String name) {
    this.name = name;
  }

  int encoded() {
    return encoded;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String fingerprint() {
    return Sha256.of(name.getBytes(UTF_8));
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int maximumTokens() {
    return MOST_TOKENS;
  }

  @Override
  public Tokenizer tokenizer() {
    return Cl100kBase.INSTANCE;
  }

  /** The state of a token in a text. */
  static float[] state(String name, int token, int length) {
    Random random = new Random(31L * token + name.hashCode());
    float[] state = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      state[i] = (float) (3 * random.nextGaussian() + 0.01 * length);
    }
    return state;
  }

  /** The last text comes first, as any order is allowed. */
  @Override
  public void states(int[][] texts, Sink sink) {
    for (int text = texts.length - 1; text >= 0; text--) {
      FloatBuffer states = FloatBuffer.allocate(texts[text].length * WIDTH);
      for (int token : texts[text]) {
        states.put(state(name, token, texts[text].length));
      }
      encoded++;
      sink.accept(text, states.flip());
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
