package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings on tokens of one's own. */
class TokenizerTest {

  private static final String WORDS =
      """
      {"version":"1.0","pre_tokenizer":{"type":"WhitespaceSplit"},
       "model":{"type":"WordLevel","unk_token":"?",
        "vocab":{"?":0,"the":1,"text":2,"of":3,"thing":4,"kind":5,"never":6}}}
      """;

  @TempDir private Path folder = Path.of("");

  private SmallData data = new SmallData(folder);
  private Path out = folder;

  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
    data.write("words.json", WORDS);
    out = folder.resolve("out");
  }

  private Path config(String more) {
    return data.config("own.yaml", "heldOut: 0.2}", "heldOut: 0.2, " + more + "}");
  }

  private Ran train(Path config) {
    return Ran.concepts("train", config.toString(), "--output", out.toString());
  }

  private Ran resume(Path config) {
    return Ran.concepts("train", config.toString(), "--output", out.toString(), "--resume");
  }

  private static String field(Path file, String name) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject().get(name).getAsString();
  }

  private String dataFingerprint() throws IOException {
    String results = Files.readString(out.resolve("results.json"));
    return JsonParser.parseString(results)
        .getAsJsonObject()
        .getAsJsonObject("data")
        .get("fingerprint")
        .getAsString();
  }

  @Test
  void modelsAndCheckpointsCarryTheirTokenizer() throws IOException {
    Ran ran = train(config("tokenizer: words.json, vocabulary: all"));
    assertEquals(Main.DONE, ran.exit(), ran.err());
    Path checkpoint = out.resolve("checkpoints").resolve("step-0000004");
    for (Path model : new Path[] {out, checkpoint}) {
      assertArrayEquals(
          Files.readAllBytes(data.path("words.json")),
          Files.readAllBytes(model.resolve("tokenizer.json")));
    }
    String sums = Files.readString(checkpoint.resolve("SHA256SUMS"));
    assertTrue(sums.contains(field(out.resolve("model.json"), "tokenizer") + "  tokenizer.json"));
  }

  @Test
  void theDataOfAnotherTokenizerIsOther() throws IOException {
    assertEquals(Main.DONE, train(config("tokenizer: words.json")).exit());
    String before = dataFingerprint();
    out = folder.resolve("second");
    data.write("words.json", WORDS + " ");
    assertEquals(Main.DONE, train(config("tokenizer: words.json")).exit());
    assertNotEquals(before, dataFingerprint());
  }

  @Test
  void aChangedTokenizerIsRefused() throws IOException {
    Path config = config("tokenizer: words.json");
    assertEquals(Main.DONE, train(config).exit());
    Files.delete(out.resolve("results.json"));
    data.write("words.json", WORDS.replace("never", "always"));
    Ran ran = resume(config);
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertTrue(
        ran.err().contains("the tokenizer is not that with which the training began (hash "),
        ran.err());
    data.write("words.json", WORDS);
    Ran again = resume(config);
    assertEquals(Main.DONE, again.exit(), again.err());
    assertTrue(again.err().contains(", from step 4"), again.err());
  }

  @Test
  void whatCannotBeUsedIsRefusedBeforeAnythingIsWritten() {
    Path missing = data.path("none.json");
    train(config("tokenizer: none.json"))
        .refusedWith(
            "%s: there is no such file; give the path of a tokenizer.json (here: %s)"
                .formatted(missing, missing.toAbsolutePath()));
    train(config("tokenizer: \"\\0\""))
        .refusedWith("data.tokenizer = '\\u0000': is no path of a file");
    train(config("tokenizer: texts.tsv"))
        .refusedWith(
            data.path("texts.tsv")
                + ": is no tokenizer.json of Hugging Face that can be used: expected value at line"
                + " 1 column 1");
    data.write("blind.json", WORDS.replaceFirst("\"vocab\":\\{.*}}}", "\"vocab\":{\"x\":0}}}"));
    Ran blind = train(config("tokenizer: blind.json"));
    assertEquals(Main.BAD_INPUT, blind.exit());
    assertTrue(blind.err().contains("has no tokens for the text 'the text of "), blind.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aTokenizerThatFindsNothingIsRefused() {
    data.write(
        "silent.json",
        """
        {"version":"1.0","model":{"type":"BPE","vocab":{"Q":0},"merges":[]}}
        """);
    train(config("tokenizer: silent.json"))
        .refusedWith(
            "data.tokenizer = 'silent.json': finds no token in any training text; use one made for"
                + " such texts");
  }
}
