package org.conceptspaces.pretrained;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.conceptspaces.api.InputException;
import org.conceptspaces.encoder.pretrained.PretrainedTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encoders of a user's, by path. */
class EncoderFolderTest {

  private static final String PAIR = ", input_ids: Tensor, attention_mask: Tensor) -> Tensor";
  private static final String TRIPLE =
      ", input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor";

  /** Ids where the mask is 1, and twice as much. */
  private static final String[] ID_AND_TWICE = {
    "x = torch.unsqueeze(torch.to(torch.mul(input_ids, attention_mask), 6), -1)",
    "return torch.cat([x, torch.mul(x, 2)], -1)"
  };

  @TempDir private Path folder = Path.of("");

  private PretrainedTokens open() {
    return new StandardLoader().open(folder);
  }

  private void script(String name, String parameters, String... lines) throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), TorchScripts.TOKENIZER);
    TorchScripts.write(folder.resolve(name), parameters, lines);
  }

  private static float[][] states(PretrainedTokens encoder, int[]... texts) {
    float[][] states = new float[texts.length][];
    encoder.states(
        texts,
        (text, rows) -> {
          states[text] = new float[rows.remaining()];
          rows.get(states[text]);
        });
    return states;
  }

  private void refused(String contains) {
    InputException refused = assertThrows(InputException.class, this::open);
    assertTrue(refused.getMessage().startsWith("encoder " + folder), refused.getMessage());
    assertTrue(refused.getMessage().contains(contains), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  @Test
  void theSameFilesInAFolderAreTheSameEncoder() throws IOException {
    Extracted.into(folder);
    int[][] texts = {{2003, 2004, 2005}, {3899}};
    try (PretrainedTokens own = open();
        PretrainedTokens packaged = new StandardLoader().open("minilm")) {
      assertEquals(packaged.fingerprint(), own.fingerprint());
      assertEquals(folder.toString(), own.name());
      assertEquals(Integer.MAX_VALUE, own.maximumTokens());
      assertArrayEquals(states(packaged, texts), states(own, texts));
      InputException tooLong =
          assertThrows(InputException.class, () -> states(own, new int[600], new int[3]));
      assertTrue(
          tooLong
              .getMessage()
              .startsWith("encoder " + folder + ": fails at a text of 600 tokens: "),
          tooLong.getMessage());
      assertTrue(
          tooLong
              .getMessage()
              .endsWith("; if that is too long for it, lower encoder.maximumTokens"),
          tooLong.getMessage());
    }
  }

  @Test
  void readsTorchScript() throws IOException {
    script("mine.pt", PAIR, ID_AND_TWICE);
    try (PretrainedTokens encoder = open()) {
      assertEquals(2, encoder.width());
      assertArrayEquals(new int[] {2, 4, 3}, encoder.tokenizer().encode("a c zebra"));
      assertArrayEquals(
          new float[][] {{2, 4}, {4, 8, 2, 4, 3, 6}},
          states(encoder, new int[] {2}, new int[] {4, 2, 3}));
    }
  }

  @Test
  void torchScriptMayWantTypesOfTokens() throws IOException {
    script(
        "mine.pt",
        TRIPLE,
        "x = torch.unsqueeze(torch.to(torch.add(input_ids, token_type_ids), 6), -1)",
        "return x");
    try (PretrainedTokens encoder = open()) {
      assertArrayEquals(new float[][] {{4, 3}}, states(encoder, new int[] {4, 3}));
    }
  }

  @Test
  void filesBesideTellTheLongestText() throws IOException {
    script("mine.pt", PAIR, ID_AND_TWICE);
    Files.writeString(folder.resolve("config.json"), "{\"max_position_embeddings\": 512}");
    assertEquals(510, opened().maximumTokens());
    Files.writeString(folder.resolve("tokenizer_config.json"), "{\"model_max_length\": 66}");
    assertEquals(64, opened().maximumTokens());
    Files.writeString(folder.resolve("tokenizer_config.json"), "{\"model_max_length\": 1e30}");
    assertEquals(510, opened().maximumTokens());
    Files.writeString(folder.resolve("config.json"), "{\"max_position_embeddings\": null}");
    assertEquals(Integer.MAX_VALUE, opened().maximumTokens());
    Files.writeString(folder.resolve("config.json"), "{");
    refused("config.json is no JSON: ");
  }

  private PretrainedTokens opened() {
    try (PretrainedTokens encoder = open()) {
      return encoder;
    }
  }

  @Test
  void otherFilesAreAnotherEncoder() throws IOException {
    script("mine.pt", PAIR, ID_AND_TWICE);
    String first = opened().fingerprint();
    Files.writeString(
        folder.resolve("tokenizer.json"), TorchScripts.TOKENIZER.replace("\"c\": 4", "\"d\": 4"));
    String second = opened().fingerprint();
    script("mine.pt", PAIR, ID_AND_TWICE[0], "return x");
    assertEquals(3, Set.of(first, second, opened().fingerprint()).size());
    assertNotEquals(first, second);
  }

  @Test
  void aFolderThatIsNoneSaysSo() throws IOException {
    String wants =
        "; wants a folder with model.onnx or one TorchScript .pt file, and tokenizer.json";
    Path whole = folder;
    refused("has no model.onnx and no .pt file" + wants);
    folder = whole.resolve("nowhere");
    refused(": there is no such folder" + wants + " (here: ");
    folder = Files.writeString(whole.resolve("file"), "");
    refused(": is no folder" + wants);
  }

  @Test
  void whatIsInAFolderMustFit() throws IOException {
    Files.writeString(folder.resolve("a.pt"), "no network");
    refused("has no tokenizer.json");
    Files.writeString(folder.resolve("tokenizer.json"), TorchScripts.TOKENIZER);
    refused("is no network that PyTorch reads: ");
    Files.writeString(folder.resolve("b.pt"), "no network");
    refused("has several: [a.pt, b.pt]");
    Files.write(folder.resolve("model.onnx"), "no network".getBytes(UTF_8));
    refused("is no network that OnnxRuntime reads: ");
    Files.delete(folder.resolve("model.onnx"));
    Files.delete(folder.resolve("b.pt"));
    TorchScripts.write(folder.resolve("a.pt"), PAIR, "return torch.to(input_ids, 6)");
    refused("does not work as an encoder: tells [(1, 3)]; wants an output of float32 numbers");
    TorchScripts.write(
        folder.resolve("a.pt"), ", input_ids: Tensor) -> Tensor", "return input_ids");
    refused("does not work as an encoder: ");
    TorchScripts.write(folder.resolve("a.pt"), PAIR, ID_AND_TWICE);
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    refused("tokenizer.json");
  }
}
