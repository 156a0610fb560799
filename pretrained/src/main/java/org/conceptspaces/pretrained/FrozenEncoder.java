package org.conceptspaces.pretrained;

import java.util.stream.IntStream;
import org.conceptspaces.api.InputException;
import org.conceptspaces.encoder.pretrained.PretrainedTokens;
import org.conceptspaces.encoder.text.Tokenizer;

/** An encoder of files that were read. */
final class FrozenEncoder implements PretrainedTokens {

  private final String name;
  private final String fingerprint;
  private final Tokenizer tokenizer;
  private final SpecialTokens special;
  private final SequenceModel model;
  private final int positions;
  private final int width;

  /**
   * Takes a model and its tokenizer.
   *
   * @param positions the longest sequence, special tokens counted
   * @param width of its states
   */
  FrozenEncoder(
      String name,
      String fingerprint,
      Tokenizer tokenizer,
      SpecialTokens special,
      SequenceModel model,
      int positions,
      int width) {
    this.name = name;
    this.fingerprint = fingerprint;
    this.tokenizer = tokenizer;
    this.special = special;
    this.model = model;
    this.positions = positions;
    this.width = width;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int maximumTokens() {
    return positions == Integer.MAX_VALUE ? positions : Math.max(0, positions - special.count());
  }

  @Override
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  @Override
  public void states(int[][] texts, Sink sink) {
    for (int[] batch : LengthBatches.of(texts)) {
      long[][] sequences =
          IntStream.of(batch).mapToObj(text -> special.around(texts[text])).toArray(long[][]::new);
      SequenceModel.States states = run(sequences);
      for (int i = 0; i < batch.length; i++) {
        int first = (i * states.longest() + special.before().size()) * width;
        int numbers = texts[batch[i]].length * width;
        sink.accept(batch[i], states.numbers().slice(first, numbers));
      }
    }
  }

  private SequenceModel.States run(long[][] sequences) {
    try {
      return model.states(sequences);
    } catch (RuntimeException e) {
      throw new InputException(
          ("encoder %s: fails at a text of %d tokens: %s; if that is too long for it, lower"
                  + " encoder.maximumTokens")
              .formatted(name, sequences[0].length - special.count(), Reasons.firstLine(e)),
          e);
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
