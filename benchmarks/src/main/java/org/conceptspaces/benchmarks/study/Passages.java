package org.conceptspaces.benchmarks.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.source.Sources;

/**
 * Longer texts than glosses: runs of the glosses of WordNet's nouns, depth first, so that a passage
 * is about one corner of the hierarchy; each gloss is in one passage at most. Written as {@code
 * edges.tsv} and {@code texts.tsv}; the edges are those of a binary tree, so that training draws
 * passages of all lengths alike.
 */
public final class Passages {

  private Passages() {}

  /**
   * Writes passages.
   *
   * @param arguments the folder to write to, how many passages, and the lengths in tokens that they
   *     have at least, in turn: {@code 0} for a single gloss
   * @throws IOException if the files cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    int[] lengths = Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray();
    write(Path.of(arguments[0]), of(Integer.parseInt(arguments[1]), lengths));
  }

  /**
   * Makes passages.
   *
   * @param count how many
   * @param lengths the least numbers of tokens, in turn
   * @return the texts
   */
  public static List<String> of(int count, int... lengths) {
    TextTaxonomy nouns = Sources.open("wordnet:nouns");
    List<String> passages = new ArrayList<>();
    StringBuilder passage = new StringBuilder();
    for (int node : depthFirst(nouns.hierarchy())) {
      passage.append(passage.isEmpty() ? "" : "; ").append(nouns.text(node));
      int wanted = lengths[passages.size() % lengths.length];
      if (Cl100kBase.INSTANCE.encode(passage.toString()).length >= wanted) {
        passages.add(passage.toString());
        passage.setLength(0);
      }
      if (passages.size() == count) {
        break;
      }
    }
    return passages;
  }

  private static List<Integer> depthFirst(Hierarchy hierarchy) {
    boolean[] seen = new boolean[hierarchy.size()];
    List<Integer> order = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    Arrays.stream(hierarchy.roots()).forEach(open::push);
    while (!open.isEmpty()) {
      int node = open.pop();
      if (!seen[node]) {
        seen[node] = true;
        order.add(node);
        Arrays.stream(hierarchy.children(node)).forEach(open::push);
      }
    }
    return order;
  }

  private static void write(Path folder, List<String> passages) throws IOException {
    StringBuilder edges = new StringBuilder();
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < passages.size(); i++) {
      if (i > 0) {
        edges.append("passage").append(i).append("\tpassage").append((i - 1) / 2).append('\n');
      }
      texts.append("passage").append(i).append('\t').append(passages.get(i)).append('\n');
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("edges.tsv"), edges);
    Files.writeString(folder.resolve("texts.tsv"), texts);
  }
}
