package org.conceptspaces.encoder.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.conceptspaces.encoder.text.SmallTokenizers.BYTE_PAIRS;
import static org.conceptspaces.encoder.text.SmallTokenizers.TEXTS;
import static org.conceptspaces.encoder.text.SmallTokenizers.UNIGRAM_PIECES;
import static org.conceptspaces.encoder.text.SmallTokenizers.WORD_PIECES;
import static org.conceptspaces.encoder.text.SmallTokenizers.words;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerFileTest {

  private static final List<String> ODD =
      List.of(
          "a",
          "Dog",
          "dogs, cats!",
          "it's a pet's  home ",
          "42 birds",
          "naïve — Ünï",
          "🦊 fox",
          "\n");

  @TempDir private Path folder = Path.of("");

  private static Tokenizer of(String json) {
    return SmallTokenizers.of(json);
  }

  /** Of letters that the texts have, in no words that they have. */
  private static List<String> madeUp(int count) {
    SplittableRandom random = new SplittableRandom(8);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              StringBuilder text = new StringBuilder("a");
              for (int j = random.nextInt(12); j > 0; j--) {
                text.append(random.nextInt(4) == 0 ? " " : "").append("eatornismlh".charAt(j - 1));
              }
              return text.toString();
            })
        .toList();
  }

  private static void same(Tokenizer tokenizer, Function<String, int[]> wanted, List<String> of) {
    for (String text : of) {
      assertArrayEquals(wanted.apply(text), tokenizer.encode(text), text);
    }
  }

  @Test
  void bytePairsAreMergedInTheOrderInWhichTheyWereLearned() {
    Tokenizer tokenizer = of(BYTE_PAIRS.json());
    assertEquals(BYTE_PAIRS.size(), tokenizer.size());
    same(tokenizer, BYTE_PAIRS::encode, TEXTS);
    same(tokenizer, BYTE_PAIRS::encode, madeUp(300));
    same(tokenizer, BYTE_PAIRS::encode, ODD);
  }

  /** The file wants special tokens around texts, and all texts of four tokens. */
  @Test
  void wordPiecesAreTheLongestWithNothingAroundThem() {
    Tokenizer tokenizer = of(WORD_PIECES.json());
    assertEquals(WORD_PIECES.size() + 1, tokenizer.size(), "all and [NEW]");
    same(tokenizer, WORD_PIECES::encode, TEXTS);
    same(tokenizer, WORD_PIECES::encode, madeUp(300));
    same(tokenizer, WORD_PIECES::encode, List.of("a", "Dog", "dogs, cats!", "naïve Ünï", "🦊 fox"));
    assertArrayEquals(
        new int[] {WORD_PIECES.id("[MASK]"), WORD_PIECES.size(), WORD_PIECES.id("a")},
        tokenizer.encode("[MASK] [NEW] a"),
        "special tokens that a text spells out are what the file says");
  }

  @Test
  void unigramPiecesAreTheMostProbable() {
    Tokenizer tokenizer = of(UNIGRAM_PIECES.json());
    assertEquals(UNIGRAM_PIECES.size(), tokenizer.size());
    same(tokenizer, UNIGRAM_PIECES::encode, TEXTS);
    same(tokenizer, UNIGRAM_PIECES::encode, madeUp(300));
  }

  /** With whatever marks the pieces of words in each kind of file. */
  @Test
  void tokensReadAsPiecesOfTheText() {
    for (Tokenizer tokenizer : SmallTokenizers.all()) {
      for (String text : TEXTS) {
        String pieces =
            Arrays.stream(tokenizer.encode(text))
                .mapToObj(tokenizer::text)
                .collect(Collectors.joining());
        assertEquals(text.replace(" ", ""), pieces.replaceAll("##|Ġ|▁| ", ""));
      }
    }
  }

  @Test
  void aFileIsKeptAsItIs() throws IOException {
    byte[] content = (BYTE_PAIRS.json() + "\n").getBytes(UTF_8);
    Tokenizer read = TokenizerFile.read(Files.write(folder.resolve("any name.json"), content));
    assertArrayEquals(content, read.file());
    assertEquals(Sha256.of(content), read.fingerprint());
  }

  @Test
  void severalThreadsGetTheSameTokens() {
    Tokenizer tokenizer = of(BYTE_PAIRS.json());
    List<String> texts = madeUp(2_000);
    List<int[]> wanted = texts.stream().map(tokenizer::encode).toList();
    IntStream.range(0, 8_000)
        .parallel()
        .forEach(
            i -> assertArrayEquals(wanted.get(i % 2_000), tokenizer.encode(texts.get(i % 2_000))));
  }

  @Test
  void loneSurrogatesCountAsReplacementCharacters() {
    Tokenizer tokenizer = of(BYTE_PAIRS.json());
    for (String lone : List.of("\uD83E", "\uDD8A", "a\uD83Eb", "\uDD8A\uD83E")) {
      String replaced = lone.replaceAll("[\uD83E\uDD8A]", "\uFFFD");
      assertArrayEquals(tokenizer.encode(replaced), tokenizer.encode(lone));
    }
  }

  @Test
  void zerosAreCharactersAsOthers() {
    assertArrayEquals(new int[] {'a', 0, 'b'}, bytes(of(BYTE_PAIRS.json()).encode("a\0b")));
  }

  /** The first 256 tokens are bytes. */
  private static int[] bytes(int[] tokens) {
    assertTrue(Arrays.stream(tokens).allMatch(token -> token < 256), Arrays.toString(tokens));
    return tokens;
  }

  @Test
  void aTextMayHaveNoTokens() {
    assertEquals(0, of(WORD_PIECES.json()).encode(" \t\u200B ").length);
    assertEquals(0, of(words("a", "b")).encode("   ").length);
  }

  @Test
  void aMillionCharactersOfAnyKindAreRead() {
    int n = 1_000_000;
    Tokenizer pairs = of(BYTE_PAIRS.json());
    assertEquals(4 * (n / 2), pairs.encode("🦊".repeat(n / 2)).length);
    assertEquals(n, pairs.encode("q".repeat(n)).length);
    assertArrayEquals(
        new int[] {WORD_PIECES.id("[UNK]")}, of(WORD_PIECES.json()).encode("q".repeat(n)));
    assertEquals(n / 2, of(words("a", "b")).encode("a ".repeat(n / 2)).length);
    assertTrue(of(UNIGRAM_PIECES.json()).encode("ate".repeat(n / 3)).length >= n / 4);
  }

  @Test
  void anUnknownWordWithoutATokenForItIsNamed() {
    Tokenizer tokenizer = of(words("a", "b"));
    assertArrayEquals(new int[] {0, 1}, tokenizer.encode("a b"));
    DataException e = assertThrows(DataException.class, () -> tokenizer.encode("a zebra"));
    assertEquals(
        "tokenizer.json: has no tokens for the text 'a zebra' (WordLevel error: Missing [UNK] token"
            + " from the vocabulary); leave the text out, or use a tokenizer that has a token for"
            + " what is unknown",
        e.getMessage());
  }

  private static String refusal(byte[] content) {
    return assertThrows(DataException.class, () -> TokenizerFile.of("t.json", content))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "null",
        "{\"model\": 3}",
        "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": [\"a b\"]}}",
        "{\"model\": {\"type\": \"WordLevel\", \"vocab\": {\"a\": -1}, \"unk_token\": \"a\"}}",
        "{\"model\": {\"type\": \"Wordles\", \"vocab\": {\"a\": 1}}}",
      })
  void whatIsNoTokenizerIsRefused(String content) {
    String message = refusal(content.getBytes(UTF_8));
    assertTrue(
        message.startsWith("t.json: is no tokenizer.json of Hugging Face that can be used: "),
        message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void everyBeginningOfAFileIsRefused() {
    byte[] whole = BYTE_PAIRS.json().getBytes(UTF_8);
    for (int length = 0; length < whole.length; length += 97) {
      assertTrue(refusal(Arrays.copyOf(whole, length)).startsWith("t.json: is no"));
    }
  }

  @Test
  void otherEncodingsAreRefused() {
    assertEquals(
        "t.json: is not valid UTF-8; give a tokenizer.json",
        refusal(words("é").getBytes(ISO_8859_1)));
  }

  @ParameterizedTest
  @CsvSource({"16777215, true", "16777216, false", "4294967295, false"})
  void idsBeyondAnyVocabularyAreRefused(long id, boolean taken) {
    String json = words("a").replace("\"a\":0", "\"a\":" + id);
    if (taken) {
      assertEquals(id + 1, of(json).size());
    } else {
      String message = refusal(json.getBytes(UTF_8));
      assertTrue(message.endsWith("has a token with id " + id + "; wants ids below 16777216"));
    }
  }

  @Test
  void chanceIsRefused() {
    String json = BYTE_PAIRS.json();
    String message =
        refusal(json.replace("\"model\":{", "\"model\":{\"dropout\":0.1,").getBytes(UTF_8));
    assertTrue(message.contains("has model.dropout = 0.1, which cuts"), message);
    assertEquals(
        BYTE_PAIRS.size(), of(json.replace("\"model\":{", "\"model\":{\"dropout\":null,")).size());
  }

  @Test
  void filesThatAreNoneAreRefused() {
    Path missing = folder.resolve("tokeniser.json");
    assertEquals(
        missing
            + ": there is no such file; give the path of a tokenizer.json (here: "
            + missing
            + ")",
        assertThrows(DataException.class, () -> TokenizerFile.read(missing)).getMessage());
    assertEquals(
        folder + ": is no file; give a tokenizer.json",
        assertThrows(DataException.class, () -> TokenizerFile.read(folder)).getMessage());
  }
}
