package org.conceptspaces.encoder.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.conceptspaces.api.InputException;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigException;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.files.AtomicFiles;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.Parameters.Entry;
import org.conceptspaces.encoder.pretrained.ComputedStates;
import org.conceptspaces.encoder.pretrained.PretrainedEncoders;
import org.conceptspaces.encoder.pretrained.PretrainedInput;
import org.conceptspaces.encoder.pretrained.PretrainedTokens;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Tokenizer;
import org.conceptspaces.encoder.text.TokenizerFile;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A model on disk: {@code weights.safetensors}, one array for each parameter by its path, {@code
 * tokenizer.json}, unless the tokenizer is built in, and {@code model.json}, all the rest. Files
 * appear whole or not at all; {@code model.json} comes last and has checksums of the others, so
 * that it never goes with those of another model.
 */
public final class ModelDirectory {

  private static final String WEIGHTS = "weights.safetensors";
  private static final String DESCRIPTION = "model.json";
  private static final String TOKENIZER = "tokenizer.json";
  private static final int FORMAT = 1;
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private ModelDirectory() {}

  /** {@code model.json}, as Gson writes and reads it. */
  @SuppressWarnings("ArrayRecordComponent") // for Gson alone
  private record File(
      int format,
      @Nullable Map<String, Object> config,
      long seed,
      @Nullable String configHash,
      @Nullable String dataFingerprint,
      @Nullable Map<String, String> versions,
      @Nullable String weights,
      @Nullable String tokenizer,
      @Nullable Boolean allTokens,
      int @Nullable [] vocabulary,
      @Nullable PretrainedInput pretrained) {}

