package org.conceptspaces.encoder.text;

import com.google.gson.Gson;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Word pieces as BERT has them, and a tokenizer.json of them. Texts are cut by definition: the
 * longest piece first (Wu and others, "Google's Neural Machine Translation System", 2016), after
 * lower case, without accents, punctuation apart.
 */
final class WordPieces {

  private static final String UNKNOWN = "[UNK]";

  private final Map<String, Integer> vocabulary = new LinkedHashMap<>();

  /** The letters, and the beginnings and ends of the words of some texts. */
  WordPieces(List<String> texts) {
    for (String special : List.of("[PAD]", UNKNOWN, "[CLS]", "[SEP]", "[MASK]", "-", ",", "!")) {
      add(special);
    }
    for (char letter = 'a'; letter <= 'z'; letter++) {
      add(String.valueOf(letter));
      add("##" + letter);
    }
    for (String text : texts) {
      for (String word : words(text)) {
        add(word.substring(0, (word.length() + 1) / 2));
        add("##" + word.substring(word.length() / 2));
      }
    }
  }

  private void add(String piece) {
    vocabulary.putIfAbsent(piece, vocabulary.size());
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{Mn}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("(\\p{Punct})", " $1 ")
            .strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+", -1));
  }

  int[] encode(String text) {
    return words(text).stream()
        .flatMap(word -> pieces(word).stream())
        .mapToInt(vocabulary::get)
        .toArray();
  }

  private List<String> pieces(String word) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
        to--;
      }
      if (to == from) {
        return List.of(UNKNOWN);
      }
      pieces.add(piece(word, from, to));
      from = to;
    }
    return pieces;
  }

  private static String piece(String word, int from, int to) {
    return (from > 0 ? "##" : "") + word.substring(from, to);
  }

  int size() {
    return vocabulary.size();
  }

  int id(String piece) {
    return vocabulary.getOrDefault(piece, -1);
  }

  /** As BERT's file: with special tokens around texts, which are also cut and padded to four. */
  String json() {
    Map<String, Object> cls = Map.of("SpecialToken", Map.of("id", "[CLS]", "type_id", 0));
    Map<String, Object> sep = Map.of("SpecialToken", Map.of("id", "[SEP]", "type_id", 0));
    Map<String, Object> text = Map.of("Sequence", Map.of("id", "A", "type_id", 0));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("type", "WordPiece");
    model.put("unk_token", UNKNOWN);
    model.put("continuing_subword_prefix", "##");
    model.put("max_input_chars_per_word", 100);
    model.put("vocab", vocabulary);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", "1.0");
    all.put(
        "truncation",
        Map.of("direction", "Right", "max_length", 4, "strategy", "LongestFirst", "stride", 0));
    all.put(
        "padding",
        Map.of(
            "strategy",
            Map.of("Fixed", 4),
            "direction",
            "Right",
            "pad_id",
            0,
            "pad_type_id",
            0,
            "pad_token",
            "[PAD]"));
    all.put("added_tokens", List.of(special("[CLS]"), special("[MASK]"), special("[NEW]")));
    all.put(
        "normalizer",
        Map.of(
            "type",
            "BertNormalizer",
            "clean_text",
            true,
            "handle_chinese_chars",
            true,
            "lowercase",
            true));
    all.put("pre_tokenizer", Map.of("type", "BertPreTokenizer"));
    all.put(
        "post_processor",
        Map.of(
            "type",
            "TemplateProcessing",
            "single",
            List.of(cls, text, sep),
            "pair",
            List.of(cls, text, sep),
            "special_tokens",
            Map.of("[CLS]", template("[CLS]"), "[SEP]", template("[SEP]"))));
    all.put("model", model);
    return new Gson().toJson(all);
  }

  private Map<String, Object> template(String token) {
    return Map.of("id", token, "ids", List.of(id(token)), "tokens", List.of(token));
  }

  /** One that the model's own vocabulary has, or a new one with the next id. */
  private Map<String, Object> special(String token) {
    int id = vocabulary.getOrDefault(token, vocabulary.size());
    return Map.of(
        "id",
        id,
        "content",
        token,
        "single_word",
        false,
        "lstrip",
        false,
        "rstrip",
        false,
        "normalized",
        false,
        "special",
        true);
  }
}
