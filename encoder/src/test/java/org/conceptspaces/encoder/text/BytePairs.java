package org.conceptspaces.encoder.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Byte pairs learned from some texts, and a tokenizer.json of them. Texts are cut by definition:
 * each merge in the order in which it was learned, over the whole word (Sennrich, Haddow, Birch,
 * "Neural Machine Translation of Rare Words with Subword Units", 2016), after GPT-2's pattern, with
 * its signs for bytes.
 */
final class BytePairs {

  private static final Pattern WORDS =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final List<List<String>> merges = new ArrayList<>();
  private final Map<String, Integer> vocabulary = new LinkedHashMap<>();

  BytePairs(List<String> texts, int count) {
    for (int i = 0; i < 256; i++) {
      vocabulary.put(sign(i), i);
    }
    List<List<String>> words = new ArrayList<>();
    texts.forEach(text -> words.addAll(words(text)));
    for (int i = 0; i < count; i++) {
      Map<List<String>, Integer> counts = new HashMap<>();
      for (List<String> word : words) {
        for (int j = 0; j + 1 < word.size(); j++) {
          counts.merge(List.of(word.get(j), word.get(j + 1)), 1, Integer::sum);
        }
      }
      List<String> best =
          counts.entrySet().stream()
              .max(
                  Map.Entry.<List<String>, Integer>comparingByValue()
                      .thenComparing(e -> String.join(" ", e.getKey()), Comparator.reverseOrder()))
              .orElseThrow()
              .getKey();
      merges.add(best);
      vocabulary.putIfAbsent(best.get(0) + best.get(1), vocabulary.size());
      words.forEach(word -> merge(word, best));
    }
  }

  /** GPT-2's sign for a byte: itself if it is printed and no space, else one from 256 on. */
  private static String sign(int value) {
    int beyond = 256;
    for (int i = 0; i < value; i++) {
      beyond += isPrinted(i) ? 0 : 1;
    }
    return Character.toString(isPrinted(value) ? value : beyond);
  }

  private static boolean isPrinted(int value) {
    return (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xFF && value != 0xAD);
  }

  private static List<List<String>> words(String text) {
    return WORDS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(
            word -> {
              List<String> signs = new ArrayList<>();
              for (byte b : word.getBytes(UTF_8)) {
                signs.add(sign(b & 0xFF));
              }
              return signs;
            })
        .toList();
  }

  private static void merge(List<String> word, List<String> pair) {
    for (int j = 0; j + 1 < word.size(); j++) {
      if (word.subList(j, j + 2).equals(pair)) {
        word.set(j, word.get(j) + word.remove(j + 1));
      }
    }
  }

  int[] encode(String text) {
    List<List<String>> words = words(text);
    words.forEach(word -> merges.forEach(pair -> merge(word, pair)));
    return words.stream().flatMap(List::stream).mapToInt(vocabulary::get).toArray();
  }

  int size() {
    return vocabulary.size();
  }

  String json() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("type", "BPE");
    model.put("vocab", vocabulary);
    model.put("merges", merges.stream().map(pair -> String.join(" ", pair)).toList());
    return new Gson()
        .toJson(
            Map.of(
                "version",
                "1.0",
                "pre_tokenizer",
                Map.of(
                    "type",
                    "ByteLevel",
                    "add_prefix_space",
                    false,
                    "trim_offsets",
                    true,
                    "use_regex",
                    true),
                "model",
                model));
  }

  @Override
  public String toString() {
    return "byte pairs " + Arrays.toString(merges.toArray());
  }
}
