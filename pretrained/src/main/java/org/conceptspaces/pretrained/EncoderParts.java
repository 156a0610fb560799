package org.conceptspaces.pretrained;

import ai.djl.Model;
import java.io.IOException;
import org.conceptspaces.encoder.text.Tokenizer;
import org.conceptspaces.encoder.text.TokenizerFile;
import org.conceptspaces.taxonomy.DataException;

/** Puts an encoder together from what was read, and tries it once. */
final class EncoderParts {

  private EncoderParts() {}

  /**
   * Puts an encoder together.
   *
   * @param model the network, closed if it does not fit
   * @param named whether the network names its inputs
   * @param positions the longest sequence, special tokens counted
   * @throws IOException if the parts do not fit
   */
  static FrozenEncoder assemble(
      String name, Model model, boolean named, String fingerprint, byte[] json, int positions)
      throws IOException {
    try {
      Tokenizer tokenizer = TokenizerFile.of("encoder " + name + ": tokenizer.json", json);
      SpecialTokens special = SpecialTokens.of(json);
      long[] sequence = special.around(new int[] {0});
      SequenceModel sequences =
          named ? SequenceModel.named(model) : SequenceModel.unnamed(model, sequence);
      int width = sequences.states(new long[][] {sequence}).width();
      return new FrozenEncoder(name, fingerprint, tokenizer, special, sequences, positions, width);
    } catch (DataException e) {
      model.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      model.close();
      throw new IOException("does not work as an encoder: " + Reasons.firstLine(e), e);
    }
  }
}
