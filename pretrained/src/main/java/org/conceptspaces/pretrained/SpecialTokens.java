package org.conceptspaces.pretrained;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The tokens that an encoder wants around a text, {@code [CLS]} and {@code [SEP]} say.
 *
 * @param before those before it
 * @param after those after it
 */
record SpecialTokens(List<Long> before, List<Long> after) {

  /** Some word has tokens in any tokenizer's language. */
  private static final List<String> WORDS = List.of("a", "1", "ein", "一", "а", "ا");

  /**
   * Finds out from what a tokenizer puts around a word.
   *
   * @param tokenizer a {@code tokenizer.json}
   * @return the tokens; none around a text if it puts none there
   */
  static SpecialTokens of(byte[] tokenizer) throws IOException {
    Map<String, String> options =
        Map.of("addSpecialTokens", "true", "truncation", "false", "padding", "false");
    try (HuggingFaceTokenizer opened =
        HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(tokenizer), options)) {
      for (String word : WORDS) {
        List<Long> plain = list(opened.encode(word, false, false).getIds());
        List<Long> whole = list(opened.encode(word, true, false).getIds());
        int at = plain.isEmpty() ? -1 : Collections.indexOfSubList(whole, plain);
        if (at >= 0) {
          return new SpecialTokens(
              List.copyOf(whole.subList(0, at)),
              List.copyOf(whole.subList(at + plain.size(), whole.size())));
        }
      }
    }
    return new SpecialTokens(List.of(), List.of());
  }

  private static List<Long> list(long[] ids) {
    return LongStream.of(ids).boxed().toList();
  }

  /** How many there are. */
  int count() {
    return before.size() + after.size();
  }

  /** A text between them. */
  long[] around(int[] tokens) {
    return LongStream.concat(
            LongStream.concat(
                before.stream().mapToLong(Long::longValue), Arrays.stream(tokens).asLongStream()),
            after.stream().mapToLong(Long::longValue))
        .toArray();
  }
}
