package org.conceptspaces.encoder.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.conceptspaces.encoder.Animals;

/** Tokenizers of each kind, made of the animals' texts. */
final class SmallTokenizers {

  static final List<String> TEXTS = Animals.taxonomy().texts();
  static final BytePairs BYTE_PAIRS = new BytePairs(TEXTS, 60);
  static final WordPieces WORD_PIECES = new WordPieces(TEXTS);
  static final UnigramPieces UNIGRAM_PIECES = new UnigramPieces(TEXTS, 3);

  private SmallTokenizers() {}

  static Tokenizer of(String json) {
    return TokenizerFile.of("tokenizer.json", json.getBytes(UTF_8));
  }

  /** The built-in one, and one of each kind from a file. */
  static List<Tokenizer> all() {
    return List.of(
        Cl100kBase.INSTANCE,
        of(BYTE_PAIRS.json()),
        of(WORD_PIECES.json()),
        of(UNIGRAM_PIECES.json()));
  }

  /** Whole words alone, and nothing for what is unknown. */
  static String words(String... words) {
    StringBuilder vocabulary = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      vocabulary.append(i > 0 ? "," : "").append('"').append(words[i]).append("\":").append(i);
    }
    return """
        {"version":"1.0","pre_tokenizer":{"type":"WhitespaceSplit"},
         "model":{"type":"WordLevel","unk_token":"[UNK]","vocab":{%s}}}
        """
        .formatted(vocabulary);
  }
}
