package org.conceptspaces.encoder.text;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A tokenizer of Hugging Face, from the {@code tokenizer.json} that comes with a model. Texts are
 * normalised and cut as the file says; what it says of truncation, padding and special tokens
 * around a text is not done, since that is the encoder's. The native memory is released when the
 * tokenizer is garbage.
 */
public final class TokenizerFile implements Tokenizer {

  private static final long LARGEST = 1L << 28;

  private static final Map<String, String> TEXT_ALONE =
      Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

  private final String source;
  private final byte[] content;
  private final String fingerprint;
  private final int size;
  private final HuggingFaceTokenizer tokenizer;

  private TokenizerFile(String source, byte[] content, int size, HuggingFaceTokenizer tokenizer) {
    this.source = source;
    this.content = content;
    this.fingerprint = Sha256.of(content);
    this.size = size;
    this.tokenizer = tokenizer;
  }

  /**
   * Reads a tokenizer from its file.
   *
   * @param file a {@code tokenizer.json}, of any name
   * @return the tokenizer
   * @throws DataException if there is none that can be used; the message names the file
   */
  public static Tokenizer read(Path file) {
    if (!Files.exists(file)) {
      throw new DataException(
          file
              + ": there is no such file; give the path of a tokenizer.json (here: "
              + file.toAbsolutePath()
              + ")");
    }
    if (!Files.isRegularFile(file)) {
      throw new DataException(file + ": is no file; give a tokenizer.json");
    }
    try {
      long bytes = Files.size(file);
      if (bytes > LARGEST) {
        throw new DataException(
            file + ": has " + bytes + " bytes; wants a tokenizer.json of at most " + LARGEST);
      }
      return of(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new DataException(file + ": cannot be read: " + e, e);
    }
  }

  /**
   * Makes a tokenizer from what its file holds.
   *
   * @param source what messages call it
   * @param content a {@code tokenizer.json}
   * @return the tokenizer
   * @throws DataException if there is none that can be used
   */
  public static Tokenizer of(String source, byte[] content) {
    HuggingFaceTokenizer tokenizer = null;
    try {
      // Checked here: the library would replace what is no UTF-8 and go on.
      String json = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(content), TEXT_ALONE);
      int size = TokenizerJson.read(json).size();
      return new TokenizerFile(source, content.clone(), size, tokenizer);
    } catch (CharacterCodingException e) {
      throw new DataException(source + ": is not valid UTF-8; give a tokenizer.json", e);
    } catch (EngineException | LinkageError e) {
      throw new DataException(
          source
              + ": the native library that reads tokenizers cannot be loaded on this machine ("
              + e.getMessage()
              + "); leave data.tokenizer out for the built-in one",
          e);
    } catch (IOException | RuntimeException e) {
      if (tokenizer != null) {
        tokenizer.close();
      }
      throw new DataException(
          source + ": is no tokenizer.json of Hugging Face that can be used: " + e.getMessage(), e);
    }
  }

  /** Each lone surrogate, which UTF-8 does not have, counts as one replacement character. */
  @Override
  public int[] encode(String text) {
    String whole = new String(text.getBytes(UTF_16), UTF_16);
    try {
      long[] ids = tokenizer.encode(whole).getIds();
      int[] tokens = new int[ids.length];
      for (int i = 0; i < ids.length; i++) {
        tokens[i] = Math.toIntExact(ids[i]);
      }
      return tokens;
    } catch (RuntimeException e) {
      throw new DataException(
          source
              + ": has no tokens for the text "
              + DataException.quote(text)
              + " ("
              + e.getMessage()
              + "); leave the text out, or use a tokenizer that has a token for what is unknown",
          e);
    }
  }

  @Override
  public String text(int token) {
    return tokenizer.decode(new long[] {token}, false);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public byte @Nullable [] file() {
    return content.clone();
  }
}