  /**
   * Saves a model.
   *
   * @param directory the folder, made if need be; a model there is replaced
   * @param description everything but the weights
   * @param model the weights
   * @throws ModelException if the folder cannot be written
   */
  public static void save(Path directory, ModelDescription description, ConceptModel model) {
    try {
      Files.createDirectories(directory);
      MessageDigest digest = Sha256.digest();
      try (NamedArrays arrays = new NamedArrays()) {
        for (Entry entry : model.parameters().entries()) {
          arrays.add(entry.path(), entry.parameter().getArray());
        }
        AtomicFiles.write(
            directory.resolve(WEIGHTS),
            out -> {
              OutputStream summed = new DigestOutputStream(out, digest);
              arrays.write(summed);
              summed.flush();
            });
      }
      Vocabulary vocabulary = description.vocabulary();
      byte[] tokenizer = vocabulary.tokenizer().file();
      if (tokenizer != null) {
        AtomicFiles.write(directory.resolve(TOKENIZER), out -> out.write(tokenizer));
      }
      int[] tokens = vocabulary.tokens();
      File file =
          new File(
              FORMAT,
              description.configMap(),
              description.seed(),
              description.configHash(),
              description.dataFingerprint(),
              description.versions(),
              HexFormat.of().formatHex(digest.digest()),
              vocabulary.tokenizer().fingerprint(),
              tokens == null ? true : null,
              tokens,
              description.pretrained());
      AtomicFiles.write(directory.resolve(DESCRIPTION), out -> writeText(out, GSON.toJson(file)));
    } catch (IOException | UncheckedIOException e) {
      throw new ModelException("model " + directory + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static void writeText(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Loads a model, with the pretrained encoder whose states it reads, if it reads any.
   *
   * @param directory the folder
   * @param plugins what its space's names mean
   * @param manager owns the weights, on the device wanted; close it to release the model
   * @return the model
   * @throws ModelException if the folder holds no model that can be read, or the encoder is not
   *     there
   */
  public static TrainedModel load(Path directory, Plugins plugins, NDManager manager) {
    TrainedModel model = loadWeights(directory, plugins, manager);
    PretrainedInput pretrained = model.description().pretrained();
    if (pretrained == null) {
      return model;
    }
    try {
      PretrainedTokens encoder = new PretrainedEncoders(plugins).open(pretrained, directory);
      manager.attachInternal(NDManager.nextUid(), encoder);
      return model.withStates(new ComputedStates(encoder, model.description().vocabulary()));
    } catch (InputException e) {
      throw new ModelException(e.getMessage(), e);
    }
  }

  /** Loads a model that texts are not to be encoded by; what {@link #load} says. */
  static TrainedModel loadWeights(Path directory, Plugins plugins, NDManager manager) {
    File file = read(directory);
    Tokenizer tokenizer = tokenizer(directory, file);
    ModelDescription description =
        description(directory.resolve(DESCRIPTION), file, tokenizer, plugins);
    Path weights = directory.resolve(WEIGHTS);
    byte[] bytes = checked(weights, file.weights());
    try {
      ConceptModel model = description.declare(plugins);
      model.parameters().initialize(arrays(bytes, manager));
      return new TrainedModel(manager, description, model, null);
    } catch (RuntimeException e) {
      throw ModelException.unreadable(weights, "weights", e);
    }
  }

  private static File read(Path directory) {
    Path path = directory.resolve(DESCRIPTION);
    try {
      File file = GSON.fromJson(Files.readString(path), File.class);
      if (file == null || file.format() != FORMAT) {
        throw new ModelException(
            path + ": wants format " + FORMAT + "; save the model again with this version", null);
      }
      return file;
    } catch (NoSuchFileException e) {
      throw new ModelException(
          "model " + directory + ": has no " + DESCRIPTION + "; name a folder that holds a model",
          e);
    } catch (IOException | JsonParseException | NumberFormatException e) {
      throw ModelException.unreadable(path, "a model", e);
    }
  }

  /** The one that the model was trained with; models from before there were others name none. */
  private static Tokenizer tokenizer(Path directory, File file) {
    if (file.tokenizer() == null || file.tokenizer().equals(Cl100kBase.NAME)) {
      return Cl100kBase.INSTANCE;
    }
    Path path = directory.resolve(TOKENIZER);
    try {
      return TokenizerFile.of(path.toString(), checked(path, file.tokenizer()));
    } catch (DataException e) {
      throw new ModelException(e.getMessage(), e);
    }
  }

  private static Vocabulary vocabulary(Tokenizer tokenizer, File file) {
    return Boolean.TRUE.equals(file.allTokens())
        ? Vocabulary.whole(tokenizer)
        : Vocabulary.of(tokenizer, required(file.vocabulary(), "vocabulary"));
  }

  private static ModelDescription description(
      Path path, File file, Tokenizer tokenizer, Plugins plugins) {
    try {
      Config config =
          ModelDescription.readConfig(required(file.config(), "config"), plugins, "its config");
      return new ModelDescription(
          ModelDescription.shape(config),
          config.spaces().get(0),
          vocabulary(tokenizer, file),
          file.seed(),
          required(file.configHash(), "configHash"),
          required(file.dataFingerprint(), "dataFingerprint"),
          required(file.versions(), "versions"),
          checked(file.pretrained()));
    } catch (ConfigException | IllegalArgumentException e) {
      throw ModelException.unreadable(path, "a model", e);
    }
  }

  /** Gson leaves null what a file does not have. */
  @SuppressWarnings({"ConstantValue", "RedundantNullCheck"})
  private static @Nullable PretrainedInput checked(@Nullable PretrainedInput input) {
    if (input != null && (input.name() == null || input.fingerprint() == null)) {
      throw new IllegalArgumentException("has no name or no fingerprint of its pretrained encoder");
    }
    return input;
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("has no \"" + name + "\"");
    }
    return value;
  }

  /** What was damaged could else go unnoticed, or make native code fail. */
  private static byte[] checked(Path path, @Nullable String checksum) {
    try {
      byte[] bytes = Files.readAllBytes(path);
      if (!Sha256.of(bytes).equals(checksum)) {
        throw new ModelException(
            path + ": is damaged, or belongs to another " + DESCRIPTION + "; save the model again",
            null);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new ModelException(path + ": is missing; copy the whole folder of a model", e);
    } catch (IOException e) {
      throw new ModelException(path + ": cannot be read: " + ModelException.reason(e), e);
    }
  }

  private static Map<String, NDArray> arrays(byte[] bytes, NDManager manager) {
    Map<String, NDArray> arrays = new HashMap<>();
    for (NDArray array : SavedArrays.decode(bytes, manager)) {
      arrays.put(array.getName(), array);
    }
    return arrays;
  }
}
