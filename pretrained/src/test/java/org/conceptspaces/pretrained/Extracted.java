package org.conceptspaces.pretrained;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the packaged encoder, as a user would have them. */
final class Extracted {

  private Extracted() {}

  static byte[] resource(String name) throws IOException {
    try (InputStream in = Extracted.class.getResourceAsStream(name)) {
      assertNotNull(in, name);
      return in.readAllBytes();
    }
  }

  static byte[] model() throws IOException {
    return resource("/all-minilm-l6-v2.onnx");
  }

  static byte[] tokenizer() throws IOException {
    return resource("/all-minilm-l6-v2-tokenizer.json");
  }

  /** A folder with both. */
  static Path into(Path folder) throws IOException {
    Files.write(folder.resolve("model.onnx"), model());
    Files.write(folder.resolve("tokenizer.json"), tokenizer());
    return folder;
  }
}
