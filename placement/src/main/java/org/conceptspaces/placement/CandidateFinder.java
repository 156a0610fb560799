package org.conceptspaces.placement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.placement.aspect.Aspect;
import org.conceptspaces.placement.aspect.KinAspect;
import org.conceptspaces.placement.aspect.NameAspect;
import org.conceptspaces.placement.aspect.ShapeAspect;
import org.conceptspaces.placement.aspect.TermAspect;
import org.conceptspaces.placement.aspect.TermCounts;
import org.conceptspaces.placement.aspect.VoteAspect;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Neighbours;
import org.conceptspaces.placement.channel.Query;
import org.conceptspaces.placement.channel.WordChannel;
import org.conceptspaces.placement.rank.Candidates;
import org.conceptspaces.placement.rank.Contrast;
import org.conceptspaces.placement.text.FunctionWords;
import org.conceptspaces.placement.text.NameIndex;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;

/** Candidate parents of texts, with their features: what is said of them before any is weighed. */
final class CandidateFinder {

  private final List<Channel> channels;
  private final List<Aspect> aspects;
  private final boolean withNames;
  private final int neighbours;
  private final int[] widths;
  private final int plainWidth;

  /**
   * Prepares to look for candidates.
   *
   * @param taxonomy where texts are to be placed
   * @param wordings of its texts
   * @param channels that know its texts
   * @param withNames whether names are looked at
   * @param neighbours how many nodes each channel names
   */
  CandidateFinder(
      TextTaxonomy taxonomy,
      List<Wording> wordings,
      List<Channel> channels,
      boolean withNames,
      int neighbours) {
    this.channels = List.copyOf(channels);
    this.withNames = withNames;
    this.neighbours = neighbours;
    Hierarchy hierarchy = taxonomy.hierarchy();
    aspects = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      aspects.add(new VoteAspect(channels.get(i).name(), i, hierarchy));
    }
    if (channels.stream().anyMatch(channel -> channel.name().equals(WordChannel.WORDS))) {
      aspects.add(new TermAspect(hierarchy, new TermCounts(hierarchy, wordings)));
    }
    if (withNames) {
      FunctionWords functionWords = FunctionWords.of(wordings);
      aspects.add(new NameAspect(new NameIndex(wordings, functionWords), hierarchy));
      aspects.add(new KinAspect(hierarchy, wordings, functionWords));
    }
    aspects.add(new ShapeAspect(hierarchy));
    widths = aspects.stream().mapToInt(aspect -> aspect.features().size()).toArray();
    plainWidth = IntStream.of(widths).sum();
  }

  /** The features' names, contrasts too. */
  List<String> features() {
    return Contrast.names(aspects.stream().flatMap(aspect -> aspect.features().stream()).toList());
  }

  /** By feature, the name of its aspect. */
  List<String> aspectsOfFeatures() {
    List<String> plain =
        aspects.stream()
            .flatMap(aspect -> aspect.features().stream().map(feature -> aspect.name()))
            .toList();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < Contrast.names(plain).size(); i++) {
      all.add(plain.get(Contrast.origin(i, plainWidth)));
    }
    return all;
  }

  /**
   * Asks the channels.
   *
   * @param texts texts
   * @param nodes for each the node whose text it is, or −1
   * @return a query for each
   */
  List<Query> queries(List<String> texts, int[] nodes) {
    List<List<Neighbours>> found =
        channels.stream().map(channel -> channel.nearest(texts, nodes, neighbours)).toList();
    List<Query> queries = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      int at = i;
      queries.add(
          new Query(
              texts.get(i),
              Wording.of(texts.get(i)),
              nodes[i],
              found.stream().map(list -> list.get(at)).toList()));
    }
    return queries;
  }

  /** The candidates of a text. */
  Candidates candidates(Query query) {
    List<Aspect.View> views = aspects.stream().map(aspect -> aspect.of(query)).toList();
    BitSet proposed = new BitSet();
    views.forEach(view -> view.propose(proposed::set));
    if (query.node() != Query.NO_NODE) {
      proposed.clear(query.node());
    }
    int[] nodes = proposed.stream().toArray();
    float[] features = new float[nodes.length * plainWidth];
    for (int c = 0; c < nodes.length; c++) {
      int at = c * plainWidth;
      for (int a = 0; a < views.size(); a++) {
        views.get(a).write(nodes[c], features, at);
        at += widths[a];
      }
    }
    return Contrast.of(new Candidates(nodes, features, plainWidth));
  }

  List<Channel> channels() {
    return channels;
  }

  boolean withNames() {
    return withNames;
  }

  int neighbours() {
    return neighbours;
  }
}
