package org.conceptspaces.encoder.text;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import org.jspecify.annotations.Nullable;

/** The built-in tokenizer: OpenAI's byte pairs {@code cl100k_base}, without its special tokens. */
public final class Cl100kBase implements Tokenizer {

  /** The only one; takes a third of a second to read, at its first text. */
  public static final Tokenizer INSTANCE = new Cl100kBase();

  /** What {@link #fingerprint} returns. */
  public static final String NAME = "cl100k_base";

  private static final int SIZE = 100_256;

  private final Encoding encoding =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);

  private Cl100kBase() {}

  @Override
  public int[] encode(String text) {
    return encoding.encodeOrdinary(text).toArray();
  }

  @Override
  public String text(int token) {
    IntArrayList one = new IntArrayList(1);
    one.add(token);
    return encoding.decode(one);
  }

  @Override
  public int size() {
    return SIZE;
  }

  @Override
  public String fingerprint() {
    return NAME;
  }

  @Override
  public byte @Nullable [] file() {
    return null;
  }
}
