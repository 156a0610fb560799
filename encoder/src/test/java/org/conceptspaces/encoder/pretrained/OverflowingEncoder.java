package org.conceptspaces.encoder.pretrained;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Tokenizer;

/** Has states beyond what float16 holds. */
final class OverflowingEncoder implements PretrainedTokens {

  @Override
  public String name() {
    return "large";
  }

  @Override
  public String fingerprint() {
    return "large";
  }

  @Override
  public int width() {
    return 2;
  }

  @Override
  public int maximumTokens() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Tokenizer tokenizer() {
    return Cl100kBase.INSTANCE;
  }

  @Override
  public void states(int[][] texts, Sink sink) {
    for (int text = 0; text < texts.length; text++) {
      float[] states = new float[2 * texts[text].length];
      Arrays.fill(states, 70_000);
      sink.accept(text, FloatBuffer.wrap(states));
    }
  }

  @Override
  public void close() {}
}
