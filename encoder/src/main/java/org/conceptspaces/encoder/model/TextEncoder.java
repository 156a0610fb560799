package org.conceptspaces.encoder.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.encoder.measure.TextConcepts;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Encodes any number of texts, one after the other, in batches of bounded memory. Results come in
 * the order of the texts, each some texts later. Not for use by several threads.
 */
public final class TextEncoder {

  private static final int MOST_TEXTS = 256;

  /** Pairs that attention compares, of two tokens or of a concept and a token. */
  private static final long MOST_PAIRS = 1L << 22;

  /** Texts that were cut are kept whole until their results are told. */
  private static final long MOST_CHARACTERS = 1L << 22;

  private final TrainedModel model;
  private final Consumer<EncodedText> consumer;
  private final List<Waiting> batch = new ArrayList<>();
  private final long slots;
  private int longest;
  private long characters;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(@Nullable String id, String text, int[] tokens) {}

  /**
   * Prepares to encode.
   *
   * @param model the model
   * @param consumer takes the results, in order
   */
  public TextEncoder(TrainedModel model, Consumer<EncodedText> consumer) {
    this.model = model;
    this.consumer = consumer;
    slots = model.network().space().levels().stream().mapToLong(LevelSpec::count).sum();
  }

  /**
   * Takes a text.
   *
   * @param id comes with its result; may be null
   * @param text the text, not empty
   * @throws org.conceptspaces.taxonomy.DataException if the tokenizer fails at the text
   */
  public void add(@Nullable String id, String text) {
    ModelDescription description = model.description();
    int[] tokens = description.vocabulary().encode(text, description.shape().maximumTokens());
    long wide = Math.max(longest, tokens.length);
    if (batch.size() == MOST_TEXTS
        || (batch.size() + 1) * wide * Math.max(wide, slots) > MOST_PAIRS
        || characters + text.length() > MOST_CHARACTERS) {
      flush();
    }
    batch.add(new Waiting(id, text, tokens));
    longest = Math.max(longest, tokens.length);
    characters += text.length();
  }

  /** Encodes the texts whose results were not told yet. Call it after the last text. */
  public void flush() {
    if (batch.isEmpty()) {
      return;
    }
    int[][] tokens = batch.stream().map(Waiting::tokens).toArray(int[][]::new);
    List<TextConcepts> concepts;
    try (ModelPass pass = model.pass()) {
      int[] lengths = Arrays.stream(tokens).mapToInt(text -> text.length).toArray();
      concepts =
          TextConcepts.of(
              model.network().encode(pass, Batches.of(pass.manager(), tokens)), lengths);
    }
    for (int i = 0; i < tokens.length; i++) {
      consumer.accept(result(batch.get(i), concepts.get(i)));
    }
    batch.clear();
    longest = 0;
    characters = 0;
  }

  private EncodedText result(Waiting text, TextConcepts concepts) {
    int[] tokens = text.tokens();
    List<String> pieces = model.description().vocabulary().pieces(text.text(), tokens.length);
    long unknown = Arrays.stream(tokens).filter(id -> id == Vocabulary.UNKNOWN).count();
    return new EncodedText(text.id(), text.text(), pieces, Math.toIntExact(unknown), concepts);
  }
}
