package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with models that read the states of MiniLM. */
class PretrainedModelTest {

  private static final String ENCODER = "encoder: {tokenDimension: 8,";
  private static final String TRAINING = "training: {steps: 4,";

  @TempDir private Path folder = Path.of("");

  private SmallData data = new SmallData(folder);

  @BeforeEach
  void prepare() {
    data = new SmallData(folder);
  }

  private Path config(String tokens) {
    return data.write(
        tokens + ".yaml",
        SmallData.CONFIG
            .replace(ENCODER, ENCODER + " tokens: " + tokens + ",")
            .replace(TRAINING, TRAINING + " maskedTokens: 0,"));
  }

  @Test
  void aModelIsTrainedEncodedByAndAnalysed() throws IOException {
    Path model = folder.resolve("model");
    Ran trained =
        Ran.concepts("train", config("pretrained").toString(), "--output", model.toString());
    assertEquals(Main.DONE, trained.exit(), trained.err());
    trained.tellsNoTrace();

    Ran encoded =
        Ran.concepts("encode", model.toString(), "--text", "a thing of kind 2", "--json", "-");
    assertEquals(Main.DONE, encoded.exit(), encoded.err());
    JsonObject text = JsonParser.parseString(encoded.out()).getAsJsonObject();
    assertEquals(5, text.get("tokens").getAsInt(), "without [CLS] and [SEP]");
    assertEquals(0, text.get("unknown").getAsInt());

    Path lines =
        data.write("lines.txt", "one thing\nanother thing\nthe text of kind 1\nthe whole\n");
    Ran analysed =
        Ran.concepts("analyze", model.toString(), "--texts", lines.toString(), "--json", "-");
    assertEquals(Main.DONE, analysed.exit(), analysed.err());
    assertTrue(analysed.out().contains("\"effective_rank\""), analysed.out());
  }

  @Test
  void aTextIsPlacedByStatesAndConceptsAlike() {
    Path config =
        data.write(
            "place.yaml",
            SmallData.CONFIG
                .replace(ENCODER, ENCODER + " tokens: pretrained,")
                .replace(TRAINING, TRAINING + " maskedTokens: 0,")
                .replace(
                    "seeds:",
                    "placement: {channels: [words, states, concepts], leaves: 0.5}\nseeds:"));
    Path model = folder.resolve("placer");
    Ran trained = Ran.concepts("train", config.toString(), "--output", model.toString());
    assertEquals(Main.DONE, trained.exit(), trained.err());
    assertTrue(Files.exists(model.resolve("placement/states.safetensors")));
    Ran placed =
        Ran.concepts(
            "place", model.toString(), "--text", "the text of thing 99 of kind 2", "--json", "-");
    assertEquals(Main.DONE, placed.exit(), placed.err());
    JsonObject first =
        JsonParser.parseString(placed.out())
            .getAsJsonObject()
            .getAsJsonArray("places")
            .get(0)
            .getAsJsonObject();
    assertEquals("c2", first.get("id").getAsString(), placed.out());
    assertTrue(first.getAsJsonObject("aspects").keySet().contains("states"), placed.out());
  }

  @Test
  void spacesAreComparedAndStatesAreComputedOnce() throws IOException {
    data.write("texts.tsv", SmallData.texts("\n").replace("everything", "everything new"));
    String config = config("hybrid").toString();
    Path first = folder.resolve("first");
    Ran computed = Ran.concepts("compare", config, "--output", first.toString());
    assertEquals(Main.DONE, computed.exit(), computed.err());
    Ran again = Ran.concepts("compare", config, "--output", folder.resolve("second").toString());
    assertEquals(Main.DONE, again.exit(), again.err());
    assertFalse(again.err().contains("states of minilm"), again.err());
    JsonObject run =
        JsonParser.parseString(Files.readString(first.resolve("results.json")))
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(1)
            .getAsJsonObject();
    assertFalse(run.getAsJsonObject("metrics").get("parent_mrr").isJsonNull());
  }

  @Test
  void maskedTokensAreRefused() {
    Path config = data.config("leak.yaml", ENCODER, ENCODER + " tokens: hybrid,");
    Ran.concepts("compare", config.toString())
        .refusedWith(
            config
                + ": training.maskedTokens = 1.0: with encoder.tokens: hybrid a hidden token's"
                + " neighbours have seen it, so telling it asks nothing of the concepts; write"
                + " maskedTokens: 0 (reconstruction may have a weight)");
  }

  @Test
  void theDoctorKnowsTheEncoders() {
    Ran ran = Ran.concepts("doctor");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(ran.out().contains("minilm, and folders of ONNX or TorchScript"), ran.out());
    assertTrue(ran.out().contains("pytorch"), ran.out());
  }
}
