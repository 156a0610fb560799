package org.conceptspaces.encoder.placement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.experiment.Experiment;
import org.conceptspaces.encoder.model.ArrayFile;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.ModelDescription;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.model.ModelException;
import org.conceptspaces.encoder.model.TrainedModel;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.placement.Placement;
import org.conceptspaces.placement.PlacerFile;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTaskTest {

  private static final List<String> KINDS = List.of("boat", "lamp", "chair", "shoe");
  private static final List<String> QUALITIES = List.of("red", "old", "long", "cheap", "new");
  private static final List<String> QUESTIONS =
      List.of("green lamp: a lamp that is green", "zzz", "a shoe that is a boat, and very long");

  private final NDManager manager = Small.manager();
  private final Plugins plugins = Spaces.plugins();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    manager.close();
  }

  /** Twenty things of four kinds: "QUALITY KIND: a KIND that is QUALITY". */
  private static TextTaxonomy things() {
    HierarchyBuilder builder = Hierarchy.builder().node("thing");
    List<String> texts = new ArrayList<>(List.of("thing: all that is"));
    for (String kind : KINDS) {
      builder.edge(kind, "thing");
      texts.add(kind + ": a thing of the sort " + kind);
      for (String quality : QUALITIES) {
        builder.edge(quality + " " + kind, kind);
        texts.add(quality + " " + kind + ": a " + kind + " that is " + quality);
      }
    }
    return new TextTaxonomy("things", builder.build(), texts);
  }

  private static final Split SPLIT = Split.of(things(), 0.2, 1);
  private static final Vocabulary VOCABULARY =
      Vocabulary.occurring(Cl100kBase.INSTANCE, SPLIT.training().texts());

  /** Keeps the last model's weights, and saves it. */
  private final class Keeping implements Experiment.Listener {
    private final Map<String, double[]> weights = new HashMap<>();

    @Override
    public void stepped(StepReport report) {}

    @Override
    public void checkpoint(Checkpoint checkpoint) {
      weights.putAll(Small.values(checkpoint.model()));
      ModelDirectory.save(folder, checkpoint.description(), checkpoint.model());
    }
  }

  private static PlacementTask task(Split split, String... channels) {
    return PlacementTask.of(
        new PlacementSettings(List.of(channels), 10, 0.5, 300, "none"),
        split.training(),
        3,
        List.of("hollandaise: eggs and butter", "escrow: funds deposited"));
  }

  private PlacementTask.Fitted run(Split split, PlacementTask task, Keeping listener) {
    ModelDescription description =
        new ModelDescription(
            Spaces.POINCARE.shape(),
            Spaces.POINCARE.config(plugins),
            VOCABULARY,
            1,
            "0123456789abcdef",
            split.full().fingerprint(),
            Map.of());
    PlacementTask.Fitted fitted =
        new Experiment(
                Corpus.of(split, VOCABULARY, 12),
                task,
                Small.training(3, Map.of("measurements", 0)),
                plugins)
            .run(manager, description, listener)
            .placement();
    assertNotNull(fitted);
    return fitted;
  }

  private TrainedModel model() {
    return ModelDirectory.load(folder, plugins, manager);
  }

  private List<Placement> loaded() {
    List<Placement> placements = new ArrayList<>();
    try (PlacementFolder.Loaded loaded = PlacementFolder.load(folder, model())) {
      loaded.placer().place(QUESTIONS, placements::add);
    }
    return placements;
  }

  @Test
  void leavesToFitToAreOfTheTrainingPartAndAtMostAsManyAsWanted() {
    PlacementTask task = task(SPLIT, "words", "concepts");
    assertEquals(SPLIT.training(), task.unseen().full());
    assertEquals(8, task.unseen().heldOut().length); // half of 16
    PlacementSettings few = new PlacementSettings(List.of("concepts"), 10, 0.5, 3, "none");
    assertEquals(
        3, PlacementTask.of(few, SPLIT.training(), 3, List.of()).unseen().heldOut().length);
  }

  @Test
  void theModelHasNotSeenTheLeavesThatTheRankingIsFittedTo() {
    PlacementTask task = task(SPLIT, "concepts", "names");
    Keeping keeping = new Keeping();
    PlacementTask.Fitted fitted = run(SPLIT, task, keeping);
    Map<String, Double> metrics = fitted.findings().metrics();
    assertEquals(7, metrics.size());
    assertTrue(metrics.containsKey("place_outside_auroc"));
    metrics.forEach((name, value) -> assertTrue(value >= 0 && value <= 1, name));
    // with other texts of these leaves the model becomes the same, bit for bit
    TextTaxonomy training = SPLIT.training();
    int[] unseen = task.unseen().heldOut();
    List<String> texts =
        IntStream.range(0, SPLIT.full().size())
            .mapToObj(
                node ->
                    IntStream.of(unseen).anyMatch(leaf -> leaf == SPLIT.toTraining(node))
                        ? "sort of all things: all sorts of sorts"
                        : SPLIT.full().text(node))
            .toList();
    Split other = Split.of(new TextTaxonomy("others", things().hierarchy(), texts), 0.2, 1);
    assertFalse(other.training().texts().equals(training.texts()));
    Keeping again = new Keeping();
    run(other, task(other, "concepts", "names"), again);
    assertEquals(keeping.weights.keySet(), again.weights.keySet());
    keeping.weights.forEach(
        (path, weights) -> assertArrayEquals(weights, again.weights.get(path), path));
  }

  @ParameterizedTest
  @CsvSource({
    "'words,openings,names,concepts'",
    "'words,names'",
    "concepts",
    "'words,concept-sets'",
    "'words,concepts,concept-sets'"
  })
  void whatIsLoadedPlacesAlike(String channels) {
    PlacementTask.Fitted fitted = run(SPLIT, task(SPLIT, channels.split(",", -1)), new Keeping());
    assertFalse(PlacementFolder.isIn(folder));
    PlacementFolder.save(folder, fitted);
    assertTrue(PlacementFolder.isIn(folder));
    List<Placement> first = loaded();
    PlacementFolder.save(folder, fitted);
    List<Placement> second = loaded();
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.get(i).places(), second.get(i).places());
      assertEquals(first.get(i).typicality(), second.get(i).typicality());
    }
    boolean sets = channels.contains("concept-sets");
    boolean concepts = sets || channels.contains("concepts");
    assertEquals(sets, Files.exists(folder.resolve("placement/concepts.safetensors")));
    assertEquals(concepts, fitted.points() != null);
    assertEquals(concepts, Files.exists(folder.resolve("placement/points.safetensors")));
    try (PlacementFolder.Loaded loaded = PlacementFolder.load(folder, model())) {
      assertEquals(fitted.taxonomy().fingerprint(), loaded.placer().taxonomy().fingerprint());
      assertEquals(fitted.placer(), PlacerFile.json(loaded.placer()));
    }
  }

  @Test
  void whereNothingIsHeldOutNothingIsMeasured() {
    Split all = Split.of(things(), 0, 1);
    PlacementTask.Fitted fitted = run(all, task(all, "words"), new Keeping());
    assertEquals(PlacementFindings.NONE, fitted.findings());
    assertNull(fitted.points());
  }

  private String refusal() {
    return assertThrows(DataException.class, this::loaded).getMessage();
  }

  @Test
  void damagedAndMissingFilesAreRefusedByName() throws IOException {
    PlacementFolder.save(folder, run(SPLIT, task(SPLIT, "words", "concepts"), new Keeping()));
    Path own = folder.resolve("placement");
    Path points = own.resolve("points.safetensors");
    Path taxonomy = own.resolve("taxonomy.jsonl");
    Path placer = own.resolve("placer.json");
    byte[] right = Files.readAllBytes(points);

    Files.write(points, new byte[] {1, 2, 3});
    assertTrue(
        String.valueOf(assertThrows(ModelException.class, this::loaded).getMessage())
            .contains(points.toString()));
    ArrayFile.write(points, manager.ones(new Shape(3, 2)));
    assertTrue(refusal().startsWith(points + ": has shape (3, 2), but taxonomy and model want "));
    Files.delete(points);
    assertEquals("placement: has no channel concepts; copy the whole folder of a model", refusal());
    Files.write(points, right);
    assertEquals(QUESTIONS.size(), loaded().size());

    Path concepts = own.resolve("concepts.safetensors");
    ArrayFile.write(concepts, manager.ones(new Shape(2, 5)));
    assertTrue(
        refusal()
            .startsWith(concepts + ": has shape (2, 5), but taxonomy and model want (any, 4)"));
    ArrayFile.write(concepts, manager.create(new float[][] {{0, 0, 0, 0}, {1e6f, 0, 0, 0}}));
    assertTrue(refusal().startsWith(concepts + ": has concepts of texts that are not there"));
    Files.delete(concepts);

    String json = Files.readString(placer);
    Files.writeString(placer, json.substring(0, json.length() / 2));
    assertEquals("placer: is no JSON of a placer; copy the whole folder of a model", refusal());
    Files.delete(placer);
    assertEquals(placer + ": is missing; copy the whole folder of a model", refusal());
    assertFalse(PlacementFolder.isIn(folder));
    Files.writeString(placer, json);

    String lines = Files.readString(taxonomy);
    Files.writeString(taxonomy, lines.replace("cheap", "expensive"));
    assertTrue(refusal().startsWith("placer: was fitted to another taxonomy"), refusal());
    Files.writeString(taxonomy, lines.substring(0, lines.length() - 9));
    assertTrue(refusal().startsWith(taxonomy + ", line "), refusal());
    Files.write(taxonomy, new byte[] {(byte) 0xff});
    assertTrue(refusal().startsWith(own + ": cannot be read: "), refusal());
    Files.delete(taxonomy);
    assertEquals(taxonomy + ": is missing; copy the whole folder of a model", refusal());
  }
}
