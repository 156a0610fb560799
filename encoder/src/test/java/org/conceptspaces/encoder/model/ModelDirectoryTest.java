package org.conceptspaces.encoder.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.text.Tokenizer;
import org.conceptspaces.encoder.text.TokenizerFile;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.encoder.train.Trainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelDirectoryTest {

  private static final List<String> TEXTS =
      List.of("a dog with curly hair", "a bird that swims", "something else entirely");

  private final NDManager manager = Small.manager();
  private final Plugins plugins = Spaces.plugins();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    manager.close();
  }

  private ModelDescription description(SpaceConfig space, EncoderShape shape) {
    return new ModelDescription(
        shape,
        space,
        Animals.corpus().vocabulary(),
        7,
        "0123456789abcdef",
        Animals.corpus().split().full().fingerprint(),
        Map.of("concept-spaces", "0.1", "java", "17"));
  }

  private ConceptModel save(Spaces spaces) {
    ConceptModel model = spaces.model(manager);
    ModelDirectory.save(folder, description(spaces.config(plugins), spaces.shape()), model);
    return model;
  }

  private TrainedModel load() {
    return ModelDirectory.load(folder, plugins, manager);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLoadedIsWhatWasSavedBitForBit(Spaces spaces) {
    ConceptModel model = save(spaces);
    new Trainer(Animals.corpus(), Small.training(3), 1).train(manager, model, report -> {});
    ModelDirectory.save(folder, description(spaces.config(plugins), spaces.shape()), model);
    TrainedModel loaded = load();
    Map<String, double[]> wanted = Small.values(model);
    Map<String, double[]> read = Small.values(loaded.network());
    assertEquals(wanted.keySet(), read.keySet());
    wanted.forEach((path, values) -> assertArrayEquals(values, read.get(path), path));
    assertEquals(description(spaces.config(plugins), spaces.shape()), loaded.description());

    Vocabulary vocabulary = Animals.corpus().vocabulary();
    int[][] tokens = TEXTS.stream().map(text -> vocabulary.encode(text, 12)).toArray(int[][]::new);
    try (PointBank before = PointBank.of(manager, model, tokens, concepts -> {});
        PointBank after = loaded.points(TEXTS)) {
      assertTrue(Arrays.deepEquals(before.coordinates(), after.coordinates()));
    }
    try (var pass = loaded.pass()) {
      double[] pooled = Small.numbers(loaded.concepts(pass, TEXTS).summary().pooled());
      try (PointBank after = loaded.points(TEXTS)) {
        double[] flat =
            Arrays.stream(after.coordinates()).flatMapToDouble(Arrays::stream).toArray();
        assertArrayEquals(flat, pooled);
      }
    }
  }

  private static final String WORDS =
      """
      {"version":"1.0","pre_tokenizer":{"type":"WhitespaceSplit"},
       "model":{"type":"WordLevel","unk_token":"?","vocab":{"?":0,"a":1,"dog":2,"bird":3,"with":4}}}
      """;

  /** A model that knows its tokens from a file of its own. */
  private TrainedModel saveWithTokenizer(Function<Tokenizer, Vocabulary> of) {
    Vocabulary vocabulary = of.apply(TokenizerFile.of("words", WORDS.getBytes(UTF_8)));
    SpaceConfig space = Spaces.EUCLIDEAN.config(plugins);
    ModelDescription description =
        new ModelDescription(Small.shape(), space, vocabulary, 7, "0", "1", Map.of());
    ConceptModel model = description.declare(plugins);
    model.initialize(manager, 7, new long[vocabulary.size()]);
    ModelDirectory.save(folder, description, model);
    return new TrainedModel(manager, description, model, null);
  }

  @Test
  void aTokenizerFromAFileGoesWithTheModel() throws IOException {
    List<Function<Tokenizer, Vocabulary>> kinds =
        List.of(
            Vocabulary::whole, tokenizer -> Vocabulary.occurring(tokenizer, List.of("a dog x")));
    for (Function<Tokenizer, Vocabulary> kind : kinds) {
      TrainedModel saved = saveWithTokenizer(kind);
      assertEquals(WORDS, Files.readString(folder.resolve("tokenizer.json")));
      TrainedModel loaded = load();
      assertEquals(saved.description(), loaded.description());
      try (PointBank before = saved.points(TEXTS);
          PointBank after = loaded.points(TEXTS)) {
        assertTrue(Arrays.deepEquals(before.coordinates(), after.coordinates()));
      }
    }
  }

  @Test
  void anotherTokenizerOrNoneIsFound() throws IOException {
    saveWithTokenizer(Vocabulary::whole);
    Path tokenizer = folder.resolve("tokenizer.json");
    Files.writeString(tokenizer, WORDS.replace("dog", "cat"));
    assertMessage(assertThrows(ModelException.class, this::load), tokenizer.toString(), "damaged");
    Files.delete(tokenizer);
    assertMessage(assertThrows(ModelException.class, this::load), tokenizer.toString(), "missing");
  }

  @Test
  void modelsThatNameNoTokenizerHaveTheBuiltInOne() throws IOException {
    save(Spaces.EUCLIDEAN);
    Path path = folder.resolve("model.json");
    String text = Files.readString(path);
    String named = "\"tokenizer\":\"cl100k_base\",";
    assertTrue(text.contains(named), text);
    Files.writeString(path, text.replace(named, ""));
    assertEquals(Animals.corpus().vocabulary(), load().description().vocabulary());
  }

  @Test
  void aLoadedModelTrainsOn() {
    save(Spaces.LEARNED_CURVATURE);
    Map<String, double[]> before = Small.values(load().network());
    ConceptModel model = load().network();
    new Trainer(Animals.corpus(), Small.training(2), 1).train(manager, model, report -> {});
    Map<String, double[]> after = Small.values(model);
    before.forEach((path, x) -> assertTrue(!Arrays.equals(x, after.get(path)), path));
  }

  @Test
  void savingAgainReplaces() {
    save(Spaces.EUCLIDEAN);
    ConceptModel second = save(Spaces.POINCARE);
    Map<String, double[]> read = Small.values(load().network());
    Small.values(second).forEach((path, x) -> assertArrayEquals(x, read.get(path), path));
  }

  @Test
  void aFailingWriteLeavesTheOldModel() throws IOException {
    save(Spaces.EUCLIDEAN);
    Map<String, double[]> before = Small.values(load().network());
    // A parameter without an array cannot be written.
    ConceptModel undrawn =
        new ConceptModel(
            Small.shape(),
            Animals.corpus().vocabulary().size(),
            Spaces.EUCLIDEAN.config(plugins),
            plugins);
    assertThrows(
        RuntimeException.class,
        () ->
            ModelDirectory.save(
                folder, description(Spaces.EUCLIDEAN.config(plugins), Small.shape()), undrawn));
    Map<String, double[]> after = Small.values(load().network());
    before.forEach((path, x) -> assertArrayEquals(x, after.get(path), path));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    ConceptModel model = Spaces.EUCLIDEAN.model(manager);
    ModelException e =
        assertThrows(
            ModelException.class,
            () ->
                ModelDirectory.save(
                    file, description(Spaces.EUCLIDEAN.config(plugins), Small.shape()), model));
    assertMessage(e, file.toString());
  }

  @Test
  void aFolderWithoutAModelIsNamed() {
    ModelException e = assertThrows(ModelException.class, this::load);
    assertMessage(e, folder.toString(), "model.json");
  }

  @Test
  void missingWeightsAreNamed() throws IOException {
    save(Spaces.EUCLIDEAN);
    Files.delete(folder.resolve("weights.safetensors"));
    assertMessage(assertThrows(ModelException.class, this::load), "weights.safetensors");
  }

  /** A number from 0 to 1 says where in the file a bit is flipped. */
  @ParameterizedTest
  @CsvSource({"0", "0.00001", "0.01", "0.5", "0.999999"})
  void everyFlippedBitOfTheWeightsIsFound(double where) throws IOException {
    save(Spaces.EUCLIDEAN);
    Path weights = folder.resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[(int) (where * bytes.length)] ^= 4;
    Files.write(weights, bytes);
    assertMessage(assertThrows(ModelException.class, this::load), weights.toString());
  }

  @ParameterizedTest
  @CsvSource({"0", "4", "100", "-1"})
  void truncatedWeightsAreFound(int length) throws IOException {
    save(Spaces.EUCLIDEAN);
    Path weights = folder.resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length));
    assertMessage(assertThrows(ModelException.class, this::load), weights.toString());
  }

  @Test
  void weightsOfAnotherModelAreFound() throws IOException {
    save(Spaces.EUCLIDEAN);
    byte[] flat = Files.readAllBytes(folder.resolve("weights.safetensors"));
    save(Spaces.LEARNED_CURVATURE);
    Path weights = Files.write(folder.resolve("weights.safetensors"), flat);
    assertMessage(assertThrows(ModelException.class, this::load), weights.toString());
  }

  /** Edits of {@code model.json} that no longer fit the weights, or anything. */
  @ParameterizedTest
  @CsvSource({
    "'\"hidden\":16', '\"hidden\":32', weights.safetensors, table.widen",
    "'\"dimension\":3', '\"dimension\":4', weights.safetensors, prototypes",
    "'\"space\":\"euclidean\"', '\"space\":\"euklidean\"', model.json, euclidean",
    "'\"heads\":2', '\"heads\":3', model.json, heads",
    "'\"heads\":2', '\"heads\":true', model.json, heads",
    "'\"format\":1', '\"format\":99', model.json, format",
    "'\"vocabulary\":[', '\"words\":[', model.json, model.json",
    "'\"config\":', '\"konfig\":', model.json, model.json",
    "'{', '[', model.json, model.json",
    "'}', '', model.json, model.json",
  })
  void aDescriptionThatDoesNotFitIsRefused(String from, String to, String file, String part)
      throws IOException {
    save(Spaces.EUCLIDEAN);
    Path path = folder.resolve("model.json");
    String text = Files.readString(path);
    assertTrue(text.contains(from), text);
    Files.writeString(path, text.replace(from, to));
    ModelException e = assertThrows(ModelException.class, this::load);
    assertMessage(e, folder.resolve(file).toString(), part);
  }

  @Test
  void anEmptyDescriptionIsRefused() throws IOException {
    save(Spaces.EUCLIDEAN);
    Path path = Files.writeString(folder.resolve("model.json"), "");
    assertMessage(assertThrows(ModelException.class, this::load), path.toString());
    Files.delete(path);
    Files.createDirectory(path);
    assertMessage(assertThrows(ModelException.class, this::load), path.toString());
  }

  private static void assertMessage(ModelException e, String... parts) {
    String message = String.valueOf(e.getMessage());
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }
}
