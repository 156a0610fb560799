package org.conceptspaces.pretrained;

import ai.djl.Model;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.conceptspaces.api.InputException;
import org.conceptspaces.taxonomy.Sha256;

/**
 * An encoder of a user's: a folder with {@code model.onnx}, or else one {@code .pt} of TorchScript,
 * and {@code tokenizer.json}. If {@code config.json} and {@code tokenizer_config.json} lie beside
 * them, as Hugging Face has it, they tell the longest sequence.
 */
final class EncoderFolder {

  private static final String ONNX = "model.onnx";
  private static final String TORCH_SCRIPT = ".pt";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String WANTED =
      "; wants a folder with "
          + ONNX
          + " or one TorchScript "
          + TORCH_SCRIPT
          + " file, and "
          + TOKENIZER;

  private EncoderFolder() {}

  /** Opens an encoder. */
  static FrozenEncoder open(Path folder) {
    String name = folder.toString();
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "encoder "
              + name
              + (Files.exists(folder) ? ": is no folder" : ": there is no such folder")
              + WANTED
              + " (here: "
              + folder.toAbsolutePath()
              + ")");
    }
    try {
      Path file = model(folder);
      Path tokenizer = folder.resolve(TOKENIZER);
      if (!Files.isRegularFile(tokenizer)) {
        throw new IOException("has no " + TOKENIZER + WANTED);
      }
      byte[] json = Files.readAllBytes(tokenizer);
      boolean onnx = file.getFileName().toString().equals(ONNX);
      Model model = onnx ? Engines.onnx(file) : Engines.torchScript(file);
      return EncoderParts.assemble(
          name, model, onnx, fingerprint(file, json), json, positions(folder));
    } catch (IOException e) {
      throw new InputException("encoder " + name + ": " + e.getMessage(), e);
    }
  }

  private static Path model(Path folder) throws IOException {
    Path onnx = folder.resolve(ONNX);
    if (Files.isRegularFile(onnx)) {
      return onnx;
    }
    List<Path> scripts = files(folder, name -> name.endsWith(TORCH_SCRIPT));
    if (scripts.size() != 1) {
      String found =
          scripts.isEmpty()
              ? "has no " + ONNX + " and no " + TORCH_SCRIPT + " file"
              : "has several: " + scripts.stream().map(p -> p.getFileName().toString()).toList();
      throw new IOException(found + WANTED);
    }
    return scripts.get(0);
  }

  private interface Wanted {
    boolean test(String name);
  }

  private static List<Path> files(Path folder, Wanted wanted) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> wanted.test(String.valueOf(file.getFileName())))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** Large networks in ONNX have their weights in further files, whose names begin alike. */
  private static String fingerprint(Path model, byte[] tokenizer) throws IOException {
    MessageDigest digest = Sha256.digest();
    String first = model.getFileName().toString();
    for (Path part : files(model.resolveSibling("."), name -> name.startsWith(first))) {
      try (InputStream in = new DigestInputStream(Files.newInputStream(part), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digest.digest(tokenizer));
  }

  private static int positions(Path folder) throws IOException {
    return Math.min(
        number(folder.resolve("config.json"), "max_position_embeddings"),
        number(folder.resolve("tokenizer_config.json"), "model_max_length"));
  }

  /** A number above 0 in a file of JSON; the largest there is if it has none. */
  private static int number(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Integer.MAX_VALUE;
    }
    try {
      JsonObject json = new Gson().fromJson(Files.readString(file), JsonObject.class);
      JsonElement value = json == null ? null : json.get(name);
      if (value instanceof JsonPrimitive told && told.isNumber() && told.getAsDouble() >= 1) {
        // A tokenizer without a limit tells 1e30.
        return (int) Math.min(Integer.MAX_VALUE, told.getAsDouble());
      }
      return Integer.MAX_VALUE;
    } catch (JsonParseException e) {
      throw new IOException(file.getFileName() + " is no JSON: " + Reasons.firstLine(e), e);
    }
  }
}
