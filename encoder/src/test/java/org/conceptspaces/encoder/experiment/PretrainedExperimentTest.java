package org.conceptspaces.encoder.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.conceptspaces.api.InputException;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.EncodedText;
import org.conceptspaces.encoder.model.Folders;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.model.ModelException;
import org.conceptspaces.encoder.model.TextEncoder;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings on frozen states, here of an encoder that hashes tokens. */
class PretrainedExperimentTest {

  private static final String STATES = "tokens: pretrained, pretrained: hashed";
  private static final List<String> TEXTS =
      List.of("a dog with curly hair", "a bird that swims", "dog");

  @TempDir private Path folder = Path.of("");

  private final NDManager manager = Small.manager();
  private PretrainedRun run = new PretrainedRun(folder);

  @BeforeEach
  void prepare() {
    run = new PretrainedRun(folder);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private static Set<String> paths(ConceptModel model) {
    Set<String> paths = new TreeSet<>();
    model.parameters().entries().stream().map(Parameters.Entry::path).forEach(paths::add);
    return paths;
  }

  @Test
  void withoutAnythingToTellThereIsNoTableOfTheVocabulary() {
    ConceptModel model = run.open(STATES, "").description().declare(Small.plugins());
    assertFalse(model.tellsTokens());
    assertEquals(
        Set.of(
            "pretrained.norm.scale",
            "pretrained.norm.shift",
            "pretrained.widen.weight",
            "pretrained.widen.bias",
            "table.vocabulary-bias"),
        Set.copyOf(
            paths(model).stream()
                .filter(path -> path.matches("(pretrained|table|decoder)[.].*"))
                .toList()));
    ConceptModel told =
        run.open(STATES, ", reconstruction: 1").description().declare(Small.plugins());
    assertTrue(told.tellsTokens());
    assertTrue(paths(told).containsAll(Set.of("table.tokens", "table.narrow.weight")));
    ConceptModel hybrid =
        run.open("tokens: hybrid, pretrained: hashed", "").description().declare(Small.plugins());
    assertFalse(hybrid.tellsTokens());
    assertTrue(paths(hybrid).contains("table.tokens"));
    assertFalse(paths(hybrid).contains("table.narrow.weight"));
  }

  @ParameterizedTest
  @CsvSource({"pretrained, 0", "pretrained, 0.5", "hybrid, 0", "hybrid, 0.5"})
  void whatIsTrainedIsSavedAndTellsTheSameConcepts(String tokens, double reconstruction)
      throws IOException {
    TrainingJob job =
        run.open(
            "tokens: " + tokens + ", pretrained: hashed, projection: mlp",
            ", reconstruction: " + reconstruction);
    RunResult result = run.train(manager, job);
    Set<String> metrics = result.outcome().metrics().keySet();
    assertTrue(metrics.containsAll(Set.of("parent_mrr", "reconstruction_map")), metrics.toString());
    assertFalse(metrics.contains("mlm_loss"));
    assertEquals(reconstruction > 0, metrics.contains("reconstruction_loss"));
    assertEquals(reconstruction > 0, metrics.contains("reconstruction_loss_held_out"));

    Checkpoint last = run.checkpoints().load(Small.plugins(), manager, problem -> {});
    assertNotNull(last);
    TrainedModel loaded = ModelDirectory.load(run.model(), Small.plugins(), manager);
    assertEquals(job.description(), loaded.description());
    Map<String, double[]> wanted = Small.values(last.model());
    Small.values(loaded.network())
        .forEach((path, values) -> assertArrayEquals(wanted.get(path), values, path));
    assertTrue(run.description().contains("\"name\":\"hashed\""), run.description());

    List<EncodedText> encoded = new ArrayList<>();
    TextEncoder encoder = new TextEncoder(loaded, encoded::add);
    TEXTS.forEach(text -> encoder.add(null, text));
    encoder.flush();
    try (PointBank points = loaded.points(TEXTS)) {
      for (int i = 0; i < TEXTS.size(); i++) {
        assertArrayEquals(
            points.coordinates()[i], encoded.get(i).concepts().pooled(), 1e-6, TEXTS.get(i));
      }
      assertFalse(Arrays.equals(points.coordinates()[0], points.coordinates()[1]), "texts differ");
    }
  }

  /** In training states are read from the cache, later they are computed. */
  @Test
  void aTextHasTheSamePointsInTrainingAndLater() {
    TrainingJob job = run.open(STATES, "");
    RunResult result = run.train(manager, job);
    TrainedModel loaded = ModelDirectory.load(run.model(), Small.plugins(), manager);
    AttentionSamples samples = result.outcome().attention();
    assertNotNull(samples);
    for (AttentionSamples.Sample sample : samples.texts()) {
      try (PointBank points = loaded.points(List.of(sample.text()))) {
        assertArrayEquals(sample.concepts().pooled(), points.coordinates()[0], 1e-6);
      }
    }
  }

  @Test
  void aTrainingThatWasStoppedGoesOnToTheSameWeights() {
    TrainingJob job = run.open("tokens: hybrid, pretrained: hashed", ", reconstruction: 0.5");
    run.train(manager, job);
    Map<String, double[]> whole =
        Small.values(ModelDirectory.load(run.model(), Small.plugins(), manager).network());
    Folders.removeQuietly(run.model());
    Folders.removeQuietly(folder.resolve("checkpoints"));
    assertThrows(CancellationException.class, () -> run.train(manager, job, null, 2));
    Checkpoint from = run.checkpoints().load(Small.plugins(), manager, problem -> {});
    assertNotNull(from);
    assertEquals(2, from.state().steps());
    job.check(from);
    run.train(manager, job, from, -1);
    Small.values(ModelDirectory.load(run.model(), Small.plugins(), manager).network())
        .forEach((path, values) -> assertArrayEquals(whole.get(path), values, path));
  }

  @Test
  void aCheckpointOfAnotherEncoderIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("one"));
    Path file = folder.resolve("one");
    TrainingJob job = run.open("tokens: pretrained, pretrained: one", "");
    run.train(manager, job);
    Checkpoint from = run.checkpoints().load(Small.plugins(), manager, problem -> {});
    assertNotNull(from);
    Files.move(file, folder.resolve("two"));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> run.open("tokens: pretrained, pretrained: two", "").check(from));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("the config is not"));
  }

  @Test
  void aModelWhoseEncoderIsGoneOrAnotherSaysSo() throws IOException {
    Path encoder = Files.createDirectory(folder.resolve("mine"));
    run.train(manager, run.open("tokens: pretrained, pretrained: mine", ""));
    ModelDirectory.load(run.model(), Small.plugins(), manager);
    Files.delete(encoder);
    Path beside = run.model().resolve("pretrained");
    assertEquals(
        "model %s: reads states of the encoder in %s, and there is no such folder; copy that folder to %s"
            .formatted(run.model(), encoder.toAbsolutePath(), beside),
        refusal());
    Files.createDirectory(beside);
    assertEquals(
        ("model %s: was trained on states of another encoder than pretrained (fingerprint"
                + " #, here #); give it the files of that one, in %s")
            .formatted(run.model(), beside),
        refusal().replaceAll("(fingerprint|here) [0-9a-f]{16}", "$1 #"));
  }

  private String refusal() {
    return String.valueOf(
        assertThrows(
                ModelException.class,
                () -> ModelDirectory.load(run.model(), Small.plugins(), manager))
            .getMessage());
  }

  private String refused(String data, String encoder, String training) {
    InputException refused =
        assertThrows(InputException.class, () -> run.open(data, encoder, training));
    return refused.getMessage();
  }

  private String problem(String data, String encoder, String training) {
    ConfigException refused =
        assertThrows(ConfigException.class, () -> run.open(data, encoder, training));
    return String.valueOf(refused.getMessage()).replace(folder.resolve("config.yaml") + ": ", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pretrained", "hybrid"})
  void maskedTokensAreALeak(String tokens) {
    assertTrue(
        problem("", ", tokens: " + tokens + ", pretrained: hashed", "")
            .contains(
                "training.maskedTokens = 1.0: with encoder.tokens: "
                    + tokens
                    + " a hidden token's neighbours have seen it, so telling it asks nothing of the"
                    + " concepts; write maskedTokens: 0 (reconstruction may have a weight)"));
  }

  @Test
  void whatDoesNotGoWithStatesIsRefusedByPath() {
    String zero = ", maskedTokens: 0";
    assertTrue(
        problem(", tokenizer: mine.json", ", " + STATES, zero)
            .contains(
                "data.tokenizer = mine.json: with encoder.tokens: pretrained the pretrained encoder's"
                    + " own tokenizer cuts texts; leave it out"));
    assertTrue(
        problem("", ", pretrained: hashed", "")
            .contains(
                "encoder.pretrained = hashed: is not read with encoder.tokens: learned; write tokens:"
                    + " pretrained, or hybrid, or leave it out"));
    assertTrue(problem("", ", " + STATES, "").contains("training.maskedTokens = 1.0"));
    assertTrue(
        refused("", ", tokens: pretrained, pretrained: nowhere", zero)
            .contains("nowhere: there is no such folder"));
  }

  @Test
  void statesAreAChannelOfWhoeverReadsThem() {
    String yaml =
        """
        data: {source: "wordnet:dog.n.01"}
        encoder: {%s, maximumTokens: 20}
        training: {%s}
        placement: {channels: [words, states]}
        spaces: [{space: euclidean}]
        """;
    Config without =
        ExperimentSections.reader(Small.plugins())
            .read(yaml.formatted("layers: 1", "steps: 1"), "c");
    ConfigException refused =
        assertThrows(
            ConfigException.class, () -> TrainingJob.open(without, Small.plugins(), Map.of()));
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains(
                "placement.channels: states are a pretrained encoder's, and encoder.tokens is"
                    + " learned; write encoder.tokens: pretrained, or leave the channel out"),
        refused.getMessage());
  }

  @Test
  void anEncoderReadsOnlySoManyTokens() {
    String yaml =
        """
        data: {source: "wordnet:dog.n.01"}
        encoder: {tokens: pretrained, pretrained: hashed, maximumTokens: 41}
        training: {maskedTokens: 0}
        spaces: [{space: euclidean}]
        """;
    Config config = ExperimentSections.reader(Small.plugins()).read(yaml, "test");
    ConfigException refused =
        assertThrows(
            ConfigException.class, () -> TrainingJob.open(config, Small.plugins(), Map.of()));
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains(
                "encoder.maximumTokens = 41: encoder hashed reads 40 tokens at most; lower it"),
        refused.getMessage());
  }
}
