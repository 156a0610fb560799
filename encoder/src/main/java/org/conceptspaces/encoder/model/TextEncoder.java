package org.conceptspaces.encoder.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.encoder.measure.TextConcepts;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Encodes any number of texts, one after the other, in bounded memory. Some hundreds at a time are
 * sorted by length and cut into batches, so that little is padded; results come in the order of the
 * texts, each some texts later. Not for use by several threads.
 */
public final class TextEncoder {

  private static final int MOST_TEXTS = 512;

  /** More texts in a batch are no faster on a CPU, and those of a batch are of like length. */
  private static final int BATCH = 64;

  /** Pairs that attention compares, of two tokens or of a concept and a token. */
  private static final long MOST_PAIRS = 1L << 22;

  /** Texts that were cut are kept whole until their results are told. */
  private static final long MOST_CHARACTERS = 1L << 22;

  private final TrainedModel model;
  private final Consumer<EncodedText> consumer;
  private final List<Waiting> waiting = new ArrayList<>();
  private final long slots;
  private int longest;
  private long characters;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(@Nullable String id, String text, int[] cut, int[] tokens) {}

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
    int[] cut = description.vocabulary().cut(text, description.shape().maximumTokens());
    int[] tokens = description.vocabulary().ids(cut);
    long wide = Math.max(longest, tokens.length);
    if (waiting.size() == MOST_TEXTS
        || (waiting.size() + 1) * wide * Math.max(wide, slots) > MOST_PAIRS
        || characters + text.length() > MOST_CHARACTERS) {
      flush();
    }
    waiting.add(new Waiting(id, text, cut, tokens));
    longest = Math.max(longest, tokens.length);
    characters += text.length();
  }

  /** Encodes the texts whose results were not told yet. Call it after the last text. */
  public void flush() {
    TextConcepts[] concepts = new TextConcepts[waiting.size()];
    int[] order =
        IntStream.range(0, concepts.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> waiting.get(i).tokens().length))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int start = 0; start < order.length; start += BATCH) {
      encode(Arrays.copyOfRange(order, start, Math.min(order.length, start + BATCH)), concepts);
    }
    for (int i = 0; i < concepts.length; i++) {
      consumer.accept(result(waiting.get(i), concepts[i]));
    }
    waiting.clear();
    longest = 0;
    characters = 0;
  }

  private void encode(int[] batch, TextConcepts[] concepts) {
    int[][] tokens =
        IntStream.of(batch).mapToObj(i -> waiting.get(i).tokens()).toArray(int[][]::new);
    int[] lengths = Arrays.stream(tokens).mapToInt(text -> text.length).toArray();
    try (ModelPass pass = model.pass()) {
      List<TextConcepts> of =
          TextConcepts.of(model.network().encode(pass, model.batch(pass, tokens)), lengths);
      for (int i = 0; i < batch.length; i++) {
        concepts[batch[i]] = of.get(i);
      }
    }
  }

  private EncodedText result(Waiting text, TextConcepts concepts) {
    int[] tokens = text.tokens();
    List<String> pieces = model.description().vocabulary().pieces(text.cut());
    long unknown = Arrays.stream(tokens).filter(id -> id == Vocabulary.UNKNOWN).count();
    return new EncodedText(text.id(), text.text(), pieces, Math.toIntExact(unknown), concepts);
  }
}
