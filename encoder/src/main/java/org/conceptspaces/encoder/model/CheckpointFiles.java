package org.conceptspaces.encoder.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.files.AtomicFiles;
import org.conceptspaces.encoder.measure.MetricCurve;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.Parameters.Entry;
import org.conceptspaces.encoder.regularize.WeightState;
import org.conceptspaces.encoder.train.LossCurve;
import org.conceptspaces.encoder.train.TrainingState;
import org.jspecify.annotations.Nullable;

/** The files of one checkpoint. */
final class CheckpointFiles {

  private static final int FORMAT = 3;
  private static final String OPTIMIZERS = "optimizers.safetensors";
  private static final String STATE = "checkpoint.json";

  /** A quantity that is only watched may be no number. */
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private CheckpointFiles() {}

  /** {@code checkpoint.json}, as Gson writes and reads it. */
  private record File(
      int format,
      int steps,
      @Nullable Map<String, Integer> updates,
      @Nullable LossCurve curve,
      @Nullable MetricCurve measured,
      @Nullable Map<String, @Nullable WeightState> regularizers) {}

  static void write(Path folder, Checkpoint checkpoint) throws IOException {
    ModelDirectory.save(folder, checkpoint.description(), checkpoint.model());
    TrainingState state = checkpoint.state();
    if (!state.arrays().isEmpty()) {
      try (NamedArrays arrays = new NamedArrays()) {
        state.arrays().forEach(arrays::add);
        AtomicFiles.write(folder.resolve(OPTIMIZERS), arrays::write);
      }
    }
    String json =
        GSON.toJson(
            new File(
                FORMAT,
                state.steps(),
                state.updates(),
                checkpoint.curve(),
                checkpoint.measured(),
                new LinkedHashMap<>(state.regularizers())));
    AtomicFiles.write(
        folder.resolve(STATE), out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
    Checksums.write(folder);
  }

  /**
   * Reads a checkpoint.
   *
   * @param folder its folder
   * @param steps the number of steps that the folder's name tells
   * @throws ModelException if it is damaged, or not a checkpoint as {@link #write} leaves it
   */
  static Checkpoint read(Path folder, int steps, Plugins plugins, NDManager manager) {
    Checksums.check(folder);
    File file = state(folder.resolve(STATE), steps);
    TrainedModel model = ModelDirectory.loadWeights(folder, plugins, manager);
    Map<String, Integer> updates = file.updates();
    LossCurve curve = file.curve();
    MetricCurve measured = file.measured();
    Map<String, WeightState> regularizers = sound(file.regularizers());
    if (updates == null
        || regularizers == null
        || curve == null
        || !curve.isOf(steps)
        || measured == null
        || !measured.isOf(steps)) {
      throw new ModelException(
          folder.resolve(STATE)
              + ": wants the updates, losses, metrics and weights of step "
              + steps,
          null);
    }
    Map<String, NDArray> arrays =
        steps == 0 ? Map.of() : optimizers(folder.resolve(OPTIMIZERS), manager);
    check(folder, model.network(), steps, updates, arrays);
    return new Checkpoint(
        model.description(),
        model.network(),
        new TrainingState(steps, arrays, updates, regularizers),
        curve,
        measured);
  }

  /** The weights' states, or null if training cannot have left them so. */
  private static @Nullable Map<String, WeightState> sound(
      @Nullable Map<String, @Nullable WeightState> read) {
    if (read == null) {
      return null;
    }
    Map<String, WeightState> states = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable WeightState> entry : read.entrySet()) {
      WeightState state = entry.getValue();
      if (state == null || !state.isSound()) {
        return null;
      }
      states.put(entry.getKey(), state);
    }
    return states;
  }

  private static File state(Path path, int steps) {
    try {
      File file = GSON.fromJson(Files.readString(path), File.class);
      if (file == null || file.format() != FORMAT) {
        throw new ModelException(
            ("%s: %s; this version reads format %d: go on with the version that wrote it, or train"
                    + " anew in another folder")
                .formatted(
                    path, file == null ? "is empty" : "is of format " + file.format(), FORMAT),
            null);
      }
      if (file.steps() != steps) {
        throw new ModelException(
            path + ": is of step " + file.steps() + ", its folder of step " + steps, null);
      }
      return file;
    } catch (IOException | JsonParseException | NumberFormatException e) {
      throw ModelException.unreadable(path, "a checkpoint", e);
    }
  }

  private static Map<String, NDArray> optimizers(Path path, NDManager manager) {
    try {
      Map<String, NDArray> arrays = new TreeMap<>();
      for (NDArray array : SavedArrays.decode(Files.readAllBytes(path), manager)) {
        arrays.put(array.getName(), array);
      }
      return arrays;
    } catch (IOException | IllegalArgumentException e) {
      throw ModelException.unreadable(path, "optimisers", e);
    }
  }

  /** Whether the optimisers hold the same slots for every parameter of a kind, and no others. */
  private static void check(
      Path folder,
      ConceptModel model,
      int steps,
      Map<String, Integer> updates,
      Map<String, NDArray> arrays) {
    Map<String, Map<String, Shape>> slots = new TreeMap<>();
    arrays.forEach(
        (key, array) -> {
          int end = Math.max(0, key.lastIndexOf('/'));
          slots
              .computeIfAbsent(key.substring(0, end), path -> new TreeMap<>())
              .put(key.substring(end), array.getShape());
        });
    Set<String> unknown = new HashSet<>(slots.keySet());
    unknown.addAll(updates.keySet());
    Map<Boolean, Set<String>> kinds = new HashMap<>();
    for (Entry entry : steps == 0 ? List.<Entry>of() : model.parameters().entries()) {
      Map<String, Shape> own = slots.getOrDefault(entry.path(), Map.of());
      int count = updates.getOrDefault(entry.path(), 0);
      Set<String> wanted = kinds.computeIfAbsent(entry.geometry() == null, any -> own.keySet());
      boolean fits = own.values().stream().allMatch(shape -> fits(shape, entry.shape()));
      if (own.isEmpty() || !own.keySet().equals(wanted) || !fits || count < 1 || count > steps) {
        throw new ModelException(
            folder + ": the optimisers' state is not that of parameter " + entry.path(), null);
      }
      unknown.remove(entry.path());
    }
    if (!unknown.isEmpty()) {
      throw new ModelException(
          folder + ": the optimisers' state is of parameters that the model has not", null);
    }
  }

  /** A number for each of a parameter's, or for each of its rows. */
  private static boolean fits(Shape slot, Shape parameter) {
    int last = parameter.dimension() - 1;
    return slot.equals(parameter) || (last >= 0 && slot.equals(parameter.slice(0, last).add(1)));
  }
}
