package org.conceptspaces.encoder.train;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.text.MaskedTexts;
import org.conceptspaces.taxonomy.sampling.Relations;
import org.conceptspaces.taxonomy.sampling.SeededRandom;

/**
 * Texts in two halves each, of which one is to be told by the other. A text like {@code names:
 * definition} or {@code definition; "example"} is cut there, any other at random: each token goes
 * to one half or the other. The task is easier than it looks: pretrained states of one half have
 * seen the other, and tokens keep their places, by which halves fit together.
 *
 * @param texts first halves, then second halves in the same order, {@code 2M}
 * @param related row by row, 1 where two halves are of the same node or of kin, {@code [2M · 2M]}
 * @param pull row by row, 1 where they are the two halves of a text, {@code [2M · 2M]}
 */
@SuppressWarnings("ArrayRecordComponent") // made for one step, and never written to
record TextHalves(MaskedTexts texts, float[] related, float[] pull) {

  private static final Pattern CUT = Pattern.compile("(?<=:) |; *(?=\")");

  /**
   * Cuts texts.
   *
   * @param corpus the texts
   * @param nodes whose, by training index; repeated ones and texts of one token are left out
   * @param random where to cut a text that shows no place
   */
  static TextHalves of(Corpus corpus, int[] nodes, SeededRandom random) {
    int[] longer =
        IntStream.of(nodes).distinct().filter(n -> corpus.training()[n].length > 1).toArray();
    int m = longer.length;
    int[] both = IntStream.range(0, 2 * m).map(row -> longer[row % m]).toArray();
    List<int[]> first = new ArrayList<>();
    List<int[]> second = new ArrayList<>();
    for (int node : longer) {
      boolean[] side = sides(corpus, node, random);
      first.add(IntStream.range(0, side.length).filter(i -> !side[i]).toArray());
      second.add(IntStream.range(0, side.length).filter(i -> side[i]).toArray());
    }
    // What one half shows the other hides.
    List<int[]> hidden = new ArrayList<>(second);
    hidden.addAll(first);
    int[][] texts = IntStream.of(both).mapToObj(n -> corpus.training()[n]).toArray(int[][]::new);
    float[] pull = new float[4 * m * m];
    for (int row = 0; row < 2 * m; row++) {
      pull[row * 2 * m + (row + m) % (2 * m)] = 1;
    }
    return new TextHalves(
        MaskedTexts.hiding(texts, hidden.toArray(int[][]::new)),
        Relations.mask(corpus.split().training().hierarchy().closure(), both, both),
        pull);
  }

  /** For each token whether it is of the second half; both halves have some. */
  private static boolean[] sides(Corpus corpus, int node, SeededRandom random) {
    int[] ids = corpus.training()[node];
    boolean[] second = new boolean[ids.length];
    int cut = cut(corpus, corpus.split().training().text(node), ids);
    if (cut > 0 && cut < ids.length) {
      for (int i = cut; i < ids.length; i++) {
        second[i] = true;
      }
      return second;
    }
    int[] order = IntStream.range(0, ids.length).toArray();
    random.shuffle(order);
    for (int i = 0; i < ids.length / 2; i++) {
      second[order[i]] = true;
    }
    return second;
  }

  /** How many tokens are before the place to cut at; 0 if there is none. */
  private static int cut(Corpus corpus, String text, int[] ids) {
    Matcher matcher = CUT.matcher(text);
    if (!matcher.find() || matcher.start() == 0) {
      return 0;
    }
    int[] before = corpus.vocabulary().encode(text.substring(0, matcher.start()), ids.length);
    int same = 0;
    while (same < before.length && before[same] == ids[same]) {
      same++;
    }
    return same;
  }
}
