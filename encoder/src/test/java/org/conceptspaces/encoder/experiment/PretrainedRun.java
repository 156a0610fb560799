package org.conceptspaces.encoder.experiment;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.model.Checkpoint;
import org.conceptspaces.encoder.model.CheckpointFolder;
import org.conceptspaces.encoder.model.ModelDirectory;
import org.conceptspaces.encoder.train.StepReport;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.jspecify.annotations.Nullable;

/** Animals in files, and trainings on them by configs that read states. */
final class PretrainedRun {

  static final int STEPS = 4;

  private final Path folder;
  private final Plugins plugins = Small.plugins();

  PretrainedRun(Path folder) {
    this.folder = folder;
  }

  private void writeAnimals() throws IOException {
    TextTaxonomy animals = Animals.taxonomy();
    List<String> edges = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int node = 0; node < animals.size(); node++) {
      String id = animals.hierarchy().id(node);
      texts.add(id + "\t" + animals.texts().get(node));
      for (int parent : animals.hierarchy().parents(node)) {
        edges.add(id + "\t" + animals.hierarchy().id(parent));
      }
    }
    Files.write(folder.resolve("edges.tsv"), edges);
    Files.write(folder.resolve("texts.tsv"), texts);
  }

  /** A job by options of its sections. */
  TrainingJob open(String data, String encoder, String training) {
    String yaml =
        """
        data: {edges: edges.tsv, texts: texts.tsv, heldOut: 0.2%s}
        encoder: {tokenDimension: 4, hidden: 16, layers: 1, heads: 2, maximumTokens: 12%s}
        training: {steps: %d, pairs: 4, measurements: 0%s}
        spaces:
          - {space: poincare, concepts: 3, dimension: 2}
          - {space: euclidean, concepts: 4, dimension: 3}
        """
            .formatted(data, encoder, STEPS, training);
    try {
      writeAnimals();
      Path file = Files.writeString(folder.resolve("config.yaml"), yaml);
      return TrainingJob.open(
          ExperimentSections.reader(plugins).read(file), plugins, Map.of("java", "17"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A job that reads states, without masked tokens. */
  TrainingJob open(String encoder, String training) {
    return open("", ", " + encoder, ", maskedTokens: 0" + training);
  }

  Path model() {
    return folder.resolve("model");
  }

  CheckpointFolder checkpoints() {
    return new CheckpointFolder(folder.resolve("checkpoints"));
  }

  /** Trains, saves the model at its end, and stops early if asked to. */
  RunResult train(NDManager manager, TrainingJob job, @Nullable Checkpoint from, int stopAt) {
    Experiment.Listener listener =
        new Experiment.Listener() {
          private int made;

          @Override
          public void stepped(StepReport report) {
            made = report.step();
          }

          @Override
          public void checkpoint(Checkpoint checkpoint) {
            checkpoints().save(checkpoint);
            if (checkpoint.state().steps() == STEPS) {
              ModelDirectory.save(model(), checkpoint.description(), checkpoint.model());
            }
          }

          @Override
          public boolean stopped() {
            return made == stopAt;
          }
        };
    return job.run(manager, from, listener).runs().get(0);
  }

  RunResult train(NDManager manager, TrainingJob job) {
    return train(manager, job, null, -1);
  }

  /** The lines of a file of a model. */
  String description() throws IOException {
    return Files.readAllLines(model().resolve("model.json")).stream().collect(Collectors.joining());
  }
}
