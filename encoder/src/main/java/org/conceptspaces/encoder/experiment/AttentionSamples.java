package org.conceptspaces.encoder.experiment;

import ai.djl.ndarray.NDManager;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.measure.TextConcepts;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.train.Corpus;

/**
 * What a model's concepts look at, in a few texts: a short, a middling and a long one.
 *
 * @param heldOut whether the texts were held out of training
 * @param texts the texts, the shortest first, of different lengths; at least one
 */
public record AttentionSamples(boolean heldOut, List<Sample> texts) {

  /** A picture of more tokens cannot be read. */
  private static final int READABLE = 48;

  /** Where the texts stand among all, by length. */
  private static final double[] QUANTILES = {0.1, 0.5, 0.9};

  /**
   * A text.
   *
   * @param text the text
   * @param tokens its tokens, as pieces of text
   * @param concepts its concepts, with what each looked at
   */
  public record Sample(String text, List<String> tokens, TextConcepts concepts) {}

  /** Copies the list. */
  public AttentionSamples {
    texts = List.copyOf(texts);
  }

  /**
   * Encodes the samples of a corpus: by length, at the tenth, the fiftieth and the ninetieth
   * percentile of the held-out texts that a picture can show, or of all if it can show none; of
   * training texts if none is held out. A corpus has the same samples whatever the model.
   *
   * @param manager on the model's device
   * @return the samples
   */
  static AttentionSamples of(NDManager manager, ConceptModel model, Corpus corpus) {
    boolean heldOut = corpus.heldOut().length > 0;
    int[][] tokens = heldOut ? corpus.heldOut() : corpus.training();
    List<String> texts =
        heldOut ? corpus.split().heldOutTexts() : corpus.split().training().texts();
    int[] chosen = chosen(tokens);
    int[][] ids = IntStream.of(chosen).mapToObj(i -> tokens[i]).toArray(int[][]::new);
    int[] lengths = IntStream.of(chosen).map(i -> tokens[i].length).toArray();
    List<TextConcepts> concepts;
    try (ModelPass pass = ModelPass.inference(manager)) {
      concepts =
          TextConcepts.of(
              model.encode(pass, Batches.of(pass.manager(), ids, corpus.states())), lengths);
    }
    return new AttentionSamples(
        heldOut,
        IntStream.range(0, chosen.length)
            .mapToObj(
                i -> {
                  String text = texts.get(chosen[i]);
                  List<String> pieces = corpus.vocabulary().pieces(text, lengths[i]);
                  return new Sample(text, pieces, concepts.get(i));
                })
            .toList());
  }

  /** Indexes of texts, the shortest first; of equal lengths the first stands for all. */
  static int[] chosen(int[][] tokens) {
    List<Integer> readable =
        IntStream.range(0, tokens.length)
            .boxed()
            .filter(i -> tokens[i].length <= READABLE)
            .toList();
    List<Integer> byLength =
        (readable.isEmpty() ? IntStream.range(0, tokens.length).boxed() : readable.stream())
            .sorted(Comparator.comparingInt(i -> tokens[i].length))
            .toList();
    int last = -1;
    IntStream.Builder chosen = IntStream.builder();
    for (double quantile : QUANTILES) {
      int length = tokens[byLength.get((int) (quantile * byLength.size()))].length;
      if (length > last) {
        chosen.add(
            byLength.stream().filter(i -> tokens[i].length == length).findFirst().orElseThrow());
        last = length;
      }
    }
    return chosen.build().toArray();
  }
}
